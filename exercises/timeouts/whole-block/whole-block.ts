import { coroutine, print, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const step = coroutine(function* step(name: string) {
  yield* sleep(1);
  print(`${name} done`);
});

// [en] TODO: each step has its limit, but together they may take 4.5 seconds. Limit the whole to 2.5
// [en] seconds with timeout(), and print 'too late' when that is over.
// [zh-TW] TODO：每個步驟都有時限，但加起來可能要 4.5 秒。
// [zh-TW] 請用 timeout() 把整體限制在 2.5 秒，時間到了就印出 'too late'。
export const main = coroutine(function* main() {
  try {
    yield* waitFor(step('search'), 1.5);
    yield* waitFor(step('download'), 1.5);
    yield* waitFor(step('unpack'), 1.5);
    print('all done');
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('too late');
  }
});
