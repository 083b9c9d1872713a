import { asyncWith, coroutine, print, sleep, TimeoutError, timeout } from 'asyncio-lab';

const step = coroutine(function* step(name: string) {
  yield* sleep(1);
  print(`${name} done`);
});

export const main = coroutine(function* main() {
  yield* asyncWith(timeout(2.5), function* () {
    try {
      yield* step('search');
      yield* step('download');
      yield* step('unpack');
      print('all done');
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      print('too late');
    }
  });
});
