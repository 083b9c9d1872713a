import { expect, test } from 'vitest';
import {
  AssertionError,
  type Awaitable,
  coroutine,
  createTask,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  Future,
  getRunningLoop,
  print,
  sleep,
  type Task,
  ValueError,
  wait,
} from '../../src/index.js';
import { transcript } from './transcript.js';

const work = coroutine(function* work(delay: number) {
  yield* sleep(delay);
});

const failing = coroutine(function* failing(delay: number) {
  yield* sleep(delay);
  throw new ValueError('no');
});

/** Three tasks: a takes 3 s, b fails after 1 s, c takes 2 s. */
function threeTasks(): Task[] {
  return [
    createTask(work(3), { name: 'a' }),
    createTask(failing(1), { name: 'b' }),
    createTask(work(2), { name: 'c' }),
  ];
}

/** Print the names of those that are done and of those that are pending; look at the exceptions. */
function* show(waiting: Awaitable<[Set<Task>, Set<Task>]>) {
  const [done, pending] = yield* waiting;
  for (const task of done) if (!task.cancelled()) task.exception();
  const names = (tasks: Set<Task>) => [...tasks].map((task) => task.getName()).join(' ');
  print(`done: ${names(done)}; pending: ${names(pending)}`);
}

test('by default it waits until all are done, and raises nothing', async () => {
  const lines = await transcript(function* () {
    yield* show(wait(threeTasks()));
  });
  expect(lines).toEqual(['t=3 done: a b c; pending: ']);
});

test('with FIRST_COMPLETED it waits for the first that is done', async () => {
  const lines = await transcript(function* () {
    yield* show(wait(threeTasks(), { returnWhen: FIRST_COMPLETED }));
  });
  expect(lines).toEqual(['t=1 done: b; pending: a c']);
});

test('those that end in the same instant are done together', async () => {
  const lines = await transcript(function* () {
    const tasks = ['a', 'b', 'c'].map((name) => createTask(work(1), { name }));
    yield* show(wait(tasks, { returnWhen: FIRST_COMPLETED }));
  });
  expect(lines).toEqual(['t=1 done: a b c; pending: ']);
});

test('with FIRST_EXCEPTION it waits for the first that fails', async () => {
  const lines = await transcript(function* () {
    const [a, b, c] = threeTasks() as [Task, Task, Task];
    const quick = createTask(work(0.5), { name: 'quick' });
    yield* show(wait([quick, a, b, c], { returnWhen: FIRST_EXCEPTION }));
  });
  expect(lines).toEqual(['t=1 done: b quick; pending: a c']);
});

test('with FIRST_EXCEPTION a cancelled task is no exception, and without one all are waited for', async () => {
  const lines = await transcript(function* () {
    const tasks = ['a', 'b'].map((name) => createTask(work(2), { name }));
    getRunningLoop().callLater(1, () => tasks[0]?.cancel());
    yield* show(wait(tasks, { returnWhen: FIRST_EXCEPTION }));
  });
  expect(lines).toEqual(['t=2 done: a b; pending: ']);
});

test('at the end of the time it returns; nothing is cancelled', async () => {
  const lines = await transcript(function* () {
    const tasks = threeTasks();
    yield* show(wait(tasks, { timeout: 1.5 }));
    yield* show(wait(tasks));
  });
  expect(lines).toEqual(['t=1.5 done: b; pending: a c', 't=3 done: a b c; pending: ']);
});

test('with no time at all it looks and returns', async () => {
  const lines = await transcript(function* () {
    yield* show(wait(threeTasks(), { timeout: 0 }));
  });
  expect(lines).toEqual(['t=0 done: ; pending: a b c']);
});

test('it lets one iteration pass even when all are done', async () => {
  const lines = await transcript(function* () {
    const task = createTask(work(0), { name: 'a' });
    yield* task;
    getRunningLoop().callSoon(print, 'soon');
    yield* show(wait([task]));
  });
  expect(lines).toEqual(['t=0 soon', 't=0 done: a; pending: ']);
});

test('it takes futures, any iterable of them, and each of them once', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    getRunningLoop().callLater(1, () => future.setResult(1));
    const [done, pending] = yield* wait([future, future].values());
    print(done.size, done.has(future), pending.size);
  });
  expect(lines).toEqual(['t=1 1 True 0']);
});

test('a limit that is not reached is forgotten', async () => {
  const lines = await transcript(function* () {
    yield* show(wait(threeTasks(), { timeout: 100, returnWhen: FIRST_COMPLETED }));
    yield* show(wait(threeTasks(), { timeout: 100 }));
  });
  expect(lines).toEqual(['t=1 done: b; pending: a c', 't=4 done: a b c; pending: ']);
});

test('cancelling the one who waits cancels nothing else', async () => {
  const lines = await transcript(function* () {
    const tasks = threeTasks();
    const waiter = createTask(wait(tasks));
    yield* sleep(0.5);
    waiter.cancel('why');
    try {
      yield* waiter;
    } catch (error) {
      print(
        `${error}`,
        tasks.map((task) => task.done()),
      );
    }
    yield* show(wait(tasks));
  });
  expect(lines).toEqual([
    't=0.5 CancelledError: why [False, False, False]',
    't=3 done: a b c; pending: ',
  ]);
});

test('exceptions of tasks that nobody looks at are reported at the end', async () => {
  const lines = await transcript(function* () {
    yield* wait(threeTasks());
  });
  expect(lines).toEqual(['warning: Task exception was never retrieved']);
});

class Mine implements Awaitable<void> {
  *[Symbol.iterator]() {}
}

test('of an iterator it cannot tell beforehand that it has nothing', async () => {
  await expect(transcript(() => wait([].values()))).rejects.toThrow(
    new AssertionError('Set of Futures is empty.'),
  );
});

test('coroutines, empty sets, single futures and unknown conditions are refused', async () => {
  const lines = await transcript(function* () {
    const coro = sleep(0);
    const future = new Future();
    const task = createTask(sleep(0));
    const calls = [
      () => wait([]),
      () => wait([coro] as never),
      () => wait([3] as never),
      () => wait([new Mine()] as never),
      () => wait(coro as never),
      () => wait(future as never),
      () => wait(task as never),
      () => wait([future], { returnWhen: 'SOMETIME' as never }),
    ];
    for (const call of calls) {
      try {
        yield* call();
      } catch (error) {
        print(`${error}`);
      }
    }
    yield* coro;
  });
  expect(lines).toEqual([
    't=0 ValueError: Set of Tasks/Futures is empty.',
    't=0 TypeError: Passing coroutines is forbidden, use tasks explicitly.',
    't=0 TypeError: expect futures, not 3',
    't=0 TypeError: expect futures, not <Mine object>: use tasks explicitly',
    't=0 TypeError: expect a list of futures, not coroutine',
    't=0 TypeError: expect a list of futures, not Future',
    't=0 TypeError: expect a list of futures, not Task',
    't=0 ValueError: Invalid return_when value: SOMETIME',
  ]);
});

test.each([[undefined], [null], [0], ['']])(
  'to wait for %o is to wait for nothing',
  async (none) => {
    await expect(transcript(() => wait(none as never))).rejects.toThrow(
      new ValueError('Set of Tasks/Futures is empty.'),
    );
  },
);

test('an end that is none is shown as in Python', async () => {
  const main = function* () {
    yield* wait([createTask(work(1))], { returnWhen: null as never });
  };
  await expect(transcript(main)).rejects.toThrow(new ValueError('Invalid return_when value: None'));
});
