import { expect, test } from 'vitest';
import {
  asyncWith,
  CancelledError,
  createTask,
  DeadlockError,
  gather,
  Lock,
  print,
  RuntimeError,
  run,
  sleep,
  TimeoutError,
  waitFor,
} from '../../src/index.js';
import { transcript } from './transcript.js';

function* use(lock: Lock, name: string, seconds: number) {
  yield* asyncWith(lock, function* () {
    print(`${name} begins`);
    yield* sleep(seconds);
    print(`${name} ends`);
  });
}

function* acquire(lock: Lock, name: string) {
  try {
    yield* lock.acquire();
    print(`${name} has it`);
  } catch (error) {
    if (error instanceof CancelledError) print(`${name} is cancelled`);
    throw error;
  }
}

test('a lock is taken by one task at a time, in the order in which they asked', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    yield* gather(use(lock, 'a', 1), use(lock, 'b', 2), use(lock, 'c', 1));
  });
  expect(lines).toEqual([
    't=0 a begins',
    't=1 a ends',
    't=1 b begins',
    't=3 b ends',
    't=3 c begins',
    't=4 c ends',
  ]);
});

test('taking a free lock does not suspend', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    const task = createTask(
      (function* () {
        print('other');
      })(),
    );
    print(yield* lock.acquire());
    print(lock.locked());
    lock.release();
    print(lock.locked());
    yield* task;
  });
  expect(lines).toEqual(['t=0 True', 't=0 True', 't=0 False', 't=0 other']);
});

test('whoever releases the lock and asks again waits behind the others', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    function* waiter() {
      yield* lock.acquire();
      print('waiter has it');
      lock.release();
    }
    yield* lock.acquire();
    createTask(waiter());
    yield* sleep(0);
    lock.release();
    print(lock.locked());
    yield* lock.acquire();
    print('main has it again');
    lock.release();
  });
  expect(lines).toEqual(['t=0 False', 't=0 waiter has it', 't=0 main has it again']);
});

test('a task that is never suspended keeps taking the lock', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    function* worker(name: string) {
      for (let i = 0; i < 3; i += 1) {
        yield* asyncWith(lock, function* () {
          print(`${name}${i}`);
        });
      }
    }
    yield* gather(worker('a'), worker('b'), worker('c'));
  });
  expect(lines).toEqual(
    ['a0', 'a1', 'a2', 'b0', 'b1', 'b2', 'c0', 'c1', 'c2'].map((line) => `t=0 ${line}`),
  );
});

test('a cancelled task leaves the line, and the others keep their places', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    yield* lock.acquire();
    const a = createTask(acquire(lock, 'a'));
    const b = createTask(acquire(lock, 'b'));
    const c = createTask(acquire(lock, 'c'));
    yield* sleep(1);
    b.cancel();
    yield* sleep(1);
    lock.release();
    yield* a;
    lock.release();
    yield* c;
  });
  expect(lines).toEqual(['t=1 b is cancelled', 't=2 a has it', 't=2 c has it']);
});

test('a task that is woken and then cancelled wakes the next one', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    yield* lock.acquire();
    const a = createTask(acquire(lock, 'a'));
    const b = createTask(acquire(lock, 'b'));
    yield* sleep(1);
    lock.release();
    a.cancel();
    yield* b;
    print(a.cancelled());
  });
  expect(lines).toEqual(['t=1 a is cancelled', 't=1 b has it', 't=1 True']);
});

test('a task that is cancelled just before the release wakes the next one', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    yield* lock.acquire();
    const a = createTask(acquire(lock, 'a'));
    const b = createTask(acquire(lock, 'b'));
    yield* sleep(1);
    a.cancel();
    lock.release();
    yield* b;
    print(a.cancelled());
  });
  expect(lines).toEqual(['t=1 a is cancelled', 't=1 b has it', 't=1 True']);
});

test('the chance is passed on when the next one is cancelled as well', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    yield* lock.acquire();
    const a = createTask(acquire(lock, 'a'));
    const b = createTask(acquire(lock, 'b'));
    const c = createTask(acquire(lock, 'c'));
    yield* sleep(1);
    lock.release();
    a.cancel();
    b.cancel();
    yield* c;
  });
  expect(lines).toEqual(['t=1 a is cancelled', 't=1 b is cancelled', 't=1 c has it']);
});

test('a newcomer waits behind a task that was woken and cancelled', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    yield* lock.acquire();
    const a = createTask(acquire(lock, 'a'));
    createTask(acquire(lock, 'b'));
    yield* sleep(1);
    lock.release();
    a.cancel();
    const c = createTask(acquire(lock, 'c'));
    yield* sleep(1);
    lock.release();
    yield* c;
  });
  expect(lines).toEqual(['t=1 a is cancelled', 't=1 b has it', 't=2 c has it']);
});

test('a free lock is taken at once when all who wait were cancelled', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    yield* lock.acquire();
    const a = createTask(acquire(lock, 'a'));
    yield* sleep(1);
    a.cancel();
    lock.release();
    yield* lock.acquire();
    print('main has it');
    const b = createTask(acquire(lock, 'b'));
    yield* sleep(1);
    lock.release();
    yield* b;
  });
  expect(lines).toEqual(['t=1 main has it', 't=1 a is cancelled', 't=2 b has it']);
});

test('a task that gives up after a time leaves the lock usable', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    yield* lock.acquire();
    try {
      yield* waitFor(lock.acquire(), 2);
    } catch (error) {
      if (error instanceof TimeoutError) print('timeout');
    }
    lock.release();
    yield* lock.acquire();
    print('taken');
  });
  expect(lines).toEqual(['t=2 timeout', 't=2 taken']);
});

test('an error in the block releases the lock', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    try {
      yield* asyncWith(lock, function* () {
        throw new Error('broken');
      });
    } catch (error) {
      print((error as Error).message, lock.locked());
    }
  });
  expect(lines).toEqual(['t=0 broken False']);
});

test('a free lock cannot be released', () => {
  expect(() => new Lock().release()).toThrow(new RuntimeError('Lock is not acquired.'));
});

test('a lock belongs to the loop in which somebody first waited for it', async () => {
  const lock = new Lock();
  await run(
    (function* () {
      yield* lock.acquire();
      createTask(lock.acquire());
      yield* sleep(1);
    })(),
    { clock: 'virtual' },
  );
  await expect(run(lock.acquire(), { clock: 'virtual' })).rejects.toThrow(
    new RuntimeError('<asyncio.locks.Lock object [locked]> is bound to a different event loop'),
  );
});

test("a lock of the program's own class says so", () => {
  class Door extends Lock {}
  expect(String(new Door())).toBe('<Door object [unlocked]>');
});

test('a lock says whether it is locked and how many wait', async () => {
  const lock = new Lock();
  expect(String(lock)).toBe('<asyncio.locks.Lock object [unlocked]>');
  const lines = await transcript(function* () {
    yield* lock.acquire();
    createTask(lock.acquire());
    createTask(lock.acquire());
    yield* sleep(0);
    print(lock);
  });
  expect(lines).toEqual(['t=0 <asyncio.locks.Lock object [locked, waiters:2]>']);
});

test('a deadlock names the lock', async () => {
  const main = function* () {
    const lock = new Lock();
    yield* lock.acquire();
    yield* lock.acquire();
  };
  const failure = await run(main(), { clock: 'virtual' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DeadlockError);
  expect((failure as Error).message).toContain('awaits Lock.acquire()');
});

test('a task that is cancelled before it begins neither takes the lock nor gives it back', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    const acquiring = [lock.acquire(), lock.aenter()].map((coro) => createTask<unknown>(coro));
    for (const task of acquiring) task.cancel();
    yield* sleep(0);
    print(
      acquiring.map((task) => task.cancelled()),
      lock.locked(),
    );
    yield* lock.acquire();
    const leaving = createTask(lock.aexit(undefined));
    leaving.cancel();
    lock.acquire().close();
    lock.aexit(undefined).close();
    yield* sleep(0);
    print(leaving.cancelled(), lock.locked());
  });
  expect(lines).toEqual(['t=0 [True, True] False', 't=0 True True']);
});
