import { blockingSleep, coroutine, gather, print, sleep, threaded } from 'asyncio-lab';

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

// [en] TODO: while scan() is at work, the heart stands still. Let scan() work in a thread.
// [zh-TW] TODO：scan() 執行時，心跳停了。請讓 scan() 在執行緒裡執行。
const guard = coroutine(function* guard() {
  yield* sleep(0.25);
  print(scan('letter.txt'));
});

export const main = coroutine(function* main() {
  yield* gather(heart(), guard());
});
