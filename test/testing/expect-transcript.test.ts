import { afterEach, describe, expect, test, vi } from 'vitest';
import { coroutine, print, sleep, wrapFuture } from '../../src/index.js';
import { expectTranscript, TranscriptError } from '../../src/testing/index.js';
import { beat, careless, deadlocked, fail, greet, sayAfter, spin } from './programs.js';

type Arguments = Parameters<typeof expectTranscript>;

/** Return the error that a test would fail with. */
async function failure(...args: Arguments): Promise<TranscriptError> {
  const error = await expectTranscript(...args).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TranscriptError);
  return error as TranscriptError;
}

/** Return the message of that error, without the lines of the places. */
async function message(...args: Arguments): Promise<string> {
  const { message: text } = await failure(...args);
  return text.replaceAll(/ \(\S*?([\w-]+\.ts):\d+\)/g, ' ($1)');
}

afterEach(() => {
  vi.useRealTimers();
});

describe('passes', () => {
  test('when the lines come at their instants', async () => {
    await expectTranscript(greet(), [
      [1, 'hello'],
      [2, 'world'],
    ]);
  });

  test('with texts alone, at whatever instant, and patterns', async () => {
    await expectTranscript(greet(), ['hello', /^w/]);
    await expectTranscript(greet(), [
      [1, /l+/],
      [2, 'world'],
    ]);
  });

  test('a coroutine function, a bare generator and its function', async () => {
    function* bare() {
      yield* sleep(1);
      print('bare');
    }
    await expectTranscript(greet, ['hello', 'world']);
    await expectTranscript(bare, [[1, 'bare']]);
    await expectTranscript(bare(), [[1, 'bare']]);
  });

  test('when everything else is as it is said, too', async () => {
    await expectTranscript(greet(), { elapsed: 2, outcome: { type: 'return', value: 7 } });
    await expectTranscript(fail(), {
      outcome: { type: 'error', name: 'TypeError', message: 'boom' },
    });
    await expectTranscript(careless(), {
      lines: [],
      pending: ['Task-2'],
      warnings: ["RuntimeWarning: coroutine 'sayAfter' was never awaited"],
    });
  });

  test('and gives what was done, for further assertions', async () => {
    const { outcome } = await expectTranscript(greet(), []).catch(() =>
      expectTranscript(greet(), ['hello', 'world']),
    );
    expect(outcome).toEqual({ type: 'return', value: 7 });
  });
});

describe('fails with a diff', () => {
  test('of the lines, that names the first wrong one', async () => {
    const expected: Arguments[1] = [
      [1, 'hello'],
      [3, 'world'],
    ];
    expect(await message(greet(), expected)).toMatchInlineSnapshot(`
      "expectTranscript: the first difference is in line 2: 'world' at 2.000 from Task-3 (programs.ts)
      expected: 'world' at 3

        1.000  Task-2  hello
      - 3.000          world
      + 2.000  Task-3  world  ✗ early: expected at 3"
    `);
  });

  test('of a line that differs, one that is missing and one too many', async () => {
    expect(await message(greet(), [[1, 'hallo'], 'world'])).toMatchInlineSnapshot(`
      "expectTranscript: the first difference is in line 1: 'hello' at 1.000 from Task-2 (programs.ts)
      expected: 'hallo' at 1

      - 1.000          hallo
      + 1.000  Task-2  hello  ✗ differs
        2.000  Task-3  world"
    `);
    expect(await message(greet(), ['hello', 'world', [2, /more/]])).toMatchInlineSnapshot(`
      "expectTranscript: the first difference is in line 3, which is missing
      expected: '/more/' at 2

        1.000  Task-2  hello
        2.000  Task-3  world
      - 2.000          /more/  ✗ missing"
    `);
    expect(await message(greet(), [[1, 'hello']])).toMatchInlineSnapshot(`
      "expectTranscript: the first difference is in line 2: 'world' at 2.000 from Task-3 (programs.ts)
      expected: no such line

        1.000  Task-2  hello
      + 2.000  Task-3  world  ✗ not expected"
    `);
  });

  test('of lines that have changed places', async () => {
    const both = coroutine(function* both() {
      yield* sayAfter(1, 'b');
      yield* sayAfter(0, 'a');
    });
    expect(await message(both, ['a', 'b'])).toMatchInlineSnapshot(`
      "expectTranscript: the first difference is in line 2: 'a' at 1.000 from Task-1 (programs.ts)
      expected: 'a', before others that came first here

        1.000  Task-1  b
      + 1.000  Task-1  a  ✗ moved"
    `);
  });

  test('and all else that is wrong', async () => {
    const outcome = { type: 'return', value: 8 } as const;
    expect(await message(greet(), { elapsed: 3, outcome })).toMatchInlineSnapshot(`
      "expectTranscript: it returned 7
      expected: it returned 8

      took 2.000 s, expected 3 s"
    `);
  });

  test('of warnings and of tasks left pending, which have to be said', async () => {
    expect(await message(careless(), [])).toMatchInlineSnapshot(`
      "expectTranscript: a warning that was not expected: RuntimeWarning: coroutine 'sayAfter' was never awaited (programs.ts)

      Task-2 was still pending at the end (programs.ts)"
    `);
  });

  test('for a deadlock with what each task waits for', async () => {
    expect(await message(deadlocked(), ['before'])).toMatchInlineSnapshot(`
      "expectTranscript: it raised DeadlockError: every task waits for something that can no longer happen:
        Task-1, deadlocked(), awaits Event.wait() (programs.ts)
      expected: it returned nothing"
    `);
  });

  test('for an exception with the exception as the cause', async () => {
    const error = await failure(fail(), []);
    expect(error.message).toContain('raised TypeError: boom');
    expect(error.cause).toBeInstanceOf(TypeError);
    expect((error.cause as Error).stack).toContain('programs.ts');
  });

  test('that runners find again as two texts, where only what is wrong differs', async () => {
    const { expected, actual } = await failure(greet(), {
      lines: [/^h/, [3, 'world']],
      elapsed: 3,
    });
    expect(expected?.split('\n')).toEqual(['1  Task-2  hello', '3  Task-3  world', 'took 3 s']);
    expect(actual?.split('\n')).toEqual(['1  Task-2  hello', '2  Task-3  world', 'took 2 s']);
  });

  test('whose stack begins where the test has called', async () => {
    const { stack = '', message: text } = await failure(greet(), []);
    expect(stack.startsWith(`TranscriptError: ${text}\n    at failure (`)).toBe(true);
  });
});

describe('ends what hangs', () => {
  test('at the limit of the virtual clock', async () => {
    const text = await message(beat(), ['beat', 'beat'], { timeLimit: 2.5 });
    expect(text).toMatchInlineSnapshot(`
      "expectTranscript: stopped after 2.5 s of the virtual clock: it hangs, or needs a longer timeLimit
      its last line: 'beat' at 2 from Task-1"
    `);
    expect(await message(beat(), [])).toContain('stopped after 60 s of the virtual clock');
  });

  test('at the limit of real time when its clock stands still', async () => {
    expect(await message(spin(), [], { realTimeLimit: 0.05 })).toContain(
      'stopped after 0.05 s of real time',
    );
  });
});

test('no limit is a limit, too', async () => {
  await expectTranscript(sayAfter(86_400, 'next day'), ['next day'], {
    timeLimit: Number.POSITIVE_INFINITY,
    realTimeLimit: Number.POSITIVE_INFINITY,
  });
});

describe('is used wrongly', () => {
  test.each<[string, Arguments, string]>([
    ['by what is no coroutine', [42 as never, []], 'not a number'],
    [
      'with an async function',
      [(async () => {}) as never, []],
      'not an async function: write coroutine(function* …)',
    ],
    ['with a misspelt field', [greet, { line: [] } as never], "did you mean 'lines'?"],
    ['with an instant as text', [greet, [['1', 'hello']] as never], "'lines[0]' must be a text"],
    ['with no limit', [greet, [], { timeLimit: 0 }], "'timeLimit' must be a number above 0"],
    ['with a misspelt limit', [greet, [], { timelimit: 1 } as never], "did you mean 'timeLimit'?"],
  ])('%s', async (_, args, text) => {
    await expect(expectTranscript(...args)).rejects.toThrow(TypeError);
    await expect(expectTranscript(...args)).rejects.toThrow(text);
  });

  test('inside of what it runs', async () => {
    const nested = coroutine(function* nested() {
      yield* wrapFuture(expectTranscript(greet(), []));
    });
    expect(await message(nested, [])).toContain(
      'expectTranscript cannot be called by what it runs: await the coroutine with yield*',
    );
  });
});

describe('at the same time as others', () => {
  test('each sees its own lines only', async () => {
    const counts = [1, 2, 3, 4];
    await Promise.all(
      counts.map((n) => expectTranscript(sayAfter(n, `after ${n}`), [[n, `after ${n}`]])),
    );
  });

  test('a failure holds nobody up', async () => {
    const results = await Promise.allSettled([
      expectTranscript(greet(), []),
      expectTranscript(greet(), ['hello', 'world']),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  test.concurrent.for([1, 2, 3])('in concurrent tests, %i', async (n, { expect: expectHere }) => {
    const { elapsed } = await expectTranscript(sayAfter(n, 'late'), [[n, 'late']]);
    expectHere(elapsed).toBe(n);
  });
});

describe('with fake timers of the runner', () => {
  test('the clocks are its own', async () => {
    vi.useFakeTimers();
    await expectTranscript(greet, ['hello', 'world']);
    expect(await message(deadlocked, [])).toContain("'before' at 0");
    expect(await message(spin, [], { realTimeLimit: 0.05 })).toContain('of real time');
  });

  test('a promise of theirs is waited for as long as nothing else can happen', async () => {
    vi.useFakeTimers();
    const waiting = coroutine(function* waiting() {
      yield* wrapFuture(new Promise((resolve) => setTimeout(resolve, 1000)));
      print('there');
    });
    const ended = expectTranscript(waiting, ['there']);
    await vi.advanceTimersByTimeAsync(1000);
    await ended;
  });
});
