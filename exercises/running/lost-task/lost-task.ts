import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const save = coroutine(function* save(what: string) {
  print(`saving ${what}`);
  yield* sleep(2);
  print(`saved ${what}`);
});

// [en] TODO: the letter is never saved. Start saving first, as now, but let it come to its end.
// [zh-TW] TODO：信始終沒有存好。請像現在一樣先開始儲存，但要讓它做完。
export const main = coroutine(function* main() {
  createTask(save('the letter'));
  yield* sleep(1);
  print('window closed');
});
