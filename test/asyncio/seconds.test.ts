import { expect, test } from 'vitest';
import {
  type Awaitable,
  asCompleted,
  asyncWith,
  Barrier,
  blockingSleep,
  createTask,
  DeadlockError,
  getRunningLoop,
  print,
  run,
  Semaphore,
  sleep,
  TimeoutError,
  timeout,
  timeoutAt,
  ValueError,
  wait,
  waitFor,
  wrapFuture,
} from '../../src/index.js';
import { transcript } from './transcript.js';

/** What is no number, as a program without types may give it; and what it says, as CPython does. */
const text = '0.5' as never;
const none = null as never;

const programs: Record<string, [() => Awaitable<unknown>, string]> = {
  sleep: [() => sleep(text), "'<=' not supported between instances of 'str' and 'int'"],
  'sleep of nothing': [
    () => sleep(none),
    "'<=' not supported between instances of 'NoneType' and 'int'",
  ],
  waitFor: [
    () => waitFor(sleep(1), text),
    "'<=' not supported between instances of 'str' and 'int'",
  ],
  wait: [
    function* () {
      yield* wait([createTask(sleep(1))], { timeout: text });
    },
    "unsupported operand type(s) for +: 'float' and 'str'",
  ],
  asCompleted: [
    function* () {
      for (const next of asCompleted([sleep(1)], { timeout: text })) yield* next;
    },
    "unsupported operand type(s) for +: 'float' and 'str'",
  ],
  timeout: [
    function* () {
      timeout(text);
    },
    "unsupported operand type(s) for +: 'float' and 'str'",
  ],
  timeoutAt: [
    () => asyncWith(timeoutAt(text), function* () {}),
    "'<=' not supported between instances of 'str' and 'float'",
  ],
  reschedule: [
    function* () {
      yield* asyncWith(timeout(1), function* (limit) {
        limit.reschedule(text);
      });
    },
    "'<=' not supported between instances of 'str' and 'float'",
  ],
  callLater: [
    function* () {
      getRunningLoop().callLater(text, () => {});
    },
    "unsupported operand type(s) for +: 'float' and 'str'",
  ],
  callAt: [
    function* () {
      getRunningLoop().callAt(text, () => {});
    },
    "'<' not supported between instances of 'str' and 'float'",
  ],
  blockingSleep: [
    function* () {
      blockingSleep(text);
    },
    "'str' object cannot be interpreted as an integer",
  ],
};

test.each(Object.entries(programs))(
  '%s says of what is no number what CPython does, and what is expected',
  async (_, [main, message]) => {
    const error = await run(main(), { clock: 'virtual' }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message, hint: expect.stringMatching(/^an? .* is expected$/) });
  },
);

test('truth values are numbers, as they are in Python', async () => {
  const lines = await transcript(function* () {
    yield* sleep(true as never);
    yield* waitFor(sleep(0.5), true as never);
    getRunningLoop().callLater(true as never, print, 'later');
    yield* asyncWith(timeout(true as never), function* () {
      yield* sleep(0.5);
    });
    yield* sleep(0.5);
    blockingSleep(true as never);
    getRunningLoop().callSoon(print, 'soon');
    yield* sleep(false as never);
    print(new Semaphore(true as never).locked(), new Barrier(true as never).parties);
  });
  expect(lines).toEqual(['t=2.5 later', 't=3.5 soon', 't=3.5 False 1']);
});

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
