import { coroutine, createTask, print, sleep, TimeoutError, waitFor } from 'asyncio-lab';

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
  let tea: string;
  const bought = createTask(buyTea());
  try {
    tea = yield* waitFor(brewTea(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    tea = yield* waitFor(bought, 2);
  }
  print(`drinking ${tea}`);
});
