import { coroutine, print, Queue, sleep } from 'asyncio-lab';

const baker = coroutine(function* baker(queue: Queue<string>) {
  for (const loaf of ['rye', 'wheat', 'oat']) {
    yield* sleep(1);
    print(`baked ${loaf}`);
    yield* queue.put(loaf);
  }
});

const customer = coroutine(function* customer(queue: Queue<string>) {
  for (let i = 0; i < 3; i += 1) {
    const loaf = yield* queue.get();
    yield* sleep(1.5);
    print(`ate ${loaf}`);
  }
  print('customer goes home');
});

export const main = coroutine(function* main() {
  const queue = new Queue<string>();
  yield* baker(queue);
  yield* customer(queue);
});
