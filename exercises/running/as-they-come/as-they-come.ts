import { coroutine, createTask, print, sleep } from 'asyncio-lab';

const bake = coroutine(function* bake(what: string, seconds: number) {
  yield* sleep(seconds);
  return what;
});

// [en] TODO: the rolls are ready after 1 second, but are served after 3, behind the cake. Serve
// [en] each at the moment when it is ready, with asCompleted().
// [zh-TW] TODO：小圓麵包 1 秒就好了，卻排在蛋糕後面，3 秒才端出來。
// [zh-TW] 請用 asCompleted()，讓每一樣在好了的那一刻端出來。
export const main = coroutine(function* main() {
  const ovens = [
    createTask(bake('cake', 3)),
    createTask(bake('rolls', 1)),
    createTask(bake('pie', 2)),
  ];
  for (const oven of ovens) {
    print(`serving ${yield* oven}`);
  }
});
