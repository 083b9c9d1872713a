/**
 * The two coroutines that end every run, called by a program itself.
 */
import { expect, test } from 'vitest';
import { coroutine, type Executor, getRunningLoop, print, Runner, sleep } from '../../src/index.js';
import { programTranscript, transcript } from '../asyncio/transcript.js';

/** A pool whose threads end after so many seconds, or never. */
function poolThatEnds(after: number | undefined): Executor {
  const loop = getRunningLoop();
  return {
    submit() {
      throw new Error('no call is expected');
    },
    shutdown() {
      print('shut down');
    },
    whenIdle(callback) {
      if (after !== undefined) loop.callLater(after, callback);
    },
  };
}

function shuttingDown(after: number | undefined, limit: number | undefined) {
  return coroutine(function* main() {
    const loop = getRunningLoop();
    loop.setDefaultExecutor(poolThatEnds(after));
    yield* loop.shutdownDefaultExecutor(limit);
    print('done');
  });
}

test('a pool is waited for', async () => {
  expect((await transcript(shuttingDown(2, undefined))).slice(0, 2)).toEqual([
    't=0 shut down',
    't=2 done',
  ]);
});

test('a pool that ends in time is not complained about', async () => {
  expect((await transcript(shuttingDown(2, 3))).slice(0, 2)).toEqual(['t=0 shut down', 't=2 done']);
});

test('a pool is not waited for any longer than the limit', async () => {
  expect((await transcript(shuttingDown(undefined, 3))).slice(0, 3)).toEqual([
    't=0 shut down',
    'warning: RuntimeWarning: The executor did not finishing joining its threads within 3 seconds.',
    't=3 done',
  ]);
});

test('a pool that ends after the limit, or after the loop, is nothing to it any more', async () => {
  for (const isClosed of [false, true]) {
    const pool = {
      tell: () => {},
      submit(): never {
        throw new Error('no call is expected');
      },
      shutdown: () => {},
      whenIdle(callback: () => void) {
        this.tell = callback;
      },
    };
    const lines = await programTranscript(async () => {
      const runner = new Runner();
      const main = function* () {
        const loop = getRunningLoop();
        loop.setDefaultExecutor(pool);
        yield* loop.shutdownDefaultExecutor(3);
        if (!isClosed) pool.tell();
        yield* sleep(1);
        print('done');
      };
      await runner.run(main());
      await runner.close();
      if (isClosed) pool.tell();
    });
    expect(lines.slice(0, 2)).toEqual([
      'warning: RuntimeWarning: The executor did not finishing joining its threads within 3 seconds.',
      't=4 done',
    ]);
  }
});

test('a loop whose pool was shut down takes no call any more', async () => {
  const main = coroutine(function* main() {
    const loop = getRunningLoop();
    yield* loop.shutdownDefaultExecutor();
    try {
      loop.runInExecutor(undefined, () => 1);
    } catch (error) {
      print(error);
    }
  });
  expect(await transcript(main)).toEqual(['t=0 Executor shutdown has been called']);
});

test('there are no asynchronous generators to shut down', async () => {
  const main = coroutine(function* main() {
    print(yield* getRunningLoop().shutdownAsyncgens());
  });
  expect(await transcript(main)).toEqual(['t=0 None']);
});
