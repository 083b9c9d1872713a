import { asyncWith, coroutine, gather, print, Semaphore, sleep } from 'asyncio-lab';

const ask = coroutine(function* ask(places: Semaphore, question: number, seconds: number) {
  yield* asyncWith(places, function* () {
    print(`asking ${question}`);
    yield* sleep(seconds);
    print(`answer ${question}`);
  });
});

export const main = coroutine(function* main() {
  const durations = [1, 2.5, 1, 1, 1, 1];
  yield* gather(...durations.map((seconds, i) => ask(new Semaphore(2), i + 1, seconds)));
});
