import { expect, test } from 'vitest';
import {
  asyncWith,
  Barrier,
  createTask,
  DeadlockError,
  gather,
  print,
  run,
  sleep,
  ValueError,
  wait,
} from '../../src/index.js';
import { transcript } from './transcript.js';

function* runner(barrier: Barrier, name: string, seconds = 0) {
  yield* sleep(seconds);
  try {
    print(name, yield* barrier.wait());
  } catch (error) {
    print(`${name} ${(error as Error).name}: ${(error as Error).message}`);
  }
}

test('tasks wait for each other, and each is given its place', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(3);
    yield* gather(runner(barrier, 'a', 3), runner(barrier, 'b', 1), runner(barrier, 'c', 2));
  });
  expect(lines).toEqual(['t=3 a 2', 't=3 b 0', 't=3 c 1']);
});

test('a barrier for one does not suspend', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(1);
    const task = createTask(
      (function* () {
        print('other');
      })(),
    );
    print(yield* barrier.wait(), yield* barrier.wait());
    yield* task;
  });
  expect(lines).toEqual(['t=0 0 0', 't=0 other']);
});

test('a barrier can be passed again and again', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(2);
    function* racer(name: string, seconds: number) {
      for (const lap of [1, 2]) {
        yield* sleep(seconds);
        print(name, lap, yield* barrier.wait());
      }
    }
    yield* gather(racer('a', 1), racer('b', 2));
  });
  expect(lines).toEqual(['t=2 b 1 1', 't=2 a 1 0', 't=4 b 2 1', 't=4 a 2 0']);
});

test('more tasks than it takes pass in groups, and the rest wait', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(2);
    const tasks = ['a', 'b', 'c', 'd', 'e'].map((name) => createTask(runner(barrier, name)));
    yield* sleep(1);
    print(barrier.nWaiting, barrier.parties, barrier.broken);
    yield* barrier.wait();
    yield* wait(tasks);
    print(barrier.nWaiting);
  });
  expect(lines).toEqual([
    't=0 b 1',
    't=0 a 0',
    't=0 d 1',
    't=0 c 0',
    't=1 1 2 False',
    't=1 e 0',
    't=1 0',
  ]);
});

test('whoever comes while it drains waits until the last one has left', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(2);
    const tasks = ['a', 'b'].map((name) => createTask(runner(barrier, name)));
    yield* sleep(0);
    tasks.push(...['c', 'd'].map((name) => createTask(runner(barrier, name))));
    yield* wait(tasks);
  });
  expect(lines).toEqual(['t=0 b 1', 't=0 a 0', 't=0 d 1', 't=0 c 0']);
});

test('asyncWith gives the body its place', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(2);
    function* part(name: string) {
      yield* asyncWith(barrier, function* (place) {
        print(name, place);
        if (place === 0) print('only one does this');
      });
    }
    yield* gather(part('a'), part('b'));
  });
  expect(lines).toEqual(['t=0 b 1', 't=0 a 0', 't=0 only one does this']);
});

test('aborting breaks it for all who wait and all who come, until it is reset', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(3);
    const tasks = ['a', 'b'].map((name) => createTask(runner(barrier, name)));
    yield* sleep(1);
    yield* barrier.abort();
    print(barrier.broken, barrier.nWaiting);
    yield* wait(tasks);
    yield* runner(barrier, 'late');
    yield* barrier.reset();
    print(barrier.broken);
  });
  expect(lines).toEqual([
    't=1 True 0',
    't=1 a BrokenBarrierError: Abort or reset of barrier',
    't=1 b BrokenBarrierError: Abort or reset of barrier',
    't=1 late BrokenBarrierError: Barrier aborted',
    't=1 False',
  ]);
});

test('aborting while it drains breaks it also for those who may pass', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(2);
    const a = createTask(runner(barrier, 'a'));
    yield* sleep(1);
    const b = createTask(runner(barrier, 'b'));
    const c = createTask(runner(barrier, 'c'));
    const d = createTask(barrier.abort());
    yield* wait([a, b, c, d]);
  });
  expect(lines).toEqual([
    't=1 b BrokenBarrierError: Barrier aborted',
    't=1 c BrokenBarrierError: Barrier aborted',
    't=1 a BrokenBarrierError: Abort or reset of barrier',
  ]);
});

test('resetting throws out all who wait, and the barrier fills anew', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(3);
    const tasks = ['a', 'b'].map((name) => createTask(runner(barrier, name)));
    yield* sleep(1);
    print(barrier.nWaiting);
    yield* barrier.reset();
    print(barrier.nWaiting, barrier.broken);
    yield* wait(tasks);
    yield* gather(runner(barrier, 'c'), runner(barrier, 'd'), runner(barrier, 'e'));
  });
  expect(lines).toEqual([
    't=1 2',
    't=1 0 False',
    't=1 a BrokenBarrierError: Abort or reset of barrier',
    't=1 b BrokenBarrierError: Abort or reset of barrier',
    't=1 e 2',
    't=1 c 0',
    't=1 d 1',
  ]);
});

test('a task that comes right after the reset is not thrown out', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(3);
    const tasks = ['a', 'b'].map((name) => createTask(runner(barrier, name)));
    yield* sleep(1);
    yield* barrier.reset();
    tasks.push(...['c', 'd', 'e'].map((name) => createTask(runner(barrier, name))));
    yield* wait(tasks);
  });
  expect(lines).toEqual([
    't=1 a BrokenBarrierError: Abort or reset of barrier',
    't=1 b BrokenBarrierError: Abort or reset of barrier',
    't=1 e 2',
    't=1 c 0',
    't=1 d 1',
  ]);
});

test('a cancelled task leaves, and its place is free again', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(2);
    const a = createTask(runner(barrier, 'a'));
    yield* sleep(1);
    a.cancel();
    yield* sleep(1);
    print(barrier.nWaiting);
    yield* gather(runner(barrier, 'b'), runner(barrier, 'c'));
  });
  expect(lines).toEqual(['t=1 a CancelledError: ', 't=2 0', 't=2 c 1', 't=2 b 0']);
});

test('a task that may pass and is cancelled does not keep the others out', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(2);
    const a = createTask(runner(barrier, 'a'));
    yield* sleep(1);
    print(yield* barrier.wait());
    a.cancel();
    yield* wait([a]);
    yield* gather(runner(barrier, 'b'), runner(barrier, 'c'));
  });
  expect(lines).toEqual(['t=1 1', 't=1 a CancelledError: ', 't=1 c 1', 't=1 b 0']);
});

test('a barrier is for at least one task', () => {
  expect(() => new Barrier(0)).toThrow(new ValueError('parties must be >= 1'));
});

test('the number of its tasks may be given by its name', () => {
  expect(new Barrier({ parties: 3 }).parties).toBe(3);
});

test('the number of its tasks is a number, or a truth value', () => {
  for (const [parties, type] of [
    ['2', 'str'],
    [undefined, 'NoneType'],
  ] as [never, string][]) {
    const refusal = `'<' not supported between instances of '${type}' and 'int'`;
    expect(() => new Barrier(parties)).toThrow(refusal);
  }
  expect(new Barrier(true as never).parties).toBe(1);
  expect(String(new Barrier(Number.POSITIVE_INFINITY))).toContain('[filling, waiters:0/inf]');
});

test('a barrier says how many of how many wait', async () => {
  const lines = await transcript(function* () {
    const barrier = new Barrier(2);
    createTask(barrier.wait());
    yield* sleep(0);
    print(barrier);
    yield* barrier.abort();
    print(barrier);
  });
  expect(lines).toEqual([
    't=0 <asyncio.locks.Barrier object [filling, waiters:1/2]>',
    't=0 <asyncio.locks.Barrier object [broken]>',
    'warning: Task exception was never retrieved',
  ]);
});

test('a deadlock names the barrier', async () => {
  const failure = await run(new Barrier(2).wait(), { clock: 'virtual' }).catch((e: unknown) => e);
  expect(failure).toBeInstanceOf(DeadlockError);
  expect((failure as Error).message).toContain('awaits Barrier.wait()');
});
