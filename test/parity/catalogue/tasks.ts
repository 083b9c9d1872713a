/** A task is a coroutine that the loop runs by itself, side by side with others. */

import {
  allTasks,
  type Coroutine,
  coroutine,
  createTask,
  currentTask,
  ensureFuture,
  gather,
  getRunningLoop,
  InvalidStateError,
  print,
  RuntimeError,
  shield,
  sleep,
  type Task,
  type TaskFactory,
  ValueError,
  wait,
} from 'asyncio-lab';

/** A new task makes its first step when the task that made it is suspended. */
export const taskStartsLater = coroutine(function* taskStartsLater() {
  const work = coroutine(function* work() {
    print('work begins');
  });

  const task = createTask(work());
  print('task made');
  yield* task;
  print('task done');
});

/** Tasks run side by side: together they take as long as the longest. */
export const sideBySide = coroutine(function* sideBySide() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
    print('slept', seconds);
  });

  const first = createTask(nap(1));
  const second = createTask(nap(2));
  yield* first;
  yield* second;
});

/** Awaiting each task as soon as it is made gains nothing over awaiting coroutines. */
export const awaitEachAsItIsMade = coroutine(function* awaitEachAsItIsMade() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
    print('slept', seconds);
  });

  yield* createTask(nap(1));
  yield* createTask(nap(2));
});

/** A task that ended long ago still has its result for whoever awaits it. */
export const awaitedLaterThanDone = coroutine(function* awaitedLaterThanDone() {
  const work = coroutine(function* work() {
    print('work');
    return 'result';
  });

  const task = createTask(work());
  yield* sleep(5);
  print(task.done(), yield* task, yield* task);
});

/** Any number of tasks can await the same one; each gets the result, in order. */
export const taskAwaitedByTwo = coroutine(function* taskAwaitedByTwo() {
  const work = coroutine(function* work() {
    yield* sleep(1);
    return 'result';
  });

  const reader = coroutine(function* reader(name: string) {
    print(name, yield* task);
  });

  const task = createTask(work());
  yield* gather(reader('first'), reader('second'));
});

/** Tasks are numbered as they are made, unless they are given a name. */
export const taskNames = coroutine(function* taskNames() {
  const work = coroutine(function* work() {
    yield* sleep(0);
  });

  const numbered = createTask(work());
  const named = createTask(work(), { name: 'indexer' });
  const last = createTask(work());
  print(numbered.getName(), named.getName(), last.getName());
  last.setName('cleaner');
  print(last.getName());
  yield* wait([numbered, named, last]);
});

/** The result and the exception of a task cannot be had before it is done. */
export const resultTooEarly = coroutine(function* resultTooEarly() {
  const work = coroutine(function* work() {
    yield* sleep(1);
    return 'result';
  });

  const task = createTask(work());
  try {
    print(task.result());
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    print(error);
  }
  try {
    print(task.exception());
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    print(error);
  }
  yield* task;
  print(task.result(), task.exception());
});

/** A failed task keeps its exception, and raises it for everybody who awaits it. */
export const exceptionKept = coroutine(function* exceptionKept() {
  const fail = coroutine(function* fail() {
    throw new ValueError('broken');
  });

  const task = createTask(fail());
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      yield* task;
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      print(attempt, error);
    }
  }
  print(task.exception());
});

/** An exception of a task at which nobody ever looks is reported in the end. */
export const exceptionNeverRetrieved = coroutine(function* exceptionNeverRetrieved() {
  const fail = coroutine(function* fail() {
    throw new ValueError('unnoticed');
  });

  const task = createTask(fail());
  yield* sleep(1);
  print('done:', task.done());
});

/** Whoever looks at a task's exception has taken note of it: there is no report. */
export const exceptionLookedAt = coroutine(function* exceptionLookedAt() {
  const fail = coroutine(function* fail() {
    throw new ValueError('noticed');
  });

  const task = createTask(fail());
  yield* sleep(1);
  print('failed:', task.exception());
});

/** Only its coroutine gives a task its result: set_result is refused. */
export const taskTakesNoResult = coroutine(function* taskTakesNoResult() {
  const work = coroutine(function* work() {
    yield* sleep(1);
    return 'result';
  });

  const task = createTask(work());
  try {
    task.setResult('another one');
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
  print(yield* task);
});

/** A task that awaits itself gets an error, not an endless wait. */
export const taskAwaitsItself = coroutine(function* taskAwaitsItself() {
  const task = currentTask() as Task;
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print('refused');
  }
});

/** Inside a task there is a current task, inside a callback there is none. */
export const currentTaskInACallback = coroutine(function* currentTaskInACallback() {
  function callback() {
    print('callback:', currentTask());
  }

  getRunningLoop().callSoon(callback);
  print('task:', currentTask()?.getName());
  yield* sleep(0);
});

/** all_tasks() gives the tasks of the loop that are not done, this one included. */
export const tasksThatAreNotDone = coroutine(function* tasksThatAreNotDone() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
  });

  function names() {
    return [...allTasks()].map((task) => task.getName()).sort();
  }

  createTask(nap(1), { name: 'short' });
  createTask(nap(3), { name: 'long' });
  print(names());
  yield* sleep(2);
  print(names());
});

/** ensure_future() gives a task back as it is, and makes a task of a coroutine. */
export const ensureFutureOfATask = coroutine(function* ensureFutureOfATask() {
  const work = coroutine(function* work() {
    return 'result';
  });

  const task = createTask(work());
  print(ensureFuture(task) === task);
  print(yield* ensureFuture(work()));
  yield* task;
});

/** Without a running loop there is nobody to run a task. */
export function taskWithoutALoop() {
  const work = coroutine(function* work() {
    print('never');
  });

  const coro = work();
  try {
    createTask(coro);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
  coro.close();
}

/** A task factory may give any future: whoever wanted a task waits for that. */
export const factoryOfFutures = coroutine(function* factoryOfFutures() {
  const loop = getRunningLoop();

  const factory: TaskFactory = (loop, coro) => {
    (coro as Coroutine<unknown>).close();
    const future = loop.createFuture<unknown>();
    loop.callLater(1, () => future.setResult('from the factory'));
    return future as Task<unknown>;
  };

  const work = coroutine(function* work() {
    return 'never run';
  });

  loop.setTaskFactory(factory);
  print(yield* createTask(work()));
  print(yield* gather(work(), work()));
  print(yield* shield(work()));
  loop.setTaskFactory(undefined);
});
