import { coroutine, print, RuntimeError, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const ask = coroutine(function* ask(server: string, attempt: number) {
  print(`${server}: attempt ${attempt}`);
  yield* sleep(1);
  if (server === 'broken' || attempt < 3) throw new RuntimeError('busy');
  return 'an answer';
});

// [en] TODO: when ask() fails, wait and try again, four times at most: after the first attempt wait
// [en] 1 second, then 2, then 4. What the fourth raises is raised.
// [zh-TW] TODO：ask() 失敗時，等一下再試，最多四次：第一次之後等 1 秒，再來 2 秒，再來 4 秒。
// [zh-TW] 第四次若失敗，就讓它的例外傳出去。
const tryAgain = coroutine(function* tryAgain(server: string) {
  return yield* ask(server, 1);
});

export const main = coroutine(function* main() {
  print(yield* tryAgain('busy'));
  try {
    print(yield* waitFor(tryAgain('broken'), 2.5));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('given up');
  }
});
