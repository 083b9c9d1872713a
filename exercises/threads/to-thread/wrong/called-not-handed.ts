import { blockingSleep, coroutine, gather, print, sleep, threaded, toThread } from 'asyncio-lab';

export const scan = threaded(import.meta.url, function scan(name: string) {
  blockingSleep(2);
  return `${name} is clean`;
});

const heart = coroutine(function* heart() {
  for (let beat = 1; beat <= 4; beat += 1) {
    print(`beat ${beat}`);
    yield* sleep(0.5);
  }
});

const guard = coroutine(function* guard() {
  yield* sleep(0.25);
  print(yield* toThread(() => scan('letter.txt')));
});

export const main = coroutine(function* main() {
  yield* gather(heart(), guard());
});
