import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const courier = coroutine(function* courier() {
  yield* sleep(2);
  print('courier rings');
  yield* sleep(1);
  print('courier is home');
  return 'a lamp';
});

// [en] TODO: the courier rings at 2 seconds, but main has the lamp only when he is home again. Make a
// [en] future, give it to the courier, have him set its result when he rings, and wait for it here.
// [zh-TW] TODO：快遞員在第 2 秒按鈴，main 卻要等他回到家才拿到檯燈。
// [zh-TW] 請建立一個 Future 交給快遞員，讓他按鈴時設定它的結果，並在 main 裡等待它。
export const main = coroutine(function* main() {
  const trip = createTask(courier());
  print('main waits');
  print(`main has ${yield* trip}`);
});
