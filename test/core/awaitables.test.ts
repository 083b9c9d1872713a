import { expect, test } from 'vitest';
import { isAwaitable } from '../../src/core/awaitables.js';
import {
  type Awaitable,
  createTask,
  ensureFuture,
  Future,
  gather,
  getRunningLoop,
  print,
  RuntimeError,
  shield,
  sleep,
  Task,
  ValueError,
  waitFor,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

/** An awaitable of one's own: `__await__` is `[Symbol.iterator]`. */
class Shouted implements Awaitable<string> {
  constructor(readonly word: string) {}

  *[Symbol.iterator]() {
    return `${yield* sleep(1, this.word)}!`;
  }
}

test('a class of your own can be awaited', async () => {
  const lines = await transcript(function* () {
    print(yield* new Shouted('hello'));
    const again = new Shouted('again');
    print(yield* again, yield* again);
  });
  expect(lines).toEqual(['t=1 hello!', 't=3 again! again!']);
});

test('an awaitable is taken wherever a coroutine is', async () => {
  const lines = await transcript(function* () {
    print(yield* gather(new Shouted('a'), new Shouted('b')));
    print(yield* waitFor(new Shouted('c'), 2));
    print(yield* shield(new Shouted('d')));
    const task = ensureFuture(new Shouted('e'));
    print(task instanceof Task && task.getCoro()?.name);
    print(yield* task);
  });
  expect(lines).toEqual([
    "t=1 ['a!', 'b!']",
    't=2 c!',
    't=3 d!',
    't=3 ensure_future.<locals>._wrap_awaitable',
    't=4 e!',
  ]);
});

test('an awaitable that gives its value at once does not suspend', async () => {
  const lines = await transcript(function* () {
    createTask(
      (function* () {
        print('other');
      })(),
    );
    const immediate: Awaitable<number> = {
      *[Symbol.iterator]() {
        return 3;
      },
    };
    print(yield* immediate);
    yield* sleep(0);
  });
  expect(lines).toEqual(['t=0 3', 't=0 other']);
});

test('a bare yield lets one iteration pass', async () => {
  const lines = await transcript(function* () {
    createTask(
      (function* () {
        print('other');
      })(),
    );
    print('main');
    yield;
    print('main again');
  });
  expect(lines).toEqual(['t=0 main', 't=0 other', 't=0 main again']);
});

test('ensureFuture returns futures and tasks as they are', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const task = createTask(sleep(0));
    print(ensureFuture(future) === future, ensureFuture(task) === task);
  });
  expect(lines).toEqual(['t=0 True True']);
});

test('what cannot be awaited is refused', async () => {
  const lines = await transcript(function* () {
    for (const object of [3, 'text', [1], new Map(), undefined]) {
      print(caught(() => ensureFuture(object as never)));
    }
    print(caught(() => createTask(new Future() as never)));
    print(caught(() => createTask(3 as never)));
  });
  expect(lines).toEqual([
    ...Array.from(
      { length: 5 },
      () => 't=0 TypeError: An asyncio.Future, a coroutine or an awaitable is required',
    ),
    't=0 TypeError: a coroutine was expected, got <Future pending>',
    't=0 TypeError: a coroutine was expected, got 3',
  ]);
});

test('collections and strings are no awaitables, objects with an iterator are', () => {
  const collections = [[1], new Set(), new Map(), new Uint8Array(1), 'text', null, 3];
  expect(collections.filter(isAwaitable)).toEqual([]);
  expect(isAwaitable(new Shouted('a'))).toBe(true);
});

test('a coroutine that no task could be made of is closed after a RuntimeError alone', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    for (const error of [new RuntimeError('a'), new ValueError('b')]) {
      loop.setTaskFactory(() => {
        throw error;
      });
      print(caught(() => ensureFuture(sleep(1))));
    }
    loop.setTaskFactory(undefined);
  });
  expect(lines).toEqual([
    't=0 RuntimeError: a',
    't=0 ValueError: b',
    "warning: RuntimeWarning: coroutine 'sleep' was never awaited",
  ]);
});
