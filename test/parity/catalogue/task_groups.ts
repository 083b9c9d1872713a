/** A task group is a block that ends when its tasks have ended; if one fails, all the others end. */

import {
  asyncWith,
  BaseExceptionGroup,
  CancelledError,
  coroutine,
  createTask,
  currentTask,
  ExceptionGroup,
  print,
  RuntimeError,
  sleep,
  TaskGroup,
  TimeoutError,
  timeout,
  ValueError,
  wait,
} from 'asyncio-lab';

/** The block of a group is left when all its tasks are done. */
export const groupWaitsForItsTasks = coroutine(function* groupWaitsForItsTasks() {
  const work = coroutine(function* work(name: string, seconds: number) {
    yield* sleep(seconds);
    print(name, 'done');
  });

  yield* asyncWith(new TaskGroup(), function* (group) {
    group.createTask(work('a', 1));
    group.createTask(work('b', 2));
    print('end of the block');
  });
  print('after the group');
});

/** After the block, each task of the group has its result. */
export const resultsOfAGroup = coroutine(function* resultsOfAGroup() {
  const work = coroutine(function* work(n: number) {
    yield* sleep(1);
    return n * n;
  });

  const tasks = yield* asyncWith(new TaskGroup(), function* (group) {
    return [1, 2, 3].map((n) => group.createTask(work(n)));
  });
  print(tasks.map((task) => task.result()));
});

/** When one task fails the others are cancelled, and the block raises an ExceptionGroup. */
export const oneFailsAllEnd = coroutine(function* oneFailsAllEnd() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } finally {
      print('work ends');
    }
  });

  const fail = coroutine(function* fail() {
    yield* sleep(1);
    throw new ValueError('broken');
  });

  try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(work());
      group.createTask(fail());
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    print(error);
    print(error.exceptions);
  }
});

/** The ExceptionGroup has all that failed, also what failed while it was being cancelled. */
export const severalFail = coroutine(function* severalFail() {
  const failAtOnce = coroutine(function* failAtOnce() {
    throw new ValueError('first');
  });

  const failInCleanup = coroutine(function* failInCleanup() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      throw new RuntimeError('second');
    }
  });

  try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(failInCleanup());
      yield* sleep(1);
      group.createTask(failAtOnce());
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    print(error.exceptions);
  }
});

/** When a task fails, the block itself is cancelled wherever it waits. */
export const blockIsCancelledToo = coroutine(function* blockIsCancelledToo() {
  const fail = coroutine(function* fail() {
    yield* sleep(1);
    throw new ValueError('broken');
  });

  try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(fail());
      try {
        yield* sleep(3600);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        print('block cancelled');
        throw error;
      }
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    print(error.exceptions);
  }
});

/** An exception of the block itself cancels the tasks, and is in the group with the others. */
export const blockFails = coroutine(function* blockFails() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } finally {
      print('work ends');
    }
  });

  try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(work());
      yield* sleep(1);
      throw new ValueError('broken block');
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    print(error.exceptions);
  }
});

/** Cancelling the task around a group cancels the tasks of the group, and then itself. */
export const groupCancelledFromOutside = coroutine(function* groupCancelledFromOutside() {
  const work = coroutine(function* work(name: string) {
    try {
      yield* sleep(3600);
    } finally {
      print(name, 'ends');
    }
  });

  const parent = coroutine(function* parent() {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(work('a'));
      group.createTask(work('b'));
    });
  });

  const task = createTask(parent());
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** A task of a group that is cancelled by itself disturbs nobody. */
export const oneTaskCancelled = coroutine(function* oneTaskCancelled() {
  const work = coroutine(function* work(name: string) {
    yield* sleep(2);
    print(name, 'done');
  });

  yield* asyncWith(new TaskGroup(), function* (group) {
    const task = group.createTask(work('a'));
    group.createTask(work('b'));
    yield* sleep(1);
    task.cancel();
  });
  print('after the group');
});

/** A failing inner group is one failure in the outer one: a group within a group. */
export const nestedGroups = coroutine(function* nestedGroups() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } finally {
      print('outer work ends');
    }
  });

  const fail = coroutine(function* fail() {
    yield* sleep(1);
    throw new ValueError('broken');
  });

  try {
    yield* asyncWith(new TaskGroup(), function* (outer) {
      outer.createTask(work());
      yield* asyncWith(new TaskGroup(), function* (inner) {
        inner.createTask(fail());
      });
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    print(error.exceptions);
  }
});

/** Tasks of a group may make further ones in it, while the block waits. */
export const taskMakesTasks = coroutine(function* taskMakesTasks() {
  const child = coroutine(function* child() {
    yield* sleep(1);
    print('child done');
  });

  const parent = coroutine(function* parent(group: TaskGroup) {
    yield* sleep(1);
    group.createTask(child());
    print('parent done');
  });

  yield* asyncWith(new TaskGroup(), function* (group) {
    group.createTask(parent(group));
  });
  print('after the group');
});

/** After its block a group takes no more tasks. */
export const groupIsOver = coroutine(function* groupIsOver() {
  const work = coroutine(function* work() {
    print('never printed');
  });

  const group = new TaskGroup();
  yield* asyncWith(group, function* () {
    print('in the block');
  });
  try {
    group.createTask(work());
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print('refused');
  }
});

/** A timeout around a group cancels all that is in it. */
export const deadlineForAGroup = coroutine(function* deadlineForAGroup() {
  const work = coroutine(function* work(name: string) {
    try {
      yield* sleep(3600);
    } finally {
      print(name, 'ends');
    }
  });

  try {
    yield* asyncWith(timeout(1), function* () {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(work('a'));
        group.createTask(work('b'));
      });
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
});

/** A group that fails while it is cancelled raises what failed: the failure goes first. */
export const failureAndCancellation = coroutine(function* failureAndCancellation() {
  const failInCleanup = coroutine(function* failInCleanup() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      throw new ValueError('broken cleanup');
    }
  });

  const parent = coroutine(function* parent() {
    try {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(failInCleanup());
      });
    } catch (error) {
      if (!(error instanceof ExceptionGroup)) throw error;
      print(error.exceptions);
    }
    print('requests to cancel me:', currentTask()?.cancelling());
    yield* sleep(1);
    print('never printed');
  });

  const task = createTask(parent());
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** split() takes a group apart, into the exceptions that match and the others. */
export function splitAGroup() {
  const group = new ExceptionGroup('two', [new ValueError('a'), new RuntimeError('b')]);
  const [match, rest] = group.split(ValueError);
  print(match?.exceptions);
  print(rest?.exceptions);
  print(group.split(TimeoutError)[0]);
}

/** subgroup() keeps the exceptions that match, in groups nested as they were. */
export function partOfANestedGroup() {
  const inner = new ExceptionGroup('inner', [new ValueError('a'), new RuntimeError('b')]);
  const outer = new ExceptionGroup('outer', [inner, new ValueError('c'), new RuntimeError('d')]);
  print([outer.subgroup(ValueError)]);
}

/** A group with a cancellation in it is no ExceptionGroup, so `except Exception` misses it. */
export function groupOfACancellation() {
  const plain = new BaseExceptionGroup('plain', [new ValueError('a')]);
  const grave = new BaseExceptionGroup('grave', [new ValueError('a'), new CancelledError()]);
  print(plain instanceof ExceptionGroup, grave instanceof ExceptionGroup);
}
