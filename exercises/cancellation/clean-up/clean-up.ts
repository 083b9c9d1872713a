import { CancelledError, coroutine, createTask, print, sleep } from 'asyncio-lab';

// [en] TODO: the cake is cancelled after 2 seconds, and the oven stays on. Make sure that whoever
// [en] turned it on turns it off, whatever happens in between.
// [zh-TW] TODO：蛋糕烤了 2 秒就被取消，烤箱卻一直開著。
// [zh-TW] 請確保不論中間發生什麼事，開了烤箱就一定會關。
const bake = coroutine(function* bake(what: string, seconds: number) {
  print('oven on');
  yield* sleep(seconds);
  print(`${what} is done`);
  print('oven off');
});

export const main = coroutine(function* main() {
  yield* bake('bread', 1);
  const task = createTask(bake('cake', 10));
  yield* sleep(2);
  task.cancel();
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('no cake today');
  }
});
