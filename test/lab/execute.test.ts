import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import {
  blockingSleep,
  coroutine,
  createTask,
  gather,
  newEventLoop,
  perfCounter,
  print,
  sleep,
  ThreadPoolExecutor,
  threaded,
  toThread,
} from '../../src/index.js';
import { type ExecuteOptions, execute } from '../../src/lab/execute.js';
import type { Variant } from '../../src/lab/scenario.js';
import { hardWork } from '../hosts/fixtures/work.js';

interface Run extends Partial<ExecuteOptions> {
  readonly texts?: string[];
}

function perform(variant: Omit<Variant, 'about'>, options: Run = {}) {
  return execute(
    { about: 'a variant', ...variant },
    {
      clock: { kind: 'virtual' },
      module: import.meta.url,
      timeLimit: 60,
      strays: { of: 'test/variant', errors: [], isJudged: false },
      onLine: ({ text }) => options.texts?.push(text),
      onWarning: () => {},
      ...options,
    },
  );
}

export const work = threaded(import.meta.url, function work() {
  blockingSleep(100);
  print('too late');
});

const forever = coroutine(function* forever() {
  try {
    while (true) yield* sleep(1);
  } finally {
    print('cleanup');
  }
});

const inThisFile = /^test\/lab\/execute\.test\.ts:\d+$/;

describe('a variant', () => {
  test('is run on its clock, and its lines are told with instant and task', async () => {
    const main = coroutine(function* main() {
      yield* sleep(2);
      print('two');
      return [1, 2];
    });
    expect(await perform({ main })).toMatchObject({
      lines: [{ t: 2, text: 'two', task: 'Task-1' }],
      warnings: [],
      elapsed: 2,
      outcome: { type: 'return', value: [1, 2] },
      measures: {},
      pending: [],
    });
  });

  test('measures the moment at which a line is first printed', async () => {
    const main = coroutine(function* main() {
      yield* sleep(1);
      print('got it');
      yield* sleep(1);
      print('got it');
    });
    const measures = { first: { line: 'got it' }, never: { line: 'lost it' } };
    expect((await perform({ main, measures })).measures).toEqual({ first: 1 });
  });

  test('tells which tasks it has left and where they were made, and where it has printed', async () => {
    const main = coroutine(function* main() {
      createTask(forever());
      createTask(sleep(0));
      yield* sleep(1);
      print('end');
    });
    const { lines, pending, printedAt } = await perform({ main });
    expect(pending).toEqual([{ name: 'Task-2', place: expect.stringMatching(inThisFile) }]);
    expect(lines.map(printedAt)).toEqual(lines.map(() => expect.stringMatching(inThisFile)));
  });

  test('may be a whole program, which uses the lab’s clock for all that it does', async () => {
    const program = async () => {
      blockingSleep(1);
      const loop = newEventLoop();
      await loop.runUntilComplete(sleep(2));
      loop.close();
      print('ended');
    };
    const { lines, elapsed } = await perform({ program });
    expect(lines).toEqual([{ t: 3, text: 'ended' }]);
    expect(elapsed).toBe(3);
  });

  test('ends with what it throws', async () => {
    const program = () => {
      throw new RangeError('boo');
    };
    const { outcome } = await perform({ program });
    expect(outcome).toEqual({ type: 'error', name: 'RangeError', message: 'boo' });
  });

  test('ends with an Exception, as Python calls it, when it throws a plain Error', async () => {
    const program = () => {
      throw new Error('boo');
    };
    const { outcome } = await perform({ program });
    expect(outcome).toEqual({ type: 'error', name: 'Exception', message: 'boo' });
  });

  test('ends with an error of a class of its own, by the name of the class', async () => {
    class TeaError extends Error {}
    const program = () => {
      throw new TeaError('cold');
    };
    const { outcome } = await perform({ program });
    expect(outcome).toEqual({ type: 'error', name: 'TeaError', message: 'cold' });
  });

  test('returns only what JSON can keep', async () => {
    expect((await perform({ program: () => new Set([1]) })).outcome).toEqual({ type: 'return' });
    expect((await perform({ program: () => null })).outcome).toEqual({ type: 'return' });
  });

  test('leaves the default host as it was', async () => {
    const before = perfCounter();
    await perform({ program: () => blockingSleep(1000) });
    expect(perfCounter() - before).toBeLessThan(100);
  });

  test('is not heard any more when it has ended', async () => {
    const texts: string[] = [];
    const program = () => {
      setTimeout(() => print('too late'), 5);
      print('in time');
    };
    await perform({ program }, { texts });
    await wait(20);
    expect(texts).toEqual(['in time']);
  });
});

describe('a variant that hangs', () => {
  test('is interrupted at the time limit, and its cleanup runs', async () => {
    const { stopped, lines } = await perform({ main: forever }, { timeLimit: 5 });
    expect(stopped).toBe('time-limit');
    expect(lines.map(({ text }) => text)).toEqual(['cleanup']);
  });

  test('is stopped even when it swallows that', async () => {
    const stubborn = coroutine(function* stubborn() {
      while (true) {
        try {
          yield* sleep(1);
        } catch {}
      }
    });
    expect(await perform({ main: stubborn }, { timeLimit: 5 })).toMatchObject({
      stopped: 'time-limit',
    });
  });

  test.each([
    ['in a loop of blocking sleeps', () => perform({ program: blockForever }, { timeLimit: 5 })],
    ['where time stands still', () => perform({ main: spin }, { timeLimit: 0.1 })],
    ['on the real clock', () => perform({ main: forever }, { timeLimit: 0.1, clock: realClock })],
  ])('is stopped %s', async (_, run) => {
    expect(await run()).toMatchObject({ stopped: 'time-limit' });
  });

  test.each([
    ['a sleep', () => perform({ main: () => sleep(100) }, { timeLimit: 5 })],
    ['a blocking sleep', () => perform({ program: () => blockingSleep(100) }, { timeLimit: 5 })],
    ['a thread blocked for', () => perform({ program: blockForThread }, { timeLimit: 5 })],
    ['a loop of its own', () => perform({ program: ownLoop }, { timeLimit: 5 })],
    ['a background task', () => perform({ main: background }, { timeLimit: 5 })],
  ])('on the virtual clock ends exactly at the limit: %s', async (_, run) => {
    expect(await run()).toMatchObject({
      stopped: 'time-limit',
      elapsed: 5,
      lines: [],
      warnings: [],
    });
  });

  test('a thread that is still at work then is not heard any more', async () => {
    const { stopped, lines } = await perform({ main: () => toThread(work) }, { timeLimit: 5 });
    expect({ stopped, lines }).toEqual({ stopped: 'time-limit', lines: [] });
  });

  test('what is due at the limit still happens', async () => {
    const main = coroutine(function* main() {
      yield* sleep(5);
      print('in time');
    });
    const { lines, stopped } = await perform({ main }, { timeLimit: 5 });
    expect({ lines, stopped }).toEqual({ lines: [{ t: 5, text: 'in time', task: 'Task-1' }] });
  });

  const blockForThread = () => {
    new ThreadPoolExecutor(1).submit(work).result();
    print('too late');
  };
  const ownLoop = async () => {
    const loop = newEventLoop();
    loop.callLater(6, () => print('too late'));
    await loop.runForever();
  };
  const background = coroutine(function* background() {
    createTask(late());
    yield* gather(late(), late());
  });
  const late = coroutine(function* late() {
    yield* sleep(6);
    print('too late');
  });
  const realClock = { kind: 'real', speed: 1 } as const;
  const blockForever = () => {
    while (true) blockingSleep(1);
  };
  const spin = coroutine(function* spin() {
    while (true) yield* sleep(0);
  });
});

test.each([
  ['virtual', 'virtual'],
  ['real', 'real'],
] as const)(
  'on the %s clock a variant ends with its threads, as a program does, and they count for nothing',
  async (_, kind) => {
    const main = coroutine(function* main() {
      const pool = new ThreadPoolExecutor(1);
      for (const _ of [1, 2]) pool.submit(hardWork, 0.2);
      yield* sleep(0);
      print('over');
    });
    const clock = kind === 'real' ? ({ kind, speed: 1 } as const) : ({ kind } as const);
    const { lines, elapsed, outcome } = await perform({ main }, { clock, timeLimit: 20 });
    const ends = lines.map(({ text }) => text).filter((text) => !text.startsWith('works'));
    expect(ends).toEqual(['over', 'worked for 0.2', 'worked for 0.2']);
    expect(elapsed).toBeLessThan(0.1);
    expect(outcome).toEqual({ type: 'return' });
  },
);

test('a signal interrupts a variant, and its cleanup runs', async () => {
  const controller = new AbortController();
  const main = coroutine(function* main() {
    createTask(forever());
    yield* sleep(0);
    controller.abort();
    yield* sleep(10);
  });
  const { stopped, lines, elapsed } = await perform({ main }, { signal: controller.signal });
  expect(stopped).toBe('interrupted');
  expect(lines.map(({ text }) => text)).toEqual(['cleanup']);
  expect(elapsed).toBe(0);
});
