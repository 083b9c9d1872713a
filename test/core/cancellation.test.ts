import { expect, test } from 'vitest';
import {
  type Awaitable,
  CancelledError,
  createTask,
  currentTask,
  Future,
  gather,
  getRunningLoop,
  print,
  run,
  sleep,
  type Task,
  ValueError,
  wait,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';

/** Await something and print what it throws. */
function* reporting(name: string, awaitable: Awaitable<unknown>) {
  try {
    print(name, 'got', yield* awaitable);
  } catch (error) {
    print(`${name}: ${error}`);
  }
}

function* tenSeconds() {
  yield* sleep(10);
}

/** Refuse to be cancelled, for ten seconds after the latest request. */
function* stubborn() {
  for (;;) {
    try {
      yield* sleep(10);
      return 'the result';
    } catch {
      print('refused');
    }
  }
}

test('the error is thrown where the task is suspended, and its finally runs', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        try {
          print('sleeps');
          yield* sleep(10);
        } catch (error) {
          print(`thrown in: ${error}`);
          throw error;
        } finally {
          print('finally');
        }
      })(),
    );
    yield* sleep(1);
    print(task.cancel('why'), task.done(), task.cancelling());
    yield* reporting('main', task);
    print(task.done(), task.cancelled());
  });
  expect(lines).toEqual([
    't=0 sleeps',
    't=1 True False 1',
    't=1 thrown in: CancelledError: why',
    't=1 finally',
    't=1 main: CancelledError: why',
    't=1 True True',
  ]);
});

test('a task that is done cannot be cancelled', async () => {
  const lines = await transcript(function* () {
    const task = createTask(sleep(1, 'result'));
    yield* task;
    print(task.cancel(), task.cancelled(), task.cancelling(), task.result());
  });
  expect(lines).toEqual(['t=1 False False 0 result']);
});

test('a task that is cancelled before its first step never begins', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        try {
          print('never');
        } finally {
          print('never either');
        }
      })(),
    );
    task.cancel();
    yield* reporting('main', task);
    print(task.cancelled());
  });
  expect(lines).toEqual(['t=0 main: CancelledError', 't=0 True']);
});

test('a task may swallow the error, and is then not cancelled', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        try {
          yield* sleep(10);
        } catch {
          print('swallowed');
        }
        yield* sleep(1);
        return 'result';
      })(),
    );
    yield* sleep(1);
    task.cancel();
    print(yield* task, task.cancelled(), task.cancelling());
  });
  expect(lines).toEqual(['t=1 swallowed', 't=2 result False 1']);
});

test('a task that has swallowed it can be cancelled again', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        for (const _ of [1, 2]) {
          try {
            yield* sleep(10);
          } catch (error) {
            print(`swallowed ${error}`);
          }
        }
        yield* sleep(10);
      })(),
    );
    for (const message of ['first', 'second', 'third']) {
      yield* sleep(1);
      task.cancel(message);
    }
    yield* reporting('main', task);
    print(task.cancelling());
  });
  expect(lines).toEqual([
    't=1 swallowed CancelledError: first',
    't=2 swallowed CancelledError: second',
    't=3 main: CancelledError: third',
    't=3 3',
  ]);
});

test('a second request interrupts the cleanup that the first one began', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        try {
          yield* sleep(10);
        } finally {
          print('cleaning');
          yield* sleep(5);
          print('never');
        }
      })(),
    );
    for (const _ of [1, 2]) {
      yield* sleep(1);
      task.cancel();
    }
    yield* reporting('main', task);
  });
  expect(lines).toEqual(['t=1 cleaning', 't=2 main: CancelledError']);
});

test('of two requests before the next step, the first one gives the message', async () => {
  const lines = await transcript(function* () {
    const task = createTask(tenSeconds());
    yield* sleep(0);
    task.cancel('first');
    task.cancel('second');
    yield* reporting('main', task);
    print(task.cancelling());
  });
  expect(lines).toEqual(['t=0 main: CancelledError: first', 't=0 2']);
});

test('tasks that are cancelled in the same instant end in the order of the requests', async () => {
  const lines = await transcript(function* () {
    const tasks = [1, 2, 3].map((number) => createTask(reporting(`${number}`, tenSeconds())));
    yield* sleep(1);
    for (const task of tasks.toReversed()) task.cancel();
    print('all asked');
    yield* wait(tasks);
  });
  expect(lines).toEqual([
    't=1 all asked',
    't=1 3: CancelledError',
    't=1 2: CancelledError',
    't=1 1: CancelledError',
  ]);
});

test('a task that cancels itself goes on until it is next suspended', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        currentTask()?.cancel();
        print('goes on');
        yield* sleep(0);
        print('never');
      })(),
    );
    yield* reporting('main', task);
  });
  expect(lines).toEqual(['t=0 goes on', 't=0 main: CancelledError']);
});

test('a task that cancels itself and returns is cancelled, and its result is lost', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        currentTask()?.cancel('by itself');
        return 'result';
      })(),
    );
    yield* reporting('main', task);
    print(task.cancelled());
  });
  expect(lines).toEqual(['t=0 main: CancelledError: by itself', 't=0 True']);
});

test('a task that cancels itself and throws ends with what it throws', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        currentTask()?.cancel();
        throw new ValueError('no');
      })(),
    );
    yield* reporting('main', task);
    print(task.cancelled(), task.cancelling());
  });
  expect(lines).toEqual(['t=0 main: ValueError: no', 't=0 False 1']);
});

test('a task may answer a cancellation with another exception', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        try {
          yield* sleep(10);
        } catch {
          throw new ValueError('instead');
        }
      })(),
    );
    yield* sleep(1);
    task.cancel();
    yield* reporting('main', task);
    print(task.cancelled());
  });
  expect(lines).toEqual(['t=1 main: ValueError: instead', 't=1 False']);
});

test('a coroutine that throws CancelledError of its own accord is cancelled', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        throw new CancelledError('own');
      })(),
    );
    yield* reporting('main', task);
    print(task.cancelled(), task.cancelling());
  });
  expect(lines).toEqual(['t=0 main: CancelledError: own', 't=0 True 0']);
});

test('the message reaches the first who awaits a task, and nobody after that', async () => {
  const lines = await transcript(function* () {
    const task = createTask(tenSeconds());
    const waiters = ['a', 'b'].map((name) => createTask(reporting(name, task)));
    yield* sleep(1);
    task.cancel('why');
    yield* gather(...waiters);
    yield* reporting('main', task);
  });
  expect(lines).toEqual([
    't=1 a: CancelledError: why',
    't=1 b: CancelledError',
    't=1 main: CancelledError',
  ]);
});

test('the message reaches everybody who awaits a future', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const waiters = ['a', 'b'].map((name) => createTask(reporting(name, future)));
    yield* sleep(1);
    future.cancel('why');
    yield* gather(...waiters);
    yield* reporting('main', future);
  });
  expect(lines).toEqual([
    't=1 a: CancelledError: why',
    't=1 b: CancelledError: why',
    't=1 main: CancelledError: why',
  ]);
});

test('cancelling a task cancels the future that it waits for', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const task = createTask(reporting('task', future));
    yield* sleep(1);
    task.cancel();
    print(future.cancelled());
    yield* task;
  });
  expect(lines).toEqual(['t=1 True', 't=1 task: CancelledError']);
});

test('a task that waits for another one passes the request on, and ends after it', async () => {
  const lines = await transcript(function* () {
    const inner = createTask(
      (function* () {
        try {
          yield* sleep(10);
        } finally {
          print('inner ends');
        }
      })(),
    );
    const outer = createTask(
      (function* () {
        try {
          yield* inner;
        } finally {
          print('outer ends', inner.cancelled());
        }
      })(),
    );
    yield* sleep(1);
    outer.cancel('why');
    yield* reporting('main', outer);
  });
  expect(lines).toEqual(['t=1 inner ends', 't=1 outer ends True', 't=1 main: CancelledError: why']);
});

test('a task that waits for one that refuses is not cancelled, however often it is asked', async () => {
  const lines = await transcript(function* () {
    const inner = createTask(stubborn());
    const outer = createTask(reporting('outer', inner));
    for (const _ of [1, 2]) {
      yield* sleep(1);
      outer.cancel();
    }
    yield* outer;
    print(outer.cancelled(), outer.cancelling(), inner.cancelling());
  });
  expect(lines).toEqual([
    't=1 refused',
    't=2 refused',
    't=12 outer got the result',
    't=12 False 2 2',
  ]);
});

test('a cancellation wins over a result that is there but not yet taken', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const task = createTask(reporting('task', future));
    yield* sleep(0);
    future.setResult('result');
    task.cancel();
    yield* task;
    print(future.result());
  });
  expect(lines).toEqual(['t=0 task: CancelledError', 't=0 result']);
});

test('cancelling counts the requests, and uncancel takes them back one by one', async () => {
  const lines = await transcript(function* () {
    const task = currentTask() as Task;
    print(task.cancelling(), task.uncancel());
    task.cancel();
    task.cancel();
    print(task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel());
    yield* sleep(1);
    print('goes on');
    task.cancel();
    task.cancel();
    task.uncancel();
    yield* reporting('main', sleep(1));
    print(task.cancelling());
  });
  expect(lines).toEqual([
    't=0 0 0',
    't=0 2 1 0 0',
    't=1 goes on',
    't=1 main: CancelledError',
    't=1 1',
  ]);
});

test('a task that is uncancelled before its first step begins after all', async () => {
  const lines = await transcript(function* () {
    const task = createTask(reporting('task', sleep(1, 'result')));
    task.cancel();
    task.uncancel();
    yield* task;
  });
  expect(lines).toEqual(['t=1 task got result']);
});

test('a message need not be text', async () => {
  const lines = await transcript(function* () {
    for (const message of [undefined, 3, '']) {
      const task = createTask(tenSeconds());
      yield* sleep(0);
      task.cancel(message);
      yield* reporting('main', task);
    }
  });
  expect(lines).toEqual([
    't=0 main: CancelledError',
    't=0 main: CancelledError: 3',
    't=0 main: CancelledError',
  ]);
});

test('the run of a cancelled main ends with the error, after its finally', async () => {
  const lines: string[] = [];
  const main = function* () {
    getRunningLoop().callLater(1, () => lines.push(`${task.cancel('why')}`));
    const task = currentTask() as Task;
    try {
      yield* sleep(10);
    } finally {
      lines.push('finally');
    }
  };
  await expect(run(main(), { clock: 'virtual' })).rejects.toMatchObject({
    name: 'CancelledError',
    message: 'why',
  });
  expect(lines).toEqual(['true', 'finally']);
});
