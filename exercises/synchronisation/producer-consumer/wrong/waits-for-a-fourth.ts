import { coroutine, gather, print, Queue, sleep } from 'asyncio-lab';

const baker = coroutine(function* baker(queue: Queue<string>) {
  for (const loaf of ['rye', 'wheat', 'oat']) {
    yield* sleep(1);
    print(`baked ${loaf}`);
    yield* queue.put(loaf);
  }
});

const customer = coroutine(function* customer(queue: Queue<string>) {
  while (true) {
    const loaf = yield* queue.get();
    yield* sleep(1.5);
    print(`ate ${loaf}`);
  }
});

export const main = coroutine(function* main() {
  const queue = new Queue<string>();
  yield* gather(baker(queue), customer(queue));
});
