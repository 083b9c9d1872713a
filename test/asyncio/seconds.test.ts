import { expect, test } from 'vitest';
import {
  type Awaitable,
  blockingSleep,
  DeadlockError,
  getRunningLoop,
  run,
  sleep,
  TimeoutError,
  timeout,
  ValueError,
  waitFor,
  wrapFuture,
} from '../../src/index.js';

const text = '0.5' as never;

const programs: Record<string, () => Awaitable<unknown>> = {
  sleep: () => sleep(text),
  waitFor: () => waitFor(sleep(1), text),
  timeout: function* () {
    timeout(text);
  },
  callLater: function* () {
    getRunningLoop().callLater(text, () => {});
  },
  callAt: function* () {
    getRunningLoop().callAt(text, () => {});
  },
  blockingSleep: function* () {
    blockingSleep(text);
  },
};

test.each(Object.entries(programs))(
  '%s refuses a text for a number of seconds',
  async (_, main) => {
    await expect(run(main(), { clock: 'virtual' })).rejects.toThrow(
      /must be a number of seconds, not '0.5'/,
    );
  },
);

test('a sleep of NaN seconds is refused', async () => {
  await expect(run(sleep(Number.NaN), { clock: 'virtual' })).rejects.toThrow(
    new ValueError('Invalid delay: NaN (not a number)'),
  );
});

test.each([{ clock: 'virtual' }, {}] as const)(
  'to sleep for ever is a deadlock: %o',
  async (on) => {
    await expect(run(sleep(Number.POSITIVE_INFINITY), on)).rejects.toBeInstanceOf(DeadlockError);
  },
);

test.each([{ clock: 'virtual' }, {}] as const)(
  'what never comes can still be waited for in time: %o',
  async (on) => {
    const never = function* () {
      yield* wrapFuture(new Promise(() => {}));
    };
    await expect(run(waitFor(never(), 0.1), on)).rejects.toBeInstanceOf(TimeoutError);
    const forEver = waitFor(sleep(Number.POSITIVE_INFINITY), 0.1);
    await expect(run(forEver, on)).rejects.toBeInstanceOf(TimeoutError);
  },
);
