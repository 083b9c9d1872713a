/** The loop calls callbacks, now and at given times; tasks and futures stand on that alone. */

import {
  coroutine,
  createTask,
  currentTask,
  type EventLoop,
  type ExceptionContext,
  type Future,
  getRunningLoop,
  newEventLoop,
  print,
  RuntimeError,
  run,
  sleep,
  Task,
  type TaskFactory,
  ValueError,
} from 'asyncio-lab';

/** call_soon() takes the arguments for the callback; keyword arguments need a function. */
export const callbackWithArguments = coroutine(function* callbackWithArguments() {
  const loop = getRunningLoop();
  loop.callSoon(print, 'two', 'arguments');
  loop.callSoon(() => print('a function without any'));
  yield* sleep(0);
});

/** run_until_complete() runs the loop until the future is done, and gives its result. */
export async function runUntilComplete() {
  const loop = newEventLoop();
  const future = loop.createFuture();
  loop.callLater(1, () => future.setResult('result'));
  loop.callLater(1, print, 'same iteration');
  loop.callLater(2, print, 'never printed');
  print(await loop.runUntilComplete(future));
  loop.close();
}

/** run_forever() runs until stop() is called, and can be called again. */
export async function runForeverAndStop() {
  const loop = newEventLoop();
  loop.callLater(1, print, 'one');
  loop.callLater(2, () => loop.stop());
  loop.callLater(3, print, 'three');
  loop.callLater(4, () => loop.stop());
  await loop.runForever();
  print('stopped');
  await loop.runForever();
  print('stopped again');
  loop.close();
}

/** stop() lets the iteration end: what is ready is called, what that adds is left. */
export async function stopEndsTheIteration() {
  const loop = newEventLoop();

  function callback() {
    print('callback');
    loop.callSoon(print, 'next iteration');
  }

  loop.callSoon(() => loop.stop());
  loop.callSoon(callback);
  await loop.runForever();
  print('stopped');
  loop.callSoon(() => loop.stop());
  await loop.runForever();
  loop.close();
}

/** A loop that is stopped before its main is done has no result to give. */
export async function stoppedTooEarly() {
  const main = coroutine(function* main() {
    getRunningLoop().stop();
    yield* sleep(1);
  });

  const loop = newEventLoop();
  const task = loop.createTask(main());
  try {
    await loop.runUntilComplete(task);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
  await loop.runUntilComplete(task);
  print('done:', task.done());
  loop.close();
}

/** A closed loop takes no callbacks any more. */
export function closedLoop() {
  const loop = newEventLoop();
  loop.close();
  print('closed:', loop.isClosed());
  try {
    loop.callSoon(print, 'never printed');
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
}

/** A running loop cannot be closed. */
export const closeWhileRunning = coroutine(function* closeWhileRunning() {
  const loop = getRunningLoop();
  try {
    loop.close();
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
});

/** Outside of coroutines and callbacks there is no running loop. */
export function noRunningLoop() {
  try {
    getRunningLoop();
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
}

/** What a callback raises goes to the exception handler; the loop goes on. */
export const exceptionHandler = coroutine(function* exceptionHandler() {
  const loop = getRunningLoop();

  function handler(_loop: EventLoop, context: ExceptionContext) {
    print('handler:', context.exception);
  }

  function fail() {
    throw new ValueError('broken callback');
  }

  loop.setExceptionHandler(handler);
  loop.callSoon(fail);
  loop.callSoon(print, 'next callback');
  yield* sleep(0);
});

/** Without a handler of your own, the default one reports on standard error. */
export const defaultExceptionHandler = coroutine(function* defaultExceptionHandler() {
  const loop = getRunningLoop();
  loop.callExceptionHandler({ message: 'something is wrong' });
  loop.callExceptionHandler({ message: 'worse', exception: new ValueError('broken') });
});

/** An exception handler that raises is reported itself, by the default one. */
export const handlerThatFails = coroutine(function* handlerThatFails() {
  const loop = getRunningLoop();

  function handler(_loop: EventLoop, _context: ExceptionContext) {
    throw new RuntimeError('broken handler');
  }

  loop.setExceptionHandler(handler);
  loop.callExceptionHandler({ message: 'something is wrong' });
  print('handler set:', loop.getExceptionHandler() === handler);
});

/** A task factory makes all tasks of a loop, and so can give them names. */
export const taskFactory = coroutine(function* taskFactory() {
  const work = coroutine(function* work() {
    print(currentTask()?.getName());
  });

  const factory: TaskFactory = (loop, coro, options) => {
    return new Task(coro, { ...options, loop, name: 'from the factory' });
  };

  getRunningLoop().setTaskFactory(factory);
  yield* createTask(work());
});

/** Tasks and futures know the loop that they belong to. */
export const loopOfATask = coroutine(function* loopOfATask() {
  const loop = getRunningLoop();
  const task = currentTask();
  print(task?.getLoop() === loop, loop.createFuture().getLoop() === loop);
  print(loop.isRunning(), loop.isClosed());
});

/** The clock of a loop goes on from one run to the next. */
export async function clockAcrossRuns() {
  const loop = newEventLoop();
  const begun = loop.time();
  await loop.runUntilComplete(sleep(2));
  await loop.runUntilComplete(sleep(3));
  print('seconds:', Math.round(loop.time() - begun));
  loop.close();
}

/** A task cannot await the future of another loop. */
export async function futureOfAnotherLoop() {
  const main = coroutine(function* main(future: Future) {
    try {
      yield* future;
    } catch (error) {
      if (!(error instanceof RuntimeError)) throw error;
      print('refused');
    }
  });

  const other = newEventLoop();
  await run(main(other.createFuture()));
  other.close();
}

/** In debug mode the loop refuses a coroutine where a callback belongs. */
export const debugMode = coroutine(function* debugMode() {
  const loop = getRunningLoop();

  const work = coroutine(function* work() {
    print('never printed');
  });

  loop.setDebug(true);
  print('debug:', loop.getDebug());
  try {
    loop.callSoon(work);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    print('refused');
  }
});
