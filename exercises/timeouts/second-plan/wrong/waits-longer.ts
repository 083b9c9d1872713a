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

export const main = coroutine(function* main() {
  const tea = yield* waitFor(brewTea(), 4);
  print(`drinking ${tea}`);
});
