/** timeout() limits the time of a block: its own cancellation leaves the block as TimeoutError. */

import {
  asyncWith,
  CancelledError,
  coroutine,
  createTask,
  getRunningLoop,
  print,
  RuntimeError,
  sleep,
  TimeoutError,
  timeout,
  timeoutAt,
  ValueError,
  wait,
} from 'asyncio-lab';

/** A block that is left in time was not touched. */
export const blockInTime = coroutine(function* blockInTime() {
  const limit = timeout(2);
  yield* asyncWith(limit, function* () {
    yield* sleep(1);
    print('done');
  });
  print('expired:', limit.expired());
});

/** When the time is over, the block is cancelled inside and raises TimeoutError outside. */
export const blockTooLate = coroutine(function* blockTooLate() {
  const limit = timeout(1);
  try {
    yield* asyncWith(limit, function* () {
      try {
        yield* sleep(3600);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        print('cancelled inside');
        throw error;
      }
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out, expired:', limit.expired());
  }
});

/** Of nested limits the inner one stops only its own block, if it comes first. */
export const innerLimitFirst = coroutine(function* innerLimitFirst() {
  yield* asyncWith(timeout(2), function* () {
    try {
      yield* asyncWith(timeout(1), function* () {
        yield* sleep(3600);
      });
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      print('inner limit');
    }
    print('outer block goes on');
  });
});

/** An outer limit that comes first passes the inner block as a cancellation. */
export const outerLimitFirst = coroutine(function* outerLimitFirst() {
  const outer = timeout(1);
  const inner = timeout(2);
  try {
    yield* asyncWith(outer, function* () {
      yield* asyncWith(inner, function* () {
        yield* sleep(3600);
      });
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out', outer.expired(), inner.expired());
  }
});

/** Of nested limits with the same deadline both expire, and one TimeoutError comes out. */
export const equalLimits = coroutine(function* equalLimits() {
  const deadline = getRunningLoop().time() + 1;
  const outer = timeoutAt(deadline);
  const inner = timeoutAt(deadline);
  try {
    yield* asyncWith(outer, function* () {
      yield* asyncWith(inner, function* () {
        yield* sleep(3600);
      });
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out', outer.expired(), inner.expired());
  }
});

/** timeout_at() takes the time of the loop's clock at which it is over. */
export const absoluteLimit = coroutine(function* absoluteLimit() {
  const loop = getRunningLoop();
  const deadline = loop.time() + 2;
  yield* sleep(1);
  try {
    yield* asyncWith(timeoutAt(deadline), function* (limit) {
      print('ends at the deadline:', limit.when() === deadline);
      yield* sleep(3600);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
});

/** timeout(None) is no limit, until one is set. */
export const noLimit = coroutine(function* noLimit() {
  const loop = getRunningLoop();
  try {
    yield* asyncWith(timeout(undefined), function* (limit) {
      yield* sleep(1000);
      print('limit:', limit.when());
      limit.reschedule(loop.time() + 1);
      yield* sleep(1000);
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
});

/** reschedule() puts the deadline off, as often as there is progress. */
export const limitPutOff = coroutine(function* limitPutOff() {
  const loop = getRunningLoop();
  yield* asyncWith(timeout(2), function* (limit) {
    for (let part = 0; part < 3; part += 1) {
      yield* sleep(1);
      limit.reschedule(loop.time() + 2);
      print('part', part);
    }
  });
});

/** A limit that is over before the block begins stops it at its first suspension. */
export const limitInThePast = coroutine(function* limitInThePast() {
  try {
    yield* asyncWith(timeout(-1), function* () {
      print('block begins');
      yield* sleep(0);
      print('never printed');
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
});

/** A block that never waits cannot be stopped, and is not too late either. */
export const blockThatNeverWaits = coroutine(function* blockThatNeverWaits() {
  const limit = timeout(0);
  yield* asyncWith(limit, function* () {
    print('no await in here');
  });
  print('expired:', limit.expired());
});

/** A cancellation from outside passes the block as what it is. */
export const limitAndCancellation = coroutine(function* limitAndCancellation() {
  const work = coroutine(function* work() {
    try {
      yield* asyncWith(timeout(10), function* () {
        yield* sleep(3600);
      });
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      print('never printed');
    }
  });

  const task = createTask(work());
  yield* sleep(1);
  task.cancel('from outside');
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('cancelled', error);
  }
});

/** Cancelled from outside at the moment of its deadline, a block is cancelled. */
export const limitAndCancellationAtOnce = coroutine(function* limitAndCancellationAtOnce() {
  const work = coroutine(function* work() {
    yield* asyncWith(timeout(1), function* () {
      yield* sleep(3600);
    });
  });

  const loop = getRunningLoop();
  const task = createTask(work());
  loop.callLater(1, () => task.cancel());
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** A block that swallows the cancellation goes on; it is late, and nothing is raised. */
export const limitSwallowed = coroutine(function* limitSwallowed() {
  const limit = timeout(1);
  yield* asyncWith(limit, function* () {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      print('not now');
    }
    yield* sleep(1);
    print('block ends');
  });
  print('expired:', limit.expired());
});

/** When the block answers the deadline with an error of its own, that one comes out. */
export const limitAndAnotherError = coroutine(function* limitAndAnotherError() {
  try {
    yield* asyncWith(timeout(1), function* () {
      try {
        yield* sleep(3600);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        throw new ValueError('broken');
      }
    });
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
});

/** A limit is for one block: it cannot be entered again. */
export const limitUsedTwice = coroutine(function* limitUsedTwice() {
  const limit = timeout(1);
  yield* asyncWith(limit, function* () {
    print('once');
  });
  try {
    yield* asyncWith(limit, function* () {
      print('never printed');
    });
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
});

/** After the block, its limit cannot be moved any more. */
export const limitMovedTooLate = coroutine(function* limitMovedTooLate() {
  const limit = timeout(1);
  yield* asyncWith(limit, function* () {
    yield* sleep(0);
  });
  try {
    limit.reschedule(undefined);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
});
