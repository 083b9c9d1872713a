import { coroutine, print, sleep, waitFor } from 'asyncio-lab';

const brewTea = coroutine(function* brewTea() {
  print('brewing');
  yield* sleep(3);
  return 'tea from the kitchen';
});

const buyTea = coroutine(function* buyTea() {
  print('going to the shop');
  yield* sleep(1);
  return 'tea from the shop';
});

// [en] TODO: when brewing takes longer than 1 second, buy the tea, for which there are 2 seconds more.
// [zh-TW] TODO：泡茶若超過 1 秒，就改用買的，買茶最多再等 2 秒。
export const main = coroutine(function* main() {
  const tea = yield* waitFor(brewTea(), 1);
  print(`drinking ${tea}`);
});
