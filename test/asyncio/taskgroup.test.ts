import { expect, test } from 'vitest';
import {
  type Awaitable,
  asyncWith,
  type Body,
  CancelledError,
  type Coroutine,
  coroutine,
  createTask,
  currentTask,
  DeadlockError,
  ExceptionGroup,
  eagerTaskFactory,
  Future,
  getRunningLoop,
  KeyboardInterrupt,
  type NewTask,
  print,
  RuntimeError,
  run,
  sleep,
  TaskGroup,
  type TaskOptions,
  TimeoutError,
  timeout,
  ValueError,
} from '../../src/index.js';
import { programTranscript, transcript } from './transcript.js';

const work = coroutine(function* work(name: string, seconds: number, error?: Error) {
  try {
    yield* sleep(seconds);
  } catch (thrown) {
    if (thrown instanceof CancelledError) print(`${name} is cancelled`);
    throw thrown;
  }
  print(`${name} ends`);
  if (error !== undefined) throw error;
  return name;
});

const cleanup = coroutine(function* cleanup(name: string, seconds: number, error?: Error) {
  try {
    yield* sleep(100);
  } catch (thrown) {
    print(`${name} cleans up`);
    yield* sleep(seconds);
    print(`${name} has cleaned up`);
    throw error ?? thrown;
  }
});

/** Print an error and, indented, what is in it. */
function show(error: unknown, indent = ''): void {
  const { name, message } = error as Error;
  print(`${indent}${name}: ${message}`);
  if (!(error instanceof ExceptionGroup)) return;
  for (const inner of error.exceptions) show(inner, `${indent}  `);
}

/** Run a body in a group and show the exception group that comes out of it. */
function* inGroup(body: (group: TaskGroup) => Awaitable<unknown>): Body<void> {
  try {
    yield* asyncWith(new TaskGroup(), body);
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    show(error);
  }
}

/** Cancel a program from outside, after each of the delays, and show how it ends. */
function* cancelAfter(delays: readonly number[], main: () => Body<unknown>): Body<void> {
  const task = createTask(main());
  for (const delay of delays) {
    yield* sleep(delay);
    print('cancel');
    task.cancel();
  }
  try {
    yield* task;
  } catch (error) {
    show(error);
  }
  print(task.cancelled(), task.cancelling());
}

const ONE = 'unhandled errors in a TaskGroup (1 sub-exception)';

test('the block is left when all tasks have ended', async () => {
  const lines = await transcript(function* () {
    const [a, b] = yield* asyncWith(new TaskGroup(), function* (group) {
      const tasks = [group.createTask(work('a', 2)), group.createTask(work('b', 1))] as const;
      print('body ends');
      return tasks;
    });
    print(a.result(), b.result());
  });
  expect(lines).toEqual(['t=0 body ends', 't=1 b ends', 't=2 a ends', 't=2 a b']);
});

test('a group without tasks is left at once', async () => {
  const lines = await transcript(function* () {
    const group = new TaskGroup();
    yield* asyncWith(group, function* () {
      print(group);
    });
    print(group);
  });
  expect(lines).toEqual(['t=0 <TaskGroup entered>', 't=0 <TaskGroup entered>']);
});

test('tasks can make tasks in the group while the block waits for them', async () => {
  const lines = await transcript(function* () {
    yield* inGroup(function* (group) {
      function* spawn(n: number): Body<void> {
        print(`spawn ${n}`);
        yield* sleep(1);
        if (n > 0) group.createTask(spawn(n - 1));
      }
      group.createTask(spawn(2));
    });
    print('left');
  });
  expect(lines).toEqual(['t=0 spawn 2', 't=1 spawn 1', 't=2 spawn 0', 't=3 left']);
});

test('a task that fails cancels the others and the body, and the program goes on', async () => {
  const lines = await transcript(function* () {
    yield* inGroup(function* (group) {
      group.createTask(work('a', 1, new ValueError('no')));
      group.createTask(work('b', 2));
      yield* work('body', 3);
    });
    print(currentTask()?.cancelling());
    yield* sleep(1);
    print('goes on');
  });
  expect(lines).toEqual([
    't=1 a ends',
    't=1 b is cancelled',
    't=1 body is cancelled',
    `t=1 ExceptionGroup: ${ONE}`,
    't=1   ValueError: no',
    't=1 0',
    't=2 goes on',
  ]);
});

test('a task that fails cancels the others when the body has ended', async () => {
  const lines = await transcript(function* () {
    yield* inGroup(function* (group) {
      group.createTask(work('a', 1, new ValueError('no')));
      group.createTask(work('b', 2));
    });
  });
  expect(lines).toEqual([
    't=1 a ends',
    't=1 b is cancelled',
    `t=1 ExceptionGroup: ${ONE}`,
    't=1   ValueError: no',
  ]);
});

test('all that fails is in the group, in the order in which it failed', async () => {
  const lines = await transcript(function* () {
    yield* inGroup(function* (group) {
      group.createTask(work('a', 1, new ValueError('one')));
      group.createTask(work('b', 1, new TypeError('two')));
      group.createTask(cleanup('c', 1, new RuntimeError('three')));
    });
  });
  expect(lines).toEqual([
    't=1 a ends',
    't=1 b ends',
    't=1 c cleans up',
    't=2 c has cleaned up',
    't=2 ExceptionGroup: unhandled errors in a TaskGroup (3 sub-exceptions)',
    't=2   ValueError: one',
    't=2   TypeError: two',
    't=2   RuntimeError: three',
  ]);
});

test('a body that fails cancels the tasks', async () => {
  const lines = await transcript(function* () {
    yield* inGroup(function* (group) {
      group.createTask(work('a', 1));
      yield* sleep(0);
      throw new ValueError('body');
    });
  });
  expect(lines).toEqual([
    't=0 a is cancelled',
    `t=0 ExceptionGroup: ${ONE}`,
    't=0   ValueError: body',
  ]);
});

test('a body that fails at once leaves tasks that never begin', async () => {
  const lines = await transcript(function* () {
    yield* inGroup(function* (group) {
      group.createTask(work('a', 1));
      throw new ValueError('body');
    });
  });
  expect(lines).toEqual([`t=0 ExceptionGroup: ${ONE}`, 't=0   ValueError: body']);
});

test('the error of the body comes after those of the tasks', async () => {
  const lines = await transcript(function* () {
    yield* inGroup(function* (group) {
      group.createTask(cleanup('a', 1, new TypeError('task')));
      yield* sleep(1);
      throw new ValueError('body');
    });
  });
  expect(lines).toEqual([
    't=1 a cleans up',
    't=2 a has cleaned up',
    't=2 ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)',
    't=2   TypeError: task',
    't=2   ValueError: body',
  ]);
});

test('a body that swallows the cancellation goes on, and the group fails all the same', async () => {
  const lines = await transcript(function* () {
    yield* inGroup(function* (group) {
      group.createTask(work('a', 1, new ValueError('a')));
      try {
        yield* sleep(5);
      } catch {
        print('swallowed');
      }
      yield* sleep(1);
      print('body ends');
    });
    print(currentTask()?.cancelling());
  });
  expect(lines).toEqual([
    't=1 a ends',
    't=1 swallowed',
    't=2 body ends',
    `t=2 ExceptionGroup: ${ONE}`,
    't=2   ValueError: a',
    't=2 0',
  ]);
});

test('a task that is cancelled, or cancels itself, does not abort the group', async () => {
  const lines = await transcript(function* () {
    yield* inGroup(function* (group) {
      const a = group.createTask(work('a', 5));
      group.createTask(work('b', 2));
      const quits = group.createTask(
        (function* () {
          throw new CancelledError();
        })(),
      );
      yield* sleep(1);
      a.cancel();
      yield* sleep(2);
      print('body ends', quits.cancelled());
    });
  });
  expect(lines).toEqual(['t=1 a is cancelled', 't=2 b ends', 't=3 body ends True']);
});

test('a cancellation from outside goes through the body and the tasks, and on', async () => {
  const lines = await transcript(() =>
    cancelAfter([1], () =>
      inGroup(function* (group) {
        group.createTask(work('a', 5));
        yield* work('body', 5);
      }),
    ),
  );
  expect(lines).toEqual([
    't=1 cancel',
    't=1 body is cancelled',
    't=1 a is cancelled',
    't=1 CancelledError: ',
    't=1 True 1',
  ]);
});

test('a cancellation from outside reaches the tasks when the body has ended', async () => {
  const lines = await transcript(() =>
    cancelAfter([1], () =>
      inGroup(function* (group) {
        group.createTask(work('a', 5));
        group.createTask(cleanup('b', 2));
      }),
    ),
  );
  expect(lines).toEqual([
    't=1 cancel',
    't=1 a is cancelled',
    't=1 b cleans up',
    't=3 b has cleaned up',
    't=3 CancelledError: ',
    't=3 True 1',
  ]);
});

test('a second cancellation does not hurry the tasks', async () => {
  const lines = await transcript(() =>
    cancelAfter([1, 1], () =>
      inGroup(function* (group) {
        group.createTask(cleanup('a', 4));
      }),
    ),
  );
  expect(lines).toEqual([
    't=1 cancel',
    't=1 a cleans up',
    't=2 cancel',
    't=5 a has cleaned up',
    't=5 CancelledError: ',
    't=5 True 2',
  ]);
});

test('a task that cancels its parent aborts the group', async () => {
  const lines = await transcript(() =>
    cancelAfter([], () =>
      inGroup(function* (group) {
        const parent = currentTask();
        group.createTask(
          (function* () {
            parent?.cancel();
            yield* sleep(1);
            print('not reached');
          })(),
        );
        yield* sleep(3);
      }),
    ),
  );
  expect(lines).toEqual(['t=0 CancelledError: ', 't=0 True 1']);
});

test('a body that ends with a cancellation under way aborts the group', async () => {
  const lines = await transcript(() =>
    cancelAfter([], () =>
      inGroup(function* (group) {
        group.createTask(work('a', 1));
        currentTask()?.cancel();
        print('body ends');
      }),
    ),
  );
  expect(lines).toEqual([
    't=0 body ends',
    't=0 a is cancelled',
    't=0 CancelledError: ',
    't=0 True 1',
  ]);
});

test('errors go before a cancellation from outside, which is for the next wait', async () => {
  const lines = await transcript(() =>
    cancelAfter([1], function* () {
      yield* inGroup(function* (group) {
        group.createTask(cleanup('a', 1, new ValueError('task')));
      });
      print(currentTask()?.cancelling());
      yield* sleep(1);
      print('not reached');
    }),
  );
  expect(lines).toEqual([
    't=1 cancel',
    't=1 a cleans up',
    't=2 a has cleaned up',
    `t=2 ExceptionGroup: ${ONE}`,
    't=2   ValueError: task',
    't=2 1',
    't=2 CancelledError: ',
    't=2 True 1',
  ]);
});

test('a cancellation from outside is not lost in a group that is failing', async () => {
  const lines = await transcript(() =>
    cancelAfter([2], function* () {
      yield* inGroup(function* (group) {
        group.createTask(work('a', 1, new ValueError('task')));
        group.createTask(cleanup('b', 2));
      });
      print(currentTask()?.cancelling());
      yield* sleep(1);
      print('not reached');
    }),
  );
  expect(lines).toEqual([
    't=1 a ends',
    't=1 b cleans up',
    't=2 cancel',
    't=3 b has cleaned up',
    `t=3 ExceptionGroup: ${ONE}`,
    't=3   ValueError: task',
    't=3 1',
    't=3 CancelledError: ',
    't=3 True 1',
  ]);
});

test('a cancellation at the moment of the failure is not lost', async () => {
  const lines = await transcript(() =>
    cancelAfter([1], function* () {
      yield* inGroup(function* (group) {
        group.createTask(work('a', 1, new ValueError('task')));
        yield* work('body', 5);
      });
      yield* sleep(1);
      print('not reached');
    }),
  );
  expect(lines).toEqual([
    't=1 cancel',
    't=1 a ends',
    't=1 body is cancelled',
    `t=1 ExceptionGroup: ${ONE}`,
    't=1   ValueError: task',
    't=1 CancelledError: ',
    't=1 True 1',
  ]);
});

test('an inner group that fails makes the outer one fail', async () => {
  const lines = await transcript(() =>
    inGroup(function* (outer) {
      outer.createTask(work('outer', 5));
      yield* asyncWith(new TaskGroup(), function* (inner) {
        inner.createTask(work('inner', 1, new ValueError('inner')));
      });
    }),
  );
  expect(lines).toEqual([
    't=1 inner ends',
    't=1 outer is cancelled',
    `t=1 ExceptionGroup: ${ONE}`,
    `t=1   ExceptionGroup: ${ONE}`,
    't=1     ValueError: inner',
  ]);
});

test('an inner group whose error is caught leaves the outer one alone', async () => {
  const lines = await transcript(() =>
    inGroup(function* (outer) {
      outer.createTask(work('outer', 3));
      yield* inGroup(function* (inner) {
        inner.createTask(work('inner', 1, new ValueError('inner')));
        yield* work('body', 5);
      });
      yield* work('between', 1);
    }),
  );
  expect(lines).toEqual([
    't=1 inner ends',
    't=1 body is cancelled',
    `t=1 ExceptionGroup: ${ONE}`,
    't=1   ValueError: inner',
    't=2 between ends',
    't=3 outer ends',
  ]);
});

test('an outer group that fails cancels the inner one', async () => {
  const lines = await transcript(() =>
    inGroup(function* (outer) {
      outer.createTask(work('outer', 1, new ValueError('outer')));
      yield* asyncWith(new TaskGroup(), function* (inner) {
        inner.createTask(work('inner', 5));
      });
    }),
  );
  expect(lines).toEqual([
    't=1 outer ends',
    't=1 inner is cancelled',
    `t=1 ExceptionGroup: ${ONE}`,
    't=1   ValueError: outer',
  ]);
});

test('an inner group that fails while it is cancelled is part of the outer error', async () => {
  const lines = await transcript(() =>
    inGroup(function* (outer) {
      outer.createTask(work('outer', 1, new ValueError('outer')));
      yield* asyncWith(new TaskGroup(), function* (inner) {
        inner.createTask(cleanup('inner', 1, new TypeError('inner')));
      });
    }),
  );
  expect(lines).toEqual([
    't=1 outer ends',
    't=1 inner cleans up',
    't=2 inner has cleaned up',
    't=2 ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)',
    't=2   ValueError: outer',
    `t=2   ExceptionGroup: ${ONE}`,
    't=2     TypeError: inner',
  ]);
});

test('a group in a task of a group fails with it', async () => {
  const lines = await transcript(() =>
    inGroup(function* (group) {
      group.createTask(
        asyncWith(new TaskGroup(), function* (inner) {
          inner.createTask(work('a', 1, new ValueError('a')));
          inner.createTask(work('b', 2));
        }),
      );
      group.createTask(work('c', 3));
    }),
  );
  expect(lines).toEqual([
    't=1 a ends',
    't=1 b is cancelled',
    't=1 c is cancelled',
    `t=1 ExceptionGroup: ${ONE}`,
    `t=1   ExceptionGroup: ${ONE}`,
    't=1     ValueError: a',
  ]);
});

test('a timeout around a group cancels it', async () => {
  const lines = await transcript(function* () {
    try {
      yield* asyncWith(timeout(1), function* () {
        yield* inGroup(function* (group) {
          group.createTask(work('a', 5));
          yield* work('body', 5);
        });
      });
    } catch (error) {
      if (error instanceof TimeoutError) print('timeout');
    }
  });
  expect(lines).toEqual(['t=1 body is cancelled', 't=1 a is cancelled', 't=1 timeout']);
});

test('a timeout in the body leaves the tasks alone', async () => {
  const lines = await transcript(() =>
    inGroup(function* (group) {
      group.createTask(work('a', 3));
      try {
        yield* asyncWith(timeout(1), function* () {
          yield* work('body', 5);
        });
      } catch (error) {
        if (error instanceof TimeoutError) print('timeout');
      }
    }),
  );
  expect(lines).toEqual(['t=1 body is cancelled', 't=1 timeout', 't=3 a ends']);
});

test('an eager task that fails at once does not stop the body before its next wait', async () => {
  const lines = await transcript(function* () {
    getRunningLoop().setTaskFactory(eagerTaskFactory);
    yield* inGroup(function* (group) {
      group.createTask(
        (function* () {
          throw new ValueError('at once');
        })(),
      );
      group.createTask(work('b', 1));
      print('body goes on');
      yield* sleep(1);
      print('not reached');
    });
  });
  expect(lines).toEqual([
    't=0 body goes on',
    't=0 b is cancelled',
    `t=0 ExceptionGroup: ${ONE}`,
    't=0   ValueError: at once',
  ]);
});

test('a group makes tasks while it is open, and closes a coroutine that it refuses', async () => {
  const lines = await transcript(function* () {
    function refused(group: TaskGroup) {
      try {
        group.createTask(work('x', 1));
      } catch (error) {
        print(error);
      }
    }
    const group = new TaskGroup();
    refused(group);
    yield* asyncWith(group, function* () {});
    refused(group);
    try {
      yield* asyncWith(group, function* () {});
    } catch (error) {
      print(error);
    }
    yield* inGroup(function* (group) {
      group.createTask(cleanup('a', 1));
      group.createTask(
        (function* () {
          try {
            yield* sleep(100);
          } finally {
            refused(group);
          }
        })(),
      );
      yield* sleep(1);
      throw new ValueError();
    });
  });
  expect(lines).toEqual([
    't=0 TaskGroup <TaskGroup> has not been entered',
    't=0 TaskGroup <TaskGroup entered> is finished',
    't=0 TaskGroup <TaskGroup entered> has already been entered',
    't=1 a cleans up',
    't=1 TaskGroup <TaskGroup tasks=2 cancelling> is shutting down',
    't=2 a has cleaned up',
    `t=2 ExceptionGroup: ${ONE}`,
    't=2   ValueError: ',
  ]);
});

test('a group says how many tasks it has and whether it is being aborted', async () => {
  const lines = await transcript(function* () {
    const group = new TaskGroup();
    try {
      yield* asyncWith(group, function* () {
        group.createTask(work('a', 1, new ValueError()));
        group.createTask(cleanup('b', 1));
        print(group);
        try {
          yield* sleep(5);
        } finally {
          print(group);
        }
      });
    } catch {
      print(group);
    }
  });
  expect(lines).toEqual([
    't=0 <TaskGroup tasks=2 entered>',
    't=1 a ends',
    't=1 b cleans up',
    't=1 <TaskGroup tasks=1 errors=1 cancelling>',
    't=2 b has cleaned up',
    't=2 <TaskGroup cancelling>',
  ]);
});

test('tasks are made with a name', async () => {
  const lines = await transcript(() =>
    inGroup(function* (group) {
      print(group.createTask(work('a', 1), { name: 'worker' }).getName());
    }),
  );
  expect(lines).toEqual(['t=0 worker', 't=1 a ends']);
});

test('what is thrown and is no error is wrapped, as a group holds errors only', async () => {
  const lines = await transcript(() =>
    inGroup(function* (group) {
      group.createTask(
        (function* () {
          throw 'text';
        })(),
      );
    }),
  );
  expect(lines).toEqual([
    `t=0 ExceptionGroup: ${ONE}`,
    't=0   TypeError: exceptions must derive from BaseException',
  ]);
});

test('a deadlock names the group', async () => {
  const main = () =>
    asyncWith(new TaskGroup(), function* (group) {
      group.createTask(
        (function* () {
          yield* new Future();
        })(),
      );
    });
  const failure = await run(main(), { clock: 'virtual' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DeadlockError);
  expect((failure as Error).message).toContain('awaits TaskGroup.aexit()');
});

test('a group needs a task around it', async () => {
  const lines = await transcript(function* () {
    const entering = new TaskGroup().aenter();
    getRunningLoop().callSoon(() => {
      try {
        entering.resume(false, undefined);
      } catch (error) {
        entering.end();
        print(error);
      }
    });
    yield* sleep(1);
  });
  expect(lines).toEqual(['t=0 TaskGroup <TaskGroup> cannot determine the parent task']);
});

test('an interrupt in the body cancels the tasks, and is thrown as it is', async () => {
  const lines = await programTranscript(async () => {
    const main = function* () {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(cleanup('a', 1, new ValueError()));
        yield* sleep(1);
        throw new KeyboardInterrupt('own');
      });
    };
    await run(main()).catch((error) => show(error));
  });
  expect(lines).toEqual(['t=1 a cleans up', 't=2 a has cleaned up', 't=2 KeyboardInterrupt: own']);
});

test('an interrupt in a task ends the run, which lets the group end', async () => {
  const lines = await programTranscript(async () => {
    const main = function* () {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(cleanup('a', 1));
        group.createTask(
          (function* () {
            yield* sleep(1);
            throw new KeyboardInterrupt('own');
          })(),
        );
      });
    };
    await run(main()).catch((error) => show(error));
  });
  expect(lines).toEqual([
    't=1 a cleans up',
    't=2 a has cleaned up',
    'warning: Task exception was never retrieved',
    't=2 KeyboardInterrupt: own',
  ]);
});

test('a task that fails when its parent has gone is reported', async () => {
  const lines = await transcript(function* () {
    const parent = createTask(
      (function* () {
        const group = yield* new TaskGroup().aenter();
        group.createTask(work('a', 1, new ValueError('no')), { name: 'a' });
      })(),
      { name: 'parent' },
    );
    yield* sleep(2);
    print(parent.done());
  });
  expect(lines).toEqual([
    't=1 a ends',
    "warning: Task <Task finished name='a' coro=<work()> exception=ValueError('no')> has errored out" +
      " but its parent task <Task finished name='parent' coro=<<generator>()> result=None> is already completed",
    't=2 True',
  ]);
});

test('a method of the program that makes tasks is called once for each, whose coroutine may be named', async () => {
  class Counting extends TaskGroup {
    override createTask<T>(coro: Coroutine<T> | Body<T> | NewTask<T>, options?: TaskOptions) {
      print('one more');
      return super.createTask(coro, options);
    }
  }
  const lines = await transcript(function* () {
    yield* asyncWith(new Counting(), function* (group) {
      group.createTask(sleep(1));
      group.createTask({ coro: sleep(1), name: 'second' });
    });
  });
  expect(lines).toEqual(['t=0 one more', 't=0 one more']);
});
