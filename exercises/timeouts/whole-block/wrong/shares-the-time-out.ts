import { coroutine, print, sleep, TimeoutError, waitFor } from 'asyncio-lab';

const step = coroutine(function* step(name: string) {
  yield* sleep(1);
  print(`${name} done`);
});

export const main = coroutine(function* main() {
  try {
    yield* waitFor(step('search'), 2.5 / 3);
    yield* waitFor(step('download'), 2.5 / 3);
    yield* waitFor(step('unpack'), 2.5 / 3);
    print('all done');
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('too late');
  }
});
