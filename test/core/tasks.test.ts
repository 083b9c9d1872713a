import { expect, test } from 'vitest';
import {
  type Coroutine,
  coroutine,
  createTask,
  currentTask,
  ensureFuture,
  Future,
  getRunningLoop,
  newEventLoop,
  print,
  sleep,
  Task,
  ValueError,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

const work = coroutine(function* work(result: string) {
  yield* sleep(1);
  return result;
});

test('the first step of a task is made in the next iteration, not when it is created', async () => {
  const lines = await transcript(function* () {
    createTask(
      (function* () {
        print('task');
      })(),
    );
    print('main');
    yield* sleep(0);
    print('main again');
  });
  expect(lines).toEqual(['t=0 main', 't=0 task', 't=0 main again']);
});

test('tasks take turns in the order in which they were created', async () => {
  const lines = await transcript(function* () {
    const turns = function* (name: string) {
      for (const turn of [1, 2, 3]) {
        print(name, turn);
        yield* sleep(0);
      }
    };
    const tasks = ['a', 'b'].map((name) => createTask(turns(name)));
    for (const task of tasks) yield* task;
  });
  expect(lines).toEqual(['t=0 a 1', 't=0 b 1', 't=0 a 2', 't=0 b 2', 't=0 a 3', 't=0 b 3']);
});

test('any name becomes a text', async () => {
  const lines = await transcript(function* () {
    const task = createTask(work('a'), { name: 12 as never });
    const names = [task.getName()];
    task.setName(undefined);
    print([...names, task.getName()]);
    yield* task;
  });
  expect(lines).toEqual(["t=0 ['12', 'None']"]);
});

test('a task has a name, a coroutine, a context, and takes another name', async () => {
  const lines = await transcript(
    coroutine(function* main() {
      const first = createTask(work('a'));
      const named = createTask(work('b'), { name: 'mine' });
      const second = createTask(work('c'));
      print(currentTask()?.getName(), first.getName(), named.getName(), second.getName());
      named.setName(3);
      print([named.getName()], named.getCoro());
      yield* named;
    }),
  );
  expect(lines).toEqual(['t=0 Task-1 Task-2 mine Task-3', "t=0 ['3'] <coroutine object work>"]);
});

test('a task ends with what its coroutine returns or throws', async () => {
  const lines = await transcript(function* () {
    const good = createTask(work('result'));
    const bad = createTask(
      (function* () {
        yield* sleep(1);
        throw new ValueError('no');
      })(),
    );
    yield* sleep(2);
    print(good.done(), good.result(), good.exception());
    print(bad.done(), [bad.exception()], bad.cancelled());
  });
  expect(lines).toEqual(['t=2 True result None', "t=2 True [ValueError('no')] False"]);
});

test('only its coroutine gives a task its result or exception', async () => {
  const lines = await transcript(function* () {
    const task = createTask(work('result'));
    print(caught(() => task.setResult('other')));
    print(caught(() => task.setException(new ValueError())));
    print(yield* task);
  });
  expect(lines).toEqual([
    't=0 RuntimeError: Task does not support set_result operation',
    't=0 RuntimeError: Task does not support set_exception operation',
    't=1 result',
  ]);
});

test('a task shows its state, its name, its coroutine, and what it waits for', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const task = createTask(
      coroutine(function* waiting() {
        yield* future;
      })(),
      { name: 'w' },
    );
    print(task);
    yield* sleep(0);
    print(task);
    task.cancel();
    print(task);
    yield* sleep(0);
    print(task);
  });
  expect(lines).toEqual([
    "t=0 <Task pending name='w' coro=<waiting()>>",
    "t=0 <Task pending name='w' coro=<waiting()> wait_for=<Future pending cb=[Task.task_wakeup()]>>",
    "t=0 <Task cancelling name='w' coro=<waiting()> wait_for=<Future cancelled>>",
    "t=0 <Task cancelled name='w' coro=<waiting()>>",
  ]);
});

test('a task cannot await itself', async () => {
  const lines = await transcript(function* () {
    const task: Task<void> = createTask(
      coroutine(function* narcissus() {
        try {
          yield* task;
        } catch (error) {
          print(`${error}`);
        }
      })(),
      { name: 'n' },
    );
    yield* task;
  });
  expect(lines).toEqual([
    "t=0 RuntimeError: Task cannot await on itself: <Task pending name='n' coro=<narcissus()> cb=[Task.task_wakeup()]>",
  ]);
});

test('a future of another loop cannot be awaited', async () => {
  const other = newEventLoop({ clock: 'virtual' });
  const lines = await transcript(
    coroutine(function* main() {
      const future = other.createFuture();
      try {
        yield* future;
      } catch (error) {
        print(`${error}`);
      }
      print(caught(() => ensureFuture(future, { loop: getRunningLoop() })));
    }),
  );
  other.close();
  expect(lines).toEqual([
    "t=0 RuntimeError: Task <Task pending name='Task-1' coro=<main()> cb=[_run_until_complete_cb()]> " +
      'got Future <Future pending> attached to a different loop',
    't=0 ValueError: The future belongs to a different loop than the one specified as the loop argument',
  ]);
});

test('a task that is completed past its coroutine has its step reported, and all goes on', async () => {
  const lines = await transcript(function* () {
    getRunningLoop().setExceptionHandler((_loop, { message, exception }) =>
      print(message, exception),
    );
    const task = createTask(work('never'), { name: 'done' });
    print(Future.prototype.cancel.call(task), task);
    const woken = createTask(work('never'), { name: 'woken' });
    yield* sleep(0);
    Future.prototype.cancel.call(woken);
    yield* sleep(2);
    print('end');
  });
  expect(lines).toEqual([
    "t=0 True <Task cancelled name='done' coro=<work()>>",
    "t=0 Exception in callback <_asyncio.TaskStepMethWrapper object>() __step(): already done: <Task cancelled name='done' coro=<work()>>",
    "t=1 Exception in callback Task.task_wakeup() __step(): already done: <Task cancelled name='woken' coro=<work()> wait_for=<Future finished result=None>>",
    't=2 end',
    "warning: RuntimeWarning: coroutine 'work' was never awaited",
  ]);
});

test('a class of tasks has its name in what wakes them', async () => {
  class Job extends Task<void> {}
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setTaskFactory(
      (_, coro, options) => new Job(coro as Coroutine<void>, { ...options, loop }),
    );
    loop.setExceptionHandler((_, { message, handle }) => print(message, handle));
    const job = createTask(sleep(1), { name: 'job' });
    yield* sleep(0);
    print(job);
    Future.prototype.cancel.call(job);
    yield* sleep(2);
  });
  expect(lines).toEqual([
    "t=0 <Job pending name='job' coro=<sleep()> wait_for=<Future pending cb=[Job.task_wakeup()]>>",
    't=1 Exception in callback Job.task_wakeup() <Handle Job.task_wakeup()>',
  ]);
});

test('a task cannot make a step inside the step of another one', async () => {
  const lines = await transcript(function* () {
    const task = createTask(sleep(5), { name: 'inner' });
    getRunningLoop().setExceptionHandler((_loop, { exception }) =>
      print(String(exception).slice(0, 45)),
    );
    task.run();
    yield* task;
  });
  expect(lines).toEqual(['t=0 RuntimeError: Cannot enter into task <Task pe']);
});
