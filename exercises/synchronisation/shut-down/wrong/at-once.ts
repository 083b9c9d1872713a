import { coroutine, gather, print, Queue, QueueShutDown, sleep } from 'asyncio-lab';

const postman = coroutine(function* postman(letters: Queue<string>) {
  for (const letter of ['a bill', 'a card']) {
    yield* sleep(1);
    yield* letters.put(letter);
  }
  letters.shutdown(true);
});

const reader = coroutine(function* reader(letters: Queue<string>) {
  try {
    while (true) {
      const letter = yield* letters.get();
      yield* sleep(1.5);
      print(`read ${letter}`);
    }
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
    print('no more letters');
  }
});

export const main = coroutine(function* main() {
  const letters = new Queue<string>();
  yield* gather(postman(letters), reader(letters));
});
