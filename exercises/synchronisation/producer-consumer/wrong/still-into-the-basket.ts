import { coroutine, gather, print, Queue, sleep } from 'asyncio-lab';

const basket: string[] = [];

const baker = coroutine(function* baker() {
  for (const loaf of ['rye', 'wheat', 'oat']) {
    yield* sleep(1);
    print(`baked ${loaf}`);
    basket.push(loaf);
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
  yield* gather(baker(), customer(queue));
});
