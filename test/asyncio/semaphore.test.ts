import { expect, test } from 'vitest';
import {
  asyncWith,
  BoundedSemaphore,
  CancelledError,
  createTask,
  gather,
  print,
  Semaphore,
  sleep,
  ValueError,
  wait,
} from '../../src/index.js';
import { transcript } from './transcript.js';

function* use(semaphore: Semaphore, name: string, seconds: number) {
  yield* asyncWith(semaphore, function* () {
    print(`${name} begins`);
    yield* sleep(seconds);
    print(`${name} ends`);
  });
}

function* acquire(semaphore: Semaphore, name: string) {
  try {
    yield* semaphore.acquire();
    print(`${name} has one`);
  } catch (error) {
    if (error instanceof CancelledError) print(`${name} is cancelled`);
    throw error;
  }
}

test('so many tasks at a time hold a permit, in the order in which they asked', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(2);
    yield* gather(
      use(semaphore, 'a', 1),
      use(semaphore, 'b', 2),
      use(semaphore, 'c', 2),
      use(semaphore, 'd', 1),
    );
  });
  expect(lines).toEqual([
    't=0 a begins',
    't=0 b begins',
    't=1 a ends',
    't=1 c begins',
    't=2 b ends',
    't=2 d begins',
    't=3 c ends',
    't=3 d ends',
  ]);
});

test('taking a free permit does not suspend', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(2);
    const task = createTask(
      (function* () {
        print('other');
      })(),
    );
    print(yield* semaphore.acquire(), semaphore.locked());
    print(yield* semaphore.acquire(), semaphore.locked());
    yield* task;
  });
  expect(lines).toEqual(['t=0 True False', 't=0 True True', 't=0 other']);
});

test('a permit is handed to the first who waits, and nobody can jump the queue', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(1);
    yield* semaphore.acquire();
    createTask(acquire(semaphore, 'a'));
    yield* sleep(1);
    semaphore.release();
    print(semaphore.locked());
    const b = createTask(acquire(semaphore, 'main'));
    yield* sleep(1);
    semaphore.release();
    yield* b;
  });
  expect(lines).toEqual(['t=1 True', 't=1 a has one', 't=2 main has one']);
});

test('while somebody waits the semaphore is locked, although a permit is free', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(0);
    const a = createTask(acquire(semaphore, 'a'));
    yield* sleep(1);
    semaphore.release();
    semaphore.release();
    print(semaphore.locked());
    const b = createTask(acquire(semaphore, 'b'));
    yield* wait([a, b]);
    print(semaphore.locked());
  });
  expect(lines).toEqual(['t=1 True', 't=1 a has one', 't=1 b has one', 't=1 True']);
});

test('each of several releases at once wakes one more task', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(0);
    const tasks = ['a', 'b', 'c', 'd'].map((name) => createTask(acquire(semaphore, name)));
    yield* sleep(1);
    semaphore.release();
    semaphore.release();
    semaphore.release();
    yield* sleep(1);
    semaphore.release();
    yield* wait(tasks);
  });
  expect(lines).toEqual(['t=1 a has one', 't=1 b has one', 't=1 c has one', 't=2 d has one']);
});

test('a task that is handed a permit and then cancelled hands it on', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(0);
    const a = createTask(acquire(semaphore, 'a'));
    const b = createTask(acquire(semaphore, 'b'));
    yield* sleep(1);
    semaphore.release();
    a.cancel();
    yield* wait([a, b]);
    print(semaphore.locked());
  });
  expect(lines).toEqual(['t=1 a is cancelled', 't=1 b has one', 't=1 True']);
});

test('a permit goes past a task that was cancelled just before', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(0);
    const a = createTask(acquire(semaphore, 'a'));
    const b = createTask(acquire(semaphore, 'b'));
    yield* sleep(1);
    a.cancel();
    semaphore.release();
    yield* wait([a, b]);
  });
  expect(lines).toEqual(['t=1 a is cancelled', 't=1 b has one']);
});

test('the last one who waits puts the permit back when it is cancelled', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(0);
    const a = createTask(acquire(semaphore, 'a'));
    yield* sleep(1);
    semaphore.release();
    a.cancel();
    yield* wait([a]);
    print(semaphore.locked());
    yield* acquire(semaphore, 'main');
  });
  expect(lines).toEqual(['t=1 a is cancelled', 't=1 False', 't=1 main has one']);
});

test('two permits are put back by two tasks, and one is handed on', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(0);
    const a = createTask(acquire(semaphore, 'a'));
    const b = createTask(acquire(semaphore, 'b'));
    const c = createTask(acquire(semaphore, 'c'));
    yield* sleep(1);
    semaphore.release();
    semaphore.release();
    a.cancel();
    b.cancel();
    yield* wait([a, b, c]);
    print(semaphore.locked());
    yield* acquire(semaphore, 'main');
  });
  expect(lines).toEqual([
    't=1 a is cancelled',
    't=1 b is cancelled',
    't=1 c has one',
    't=1 False',
    't=1 main has one',
  ]);
});

test('a cancelled task leaves the line, and the others keep their places', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(0);
    const a = createTask(acquire(semaphore, 'a'));
    const b = createTask(acquire(semaphore, 'b'));
    const c = createTask(acquire(semaphore, 'c'));
    yield* sleep(1);
    b.cancel();
    yield* sleep(1);
    semaphore.release();
    semaphore.release();
    yield* wait([a, c]);
  });
  expect(lines).toEqual(['t=1 b is cancelled', 't=2 a has one', 't=2 c has one']);
});

test('a free permit is taken at once when all who wait were cancelled', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(1);
    yield* semaphore.acquire();
    const a = createTask(acquire(semaphore, 'a'));
    yield* sleep(1);
    a.cancel();
    semaphore.release();
    print(semaphore.locked());
    yield* semaphore.acquire();
    print('main has one');
    yield* wait([a]);
    print(semaphore.locked());
  });
  expect(lines).toEqual(['t=1 False', 't=1 main has one', 't=1 a is cancelled', 't=1 True']);
});

test('a semaphore can be released more often than it was acquired', async () => {
  const lines = await transcript(function* () {
    const semaphore = new Semaphore(1);
    semaphore.release();
    yield* semaphore.acquire();
    yield* semaphore.acquire();
    print(semaphore.locked());
  });
  expect(lines).toEqual(['t=0 True']);
});

test('a bounded semaphore cannot', async () => {
  const lines = await transcript(function* () {
    const semaphore = new BoundedSemaphore(2);
    yield* semaphore.acquire();
    semaphore.release();
    print(semaphore.locked());
    try {
      semaphore.release();
    } catch (error) {
      print(error);
    }
  });
  expect(lines).toEqual(['t=0 False', 't=0 BoundedSemaphore released too many times']);
});

test('the number of permits is not negative', () => {
  const refused = new ValueError('Semaphore initial value must be >= 0');
  expect(() => new Semaphore(-1)).toThrow(refused);
  expect(() => new BoundedSemaphore(-1)).toThrow(refused);
});

test('the number of permits may be given by its name', () => {
  expect(`${new Semaphore({ value: 2 })}`).toBe(
    '<asyncio.locks.Semaphore object [unlocked, value:2]>',
  );
  const bounded = new BoundedSemaphore({ value: 1 });
  expect(() => bounded.release()).toThrow('BoundedSemaphore released too many times');
});

test('the number of permits is a number, or a truth value', () => {
  for (const [value, type] of [
    ['2', 'str'],
    [null, 'NoneType'],
    [{}, 'dict'],
  ] as [never, string][]) {
    const refusal = `'<' not supported between instances of '${type}' and 'int'`;
    expect(() => new Semaphore(value)).toThrow(refusal);
    expect(() => new BoundedSemaphore(value)).toThrow(refusal);
  }
  expect(String(new Semaphore(true as never))).toContain('[unlocked, value:1]');
  expect(String(new Semaphore(Number.POSITIVE_INFINITY))).toContain('[unlocked, value:inf]');
});

test('a semaphore says how many permits are free and how many wait', async () => {
  const lines = await transcript(function* () {
    const semaphore = new BoundedSemaphore(1);
    print(semaphore);
    yield* semaphore.acquire();
    createTask(semaphore.acquire());
    yield* sleep(0);
    print(semaphore);
  });
  expect(lines).toEqual([
    't=0 <asyncio.locks.BoundedSemaphore object [unlocked, value:1]>',
    't=0 <asyncio.locks.BoundedSemaphore object [locked, waiters:1]>',
  ]);
});
