import { expect, test } from 'vitest';
import {
  asyncWith,
  CancelledError,
  Condition,
  createTask,
  Lock,
  print,
  RuntimeError,
  run,
  sleep,
  wait,
} from '../../src/index.js';
import { transcript } from './transcript.js';

function* waiter(condition: Condition, name: string, seconds = 0) {
  try {
    yield* asyncWith(condition, function* () {
      print(`${name} waits`);
      print(name, yield* condition.wait());
      yield* sleep(seconds);
      print(`${name} leaves`);
    });
  } catch (error) {
    if (error instanceof CancelledError) print(`${name} is cancelled`);
    throw error;
  }
}

function* notify(condition: Condition, n: number) {
  yield* asyncWith(condition, function* () {
    condition.notify(n);
  });
}

test('so many are notified, in the order in which they wait', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    const tasks = ['a', 'b', 'c', 'd'].map((name) => createTask(waiter(condition, name)));
    for (const n of [1, 2, 5]) {
      yield* sleep(1);
      yield* notify(condition, n);
    }
    yield* wait(tasks);
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=0 b waits',
    't=0 c waits',
    't=0 d waits',
    't=1 a True',
    't=1 a leaves',
    't=2 b True',
    't=2 b leaves',
    't=2 c True',
    't=2 c leaves',
    't=3 d True',
    't=3 d leaves',
  ]);
});

test('all who are notified go on one at a time, as they get the lock', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    const tasks = ['a', 'b', 'c'].map((name) => createTask(waiter(condition, name, 1)));
    yield* sleep(1);
    yield* asyncWith(condition, function* () {
      condition.notifyAll();
      yield* sleep(1);
      print('main leaves');
    });
    yield* wait(tasks);
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=0 b waits',
    't=0 c waits',
    't=2 main leaves',
    't=2 a True',
    't=3 a leaves',
    't=3 b True',
    't=4 b leaves',
    't=4 c True',
    't=5 c leaves',
  ]);
});

test('how many are notified may be said by name', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    const tasks = ['a', 'b', 'c'].map((name) => createTask(waiter(condition, name, 1)));
    yield* sleep(1);
    yield* asyncWith(condition, function* () {
      condition.notify({ n: 2 });
    });
    yield* wait(tasks, { timeout: 5 });
  });
  expect(lines.filter((line) => line.endsWith('leaves'))).toEqual(['t=2 a leaves', 't=3 b leaves']);
});

test('notifying nobody does nothing', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    yield* asyncWith(condition, function* () {
      condition.notifyAll();
      condition.notify(3);
      print('nobody');
    });
  });
  expect(lines).toEqual(['t=0 nobody']);
});

test('without the lock nobody waits or notifies', async () => {
  const condition = new Condition();
  const refused = new RuntimeError('cannot notify on un-acquired lock');
  expect(() => condition.notify()).toThrow(refused);
  expect(() => condition.notifyAll()).toThrow(refused);
  expect(() => condition.release()).toThrow(new RuntimeError('Lock is not acquired.'));
  await expect(run(condition.wait(), { clock: 'virtual' })).rejects.toThrow(
    new RuntimeError('cannot wait on un-acquired lock'),
  );
});

test('waitFor waits until the function gives something true, and gives that', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    const items: string[] = [];
    const task = createTask(
      asyncWith(condition, function* () {
        print(yield* condition.waitFor(() => (items.length >= 2 ? items.length : undefined)));
      }),
    );
    for (const item of ['x', 'y']) {
      yield* sleep(1);
      yield* asyncWith(condition, function* () {
        items.push(item);
        condition.notify();
        print(`put ${item}`);
      });
    }
    yield* task;
  });
  expect(lines).toEqual(['t=1 put x', 't=2 put y', 't=2 2']);
});

test('waitFor keeps the lock when there is nothing to wait for', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    yield* asyncWith(condition, function* () {
      print(yield* condition.waitFor(() => 'true'));
      print(condition.locked());
    });
  });
  expect(lines).toEqual(['t=0 true', 't=0 True']);
});

test('a cancelled task takes the lock again before it leaves', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    const a = createTask(waiter(condition, 'a'));
    yield* sleep(1);
    yield* asyncWith(condition, function* () {
      a.cancel();
      yield* sleep(1);
      print('main leaves');
    });
    yield* wait([a]);
    print(a.cancelled(), condition.locked());
  });
  expect(lines).toEqual(['t=0 a waits', 't=2 main leaves', 't=2 a is cancelled', 't=2 True False']);
});

test('a task cancelled again and again meanwhile gets the lock, and the last cancellation', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    const a = createTask(
      asyncWith(condition, function* () {
        try {
          yield* condition.wait();
        } catch (error) {
          print(`cancelled: ${(error as Error).message}, locked: ${condition.locked()}`);
        }
      }),
    );
    yield* sleep(1);
    yield* asyncWith(condition, function* () {
      a.cancel('first');
      yield* sleep(1);
      a.cancel('second');
      yield* sleep(1);
      a.cancel('third');
      yield* sleep(1);
      print('main leaves');
    });
    yield* a;
  });
  expect(lines).toEqual(['t=4 main leaves', 't=4 cancelled: third, locked: true']);
});

test('a task that is notified and then cancelled notifies the next one', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    const a = createTask(waiter(condition, 'a'));
    const b = createTask(waiter(condition, 'b'));
    yield* sleep(1);
    yield* asyncWith(condition, function* () {
      condition.notify();
      a.cancel();
    });
    yield* wait([a, b]);
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=0 b waits',
    't=1 a is cancelled',
    't=1 b True',
    't=1 b leaves',
  ]);
});

test('a task that is cancelled while it takes the lock again notifies the next one', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    const a = createTask(waiter(condition, 'a'));
    const b = createTask(waiter(condition, 'b'));
    yield* sleep(1);
    yield* asyncWith(condition, function* () {
      condition.notify();
      yield* sleep(1);
      a.cancel();
      yield* sleep(1);
      print('main leaves');
    });
    yield* wait([a, b]);
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=0 b waits',
    't=3 main leaves',
    't=3 a is cancelled',
    't=3 b True',
    't=3 b leaves',
  ]);
});

test('a task that is cancelled wakes one more than was notified', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    const [a, b, c] = [
      createTask(waiter(condition, 'a')),
      createTask(waiter(condition, 'b')),
      createTask(waiter(condition, 'c')),
    ];
    yield* sleep(1);
    yield* asyncWith(condition, function* () {
      a.cancel();
      condition.notify();
    });
    yield* sleep(1);
    print(c.done());
    yield* wait([a, b, c]);
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=0 b waits',
    't=0 c waits',
    't=1 a is cancelled',
    't=1 b True',
    't=1 b leaves',
    't=1 c True',
    't=1 c leaves',
    't=2 True',
  ]);
});

test('two conditions can share a lock', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    const empty = new Condition(lock);
    const full = new Condition(lock);
    const tasks = [createTask(waiter(empty, 'empty')), createTask(waiter(full, 'full'))];
    yield* sleep(1);
    yield* asyncWith(lock, function* () {
      full.notify();
    });
    yield* sleep(1);
    yield* asyncWith(full, function* () {
      empty.notify();
    });
    yield* wait(tasks);
  });
  expect(lines).toEqual([
    't=0 empty waits',
    't=0 full waits',
    't=1 full True',
    't=1 full leaves',
    't=2 empty True',
    't=2 empty leaves',
  ]);
});

test('a condition says whether it is locked and how many wait', async () => {
  const lines = await transcript(function* () {
    const condition = new Condition();
    createTask(waiter(condition, 'a'));
    yield* sleep(0);
    print(condition);
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=0 <asyncio.locks.Condition object [unlocked, waiters:1]>',
    't=0 a is cancelled',
  ]);
});
