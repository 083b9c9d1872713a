import { expect, test } from 'vitest';
import {
  allTasks,
  ContextVar,
  coroutine,
  createEagerTaskFactory,
  createTask,
  currentTask,
  eagerTaskFactory,
  gather,
  getRunningLoop,
  KeyboardInterrupt,
  newEventLoop,
  print,
  sleep,
  Task,
  ValueError,
  waitFor,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { transcript } from './transcript.js';

const work = coroutine(function* work(name: string, delay: number) {
  print(`${name} begins in`, currentTask()?.getName());
  if (delay > 0) yield* sleep(delay);
  print(`${name} ends`);
  return name;
});

test('an eager task makes its first step inside the call that makes it', async () => {
  const lines = await transcript(function* () {
    const task = createTask(work('a', 1), { eagerStart: true, name: 'eager' });
    print('main in', currentTask()?.getName());
    yield* task;
  });
  expect(lines).toEqual(['t=0 a begins in eager', 't=0 main in Task-1', 't=1 a ends']);
});

test('a task that never waits is done when it has been made', async () => {
  const lines = await transcript(function* () {
    const task = createTask(work('a', 0), { eagerStart: true });
    print(task.done(), task.result(), allTasks().has(task));
    const failing = createTask(
      (function* () {
        throw new ValueError('no');
      })(),
      { eagerStart: true },
    );
    print(failing.done(), [failing.exception()]);
  });
  expect(lines).toEqual([
    't=0 a begins in Task-2',
    't=0 a ends',
    't=0 True a False',
    "t=0 True [ValueError('no')]",
  ]);
});

test('the factory makes all tasks eager, but those that say otherwise', async () => {
  const lines = await transcript(function* () {
    getRunningLoop().setTaskFactory(eagerTaskFactory);
    createTask(work('a', 0));
    const lazy = createTask(work('b', 0), { eagerStart: false });
    print('lazy');
    yield* lazy;
    print(yield* gather(work('c', 1), work('d', 0)));
    print(yield* waitFor(work('e', 0), 1));
  });
  expect(lines).toEqual([
    't=0 a begins in Task-2',
    't=0 a ends',
    't=0 lazy',
    't=0 b begins in Task-3',
    't=0 b ends',
    't=0 c begins in Task-4',
    't=0 d begins in Task-5',
    't=0 d ends',
    't=1 c ends',
    "t=1 ['c', 'd']",
    't=1 e begins in Task-1',
    't=1 e ends',
    't=1 e',
  ]);
});

test('an eager task has a copy of the context like any other', async () => {
  const name = new ContextVar('name', { default: 'main' });
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        name.set('task');
        yield* sleep(0);
        print('task', name.get());
      })(),
      { eagerStart: true },
    );
    print('main', name.get());
    yield* task;
  });
  expect(lines).toEqual(['t=0 main main', 't=0 task task']);
});

test('an eager task that cancels itself is cancelled where it first waits', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        currentTask()?.cancel();
        print('goes on');
        yield* sleep(1);
        print('never');
      })(),
      { eagerStart: true },
    );
    yield* sleep(0);
    yield* sleep(0);
    print(task.cancelled());
  });
  expect(lines).toEqual(['t=0 goes on', 't=0 True']);
});

test('an eager task cannot begin in a context that is entered, and is none of the tasks then', async () => {
  const lines = await transcript(function* () {
    const task = currentTask() as Task;
    const options = { eagerStart: true, context: task.getContext() };
    print(caught(() => createTask(work('never', 0), options)));
    print(currentTask() === task, allTasks().size);
  });
  expect(lines).toEqual([
    't=0 RuntimeError: cannot enter context: <_contextvars.Context object> is already entered',
    't=0 True 1',
    "warning: RuntimeWarning: coroutine 'work' was never awaited",
  ]);
});

test('a task that is made before its loop runs is not eager', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  loop.setTaskFactory(eagerTaskFactory);
  let hasBegun = false;
  const task = loop.createTask(
    (function* () {
      hasBegun = true;
    })(),
  );
  expect(hasBegun).toBe(false);
  await loop.runUntilComplete(task);
  loop.close();
  expect(hasBegun).toBe(true);
});

test('an eager task that an interrupt has ended has let go of its coroutine, too', async () => {
  const interrupted = coroutine(function* interrupted() {
    throw new KeyboardInterrupt('enough');
  });
  const lines = await transcript(function* () {
    getRunningLoop().setExceptionHandler((_loop, { future }) => print(future));
    const error = caught(() => createTask(interrupted(), { eagerStart: true }));
    print(`${error}`);
  });
  expect(lines).toEqual([
    't=0 KeyboardInterrupt: enough',
    "t=0 <Task finished name='Task-2' exception=KeyboardInterrupt('enough')>",
  ]);
});

test('a factory can be made for a class of your own', async () => {
  class Mine<T> extends Task<T> {}
  const lines = await transcript(function* () {
    getRunningLoop().setTaskFactory(createEagerTaskFactory(Mine));
    const task = createTask(work('a', 0));
    print(task instanceof Mine, task.done());
  });
  expect(lines).toEqual(['t=0 a begins in Task-2', 't=0 a ends', 't=0 True True']);
});

test.each(['real', 'virtual'] as const)(
  'an eager task made while a loop waits wakes it, on the %s clock',
  async (clock) => {
    const loop = newEventLoop({ clock });
    const done = loop.createFuture<string>();
    const pausing = coroutine(function* pausing() {
      yield* sleep(0);
      done.setResult('woken');
    });
    setTimeout(() => loop.createTask(pausing(), { eagerStart: true }), 10);
    expect(await loop.runUntilComplete(done)).toBe('woken');
    loop.close();
  },
);
