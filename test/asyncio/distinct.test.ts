import { expect, test } from 'vitest';
import {
  asCompleted,
  asyncWith,
  coroutine,
  createTask,
  Future,
  Lock,
  print,
  sleep,
  wait,
} from '../../src/index.js';
import { transcript } from './transcript.js';

const work = coroutine(function* work(delay: number) {
  yield* sleep(delay);
  return delay;
});

test('wait takes a generator of tasks, and walks it as it begins', async () => {
  const lines = await transcript(function* () {
    function* tasks() {
      for (const delay of [2, 1]) {
        print('starts', delay);
        yield createTask(work(delay));
      }
    }
    const [done, pending] = yield* wait(tasks(), { timeout: 1.5 });
    print(done.size, pending.size);
  });
  expect(lines).toEqual(['t=0 starts 2', 't=0 starts 1', 't=1.5 1 1']);
});

test('wait takes any other iterable, each future once', async () => {
  const lines = await transcript(function* () {
    const task = createTask(work(1));
    const named = new Map([
      ['a', task],
      ['b', task],
    ]);
    const [done] = yield* wait(named.values());
    print(done.size);
  });
  expect(lines).toEqual(['t=1 1']);
});

test('asCompleted takes a generator of coroutines', async () => {
  const lines = await transcript(function* () {
    const all = (function* () {
      for (const delay of [3, 1, 2]) yield work(delay);
    })();
    for (const next of asCompleted(all)) print(yield* next);
  });
  expect(lines).toEqual(['t=1 1', 't=2 2', 't=3 3']);
});

const lock = new Lock();

/** Bare generators, which are coroutines, suspended in every way there is, or not at all. */
const bare: Readonly<Record<string, () => object>> = {
  'in a sleep': function* () {
    yield* sleep(1);
  },
  'in a sleep of no length': function* () {
    yield* sleep(0);
  },
  'at a future': function* () {
    yield* new Future();
  },
  'deep in others': function* () {
    yield* asyncWith(lock, function* () {
      yield* work(1);
    });
  },
  'by itself': function* () {
    yield;
  },
  nowhere: function* () {
    return 'a result';
  },
};

test.each(Object.keys(bare))('a coroutine is no list of tasks: suspended %s', async (name) => {
  const make = bare[name] as () => never;
  const lines = await transcript(function* () {
    for (const call of [() => wait(make()), () => wait(asCompleted(make()) as never)]) {
      try {
        yield* call();
      } catch (error) {
        print(`${error}`);
      }
      yield* work(1);
      print(lock.locked());
    }
  });
  expect(lines).toEqual([
    't=0 TypeError: expect a list of futures, not coroutine',
    't=1 False',
    't=1 TypeError: expects an iterable of awaitables, not coroutine',
    't=2 False',
  ]);
});
