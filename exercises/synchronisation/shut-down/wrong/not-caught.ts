import { coroutine, gather, print, Queue, sleep } from 'asyncio-lab';

const postman = coroutine(function* postman(letters: Queue<string>) {
  for (const letter of ['a bill', 'a card']) {
    yield* sleep(1);
    yield* letters.put(letter);
  }
  letters.shutdown();
});

const reader = coroutine(function* reader(letters: Queue<string>) {
  while (true) {
    const letter = yield* letters.get();
    yield* sleep(1.5);
    print(`read ${letter}`);
  }
});

export const main = coroutine(function* main() {
  const letters = new Queue<string>();
  yield* gather(postman(letters), reader(letters));
});
