/** wait_for() gives one awaitable so many seconds, and cancels it when they are over. */

import {
  CancelledError,
  coroutine,
  createTask,
  getRunningLoop,
  print,
  shield,
  sleep,
  TimeoutError,
  ValueError,
  wait,
  waitFor,
} from 'asyncio-lab';

/** What ends in time gives its result, as if it were awaited alone. */
export const inTime = coroutine(function* inTime() {
  const work = coroutine(function* work() {
    yield* sleep(1);
    return 'result';
  });

  print(yield* waitFor(work(), 2));
});

/** When the time is over the awaitable is cancelled, and TimeoutError is raised. */
export const tooLate = coroutine(function* tooLate() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } finally {
      print('work ends');
    }
  });

  try {
    yield* waitFor(work(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
});

/** wait_for() waits until what it has cancelled has ended, however long that takes. */
export const lateCleanup = coroutine(function* lateCleanup() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } finally {
      yield* sleep(5);
      print('cleaned up');
    }
  });

  try {
    yield* waitFor(work(), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
});

/** With None there is no limit. */
export const noTimeLimit = coroutine(function* noTimeLimit() {
  print(yield* waitFor(sleep(1000, 'result'), undefined));
});

/** With a timeout of 0 a coroutine does not even begin. */
export const noTimeAtAll = coroutine(function* noTimeAtAll() {
  const work = coroutine(function* work() {
    print('never printed');
  });

  try {
    yield* waitFor(work(), 0);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
});

/** With a timeout of 0, what is done already gives its result. */
export const noTimeButDone = coroutine(function* noTimeButDone() {
  const future = getRunningLoop().createFuture();
  future.setResult('result');
  print(yield* waitFor(future, 0));
});

/** What swallows the cancellation and returns has a result: there is no TimeoutError. */
export const timeoutSwallowed = coroutine(function* timeoutSwallowed() {
  const stubborn = coroutine(function* stubborn() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      yield* sleep(1);
    }
    return 'late result';
  });

  print(yield* waitFor(stubborn(), 1));
});

/** An exception of the awaitable comes through as it is. */
export const exceptionInTime = coroutine(function* exceptionInTime() {
  const fail = coroutine(function* fail() {
    yield* sleep(1);
    throw new ValueError('broken');
  });

  try {
    yield* waitFor(fail(), 2);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
});

/** Cancelling the task that is in wait_for() cancels what it waits for. */
export const waitForCancelled = coroutine(function* waitForCancelled() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } finally {
      print('work ends');
    }
  });

  const waiter = coroutine(function* waiter() {
    yield* waitFor(work(), 10);
  });

  const task = createTask(waiter());
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** What ends at the very deadline is too late: the limit was there first. */
export const doneAtTheDeadline = coroutine(function* doneAtTheDeadline() {
  try {
    print(yield* waitFor(sleep(1, 'result'), 1));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
});

/** Even a result that comes before the limit is lost, if both come at the same moment. */
export const wokenAtTheDeadline = coroutine(function* wokenAtTheDeadline() {
  const loop = getRunningLoop();
  const future = loop.createFuture();
  loop.callLater(1, () => future.setResult('result'));
  try {
    print(yield* waitFor(future, 1));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out, done:', future.done());
  }
});

/** A task that is too late is cancelled for everybody: use shield() to keep it. */
export const timeoutOfASharedTask = coroutine(function* timeoutOfASharedTask() {
  const work = coroutine(function* work() {
    yield* sleep(2);
    return 'result';
  });

  const task = createTask(work());
  try {
    yield* waitFor(shield(task), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out, cancelled:', task.cancelled());
  }
  print(yield* task);
});
