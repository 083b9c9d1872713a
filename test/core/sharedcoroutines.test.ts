/** Two tasks that run the same coroutine at the same time, as CPython 3.14 has them do. */
import { expect, test } from 'vitest';
import {
  type Coroutine,
  coroutine,
  createTask,
  currentTask,
  Future,
  gather,
  print,
  sleep,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

const inner = coroutine(function* inner() {
  print('begun');
  return yield* sleep(1, 'slept');
});
const outer = coroutine(function* outer() {
  return yield* inner();
});

test('each task goes on where the other has got to; one of them comes too late', async () => {
  const lines = await transcript(function* () {
    const shared = outer();
    const tasks = [createTask(shared), createTask(shared)];
    print(yield* gather(...tasks, { returnExceptions: true }));
  });
  expect(lines).toEqual([
    't=0 begun',
    "t=1 ['slept', RuntimeError('cannot reuse already awaited coroutine')]",
  ]);
});

test('a coroutine that a task runs cannot be awaited as well', async () => {
  const lines = await transcript(function* () {
    const shared = outer();
    const task = createTask(shared);
    yield* sleep(0);
    print(caught(() => shared[Symbol.iterator]()));
    print(yield* task);
  });
  expect(lines).toEqual([
    't=0 begun',
    't=0 RuntimeError: coroutine is being awaited already',
    't=1 slept',
  ]);
});

const awaiter = coroutine(function* awaiter<T>(awaited: Coroutine<T>) {
  return yield* awaited;
});

test('a task may run what another one awaits: whichever it ends for, the other comes too late', async () => {
  const lines = await transcript(function* () {
    const counting = coroutine(function* counting() {
      for (const step of [1, 2]) {
        yield* sleep(0);
        print(step, currentTask()?.getName());
      }
      return yield* inner();
    });
    const shared = counting();
    const awaiting = createTask(awaiter(awaiter(shared)), { name: 'awaits' });
    const running = createTask(shared, { name: 'runs' });
    print(yield* gather(awaiting, running, { returnExceptions: true }));
  });
  expect(lines).toEqual([
    't=0 1 runs',
    't=0 2 awaits',
    't=0 begun',
    "t=1 ['slept', RuntimeError('cannot reuse already awaited coroutine')]",
  ]);
});

test('what a task ends that another one awaits is lost to that', async () => {
  const lines = await transcript(function* () {
    const shared = coroutine(function* shared() {
      try {
        yield* sleep(1);
      } finally {
        print('ends in', currentTask()?.getName());
      }
    })();
    const awaiting = createTask(awaiter(awaiter(shared)), { name: 'awaits' });
    const running = createTask(shared, { name: 'runs' });
    running.cancel();
    yield* sleep(2);
    print(awaiting);
    awaiting.cancel();
    print(yield* gather(awaiting, running, { returnExceptions: true }));
  });
  expect(lines).toEqual([
    't=0 ends in runs',
    "t=2 <Task pending name='awaits' coro=<awaiter()> wait_for=<Future pending cb=[Task.task_wakeup()]>>",
    "t=2 [RuntimeError('cannot reuse already awaited coroutine'), CancelledError('')]",
  ]);
});

test('a sleep of no length that a task runs to its end, or that is closed, is lost to who awaits it', async () => {
  const lines = await transcript(function* () {
    const waiter = coroutine(function* waiter(pause: Coroutine<void>) {
      try {
        yield* pause;
        print('slept');
      } catch (error) {
        print(String(error));
      }
    });
    const run = sleep(0);
    yield* gather(createTask(waiter(run)), createTask(run));
    const closed = sleep(0);
    const waiting = createTask(waiter(closed));
    yield* sleep(0);
    closed.close();
    yield* waiting;
  });
  const lost = 't=0 RuntimeError: cannot reuse already awaited coroutine';
  expect(lines).toEqual([lost, lost]);
});

test.each([0, 9])(
  'what runs can neither be awaited nor be run by a second task, %i calls deep',
  async (levels) => {
    const descend: (levels: number, top: Coroutine<string>[]) => Coroutine<string> = coroutine(
      function* (levels, top) {
        if (levels > 0) return yield* descend(levels - 1, top);
        const [running] = top as [Coroutine<string>];
        print([createTask(running, { eagerStart: true }).exception()]);
        yield* sleep(0);
        print(caught(() => running[Symbol.iterator]()));
        return 'result';
      },
    );
    const lines = await transcript(function* () {
      const top: Coroutine<string>[] = [];
      top.push(descend(levels, top));
      print(yield* createTask(top[0] as Coroutine<string>));
    });
    expect(lines).toEqual([
      "t=0 [ValueError('coroutine already executing')]",
      't=0 ValueError: coroutine already executing',
      't=0 result',
    ]);
  },
);

test('who awaits in one task what another one runs is suspended, and does not run', async () => {
  const lines = await transcript(function* () {
    const future = new Future<void>();
    const both: Coroutine<void>[] = [];
    const shared = coroutine(function* shared() {
      yield* future;
      for (const coro of both) print(caught(() => coro[Symbol.iterator]()));
    })();
    const waiting = coroutine(function* waiting() {
      yield* shared;
    })();
    both.push(waiting, shared);
    createTask(waiting).addDoneCallback((task) => print([task.exception()]));
    yield* sleep(0);
    const second = createTask(shared);
    future.setResult();
    yield* second;
  });
  expect(lines).toEqual([
    't=0 RuntimeError: coroutine is being awaited already',
    't=0 ValueError: coroutine already executing',
    "t=0 [RuntimeError('cannot reuse already awaited coroutine')]",
  ]);
});
