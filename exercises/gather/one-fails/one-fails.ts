import { coroutine, gather, print, sleep, ValueError } from 'asyncio-lab';

const send = coroutine(function* send(name: string, seconds: number) {
  yield* sleep(seconds);
  if (name === 'Bob') throw new ValueError('Bob has moved');
  return name;
});

// [en] TODO: one letter cannot be sent, and main ends with its error. Have gather() give the errors
// [en] back among the results, and print "not sent: " and the message for each of them.
// [zh-TW] TODO：有一封信寄不出去，main 就因這個錯誤而結束。
// [zh-TW] 請讓 gather() 把錯誤和結果一起回傳，
// [zh-TW] 並對每個錯誤印出「not sent: 」和它的訊息。
export const main = coroutine(function* main() {
  const results = yield* gather(send('Ann', 2), send('Bob', 1), send('Cid', 3));
  for (const result of results) print(`sent: ${result}`);
});
