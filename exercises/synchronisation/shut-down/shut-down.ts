import { coroutine, gather, print, Queue, sleep } from 'asyncio-lab';

const postman = coroutine(function* postman(letters: Queue<string>) {
  for (const letter of ['a bill', 'a card']) {
    yield* sleep(1);
    yield* letters.put(letter);
  }
  // [en] TODO: nothing comes any more. Shut the queue down, so that whoever waits for more learns of it.
  // [zh-TW] TODO：不會再有信了。請關閉佇列，讓還在等的人知道。
});

// [en] TODO: end the loop when the queue is shut down, and print 'no more letters'.
// [zh-TW] TODO：佇列關閉時結束迴圈，並印出 'no more letters'。
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
