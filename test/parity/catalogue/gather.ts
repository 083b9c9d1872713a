/** gather() runs awaitables side by side and gives their results in the order they were given. */

import {
  CancelledError,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  print,
  sleep,
  ValueError,
  wait,
} from 'asyncio-lab';

/** gather() gives the results in the order of its arguments, whoever ends first. */
export const resultsInOrder = coroutine(function* resultsInOrder() {
  const fetch = coroutine(function* fetch(page: string, seconds: number) {
    yield* sleep(seconds);
    print('fetched', page);
    return page;
  });

  print(yield* gather(fetch('A', 3), fetch('B', 1), fetch('C', 2)));
});

/** gather() of nothing is done at once, with an empty list. */
export const gatherNothing = coroutine(function* gatherNothing() {
  const gathered = gather();
  print(gathered.done(), yield* gathered);
});

/** Coroutines, tasks and futures can be gathered together. */
export const gatherAllKinds = coroutine(function* gatherAllKinds() {
  const work = coroutine(function* work(name: string) {
    yield* sleep(1);
    return name;
  });

  const loop = getRunningLoop();
  const future = loop.createFuture();
  loop.callLater(2, () => future.setResult('future'));
  const task = createTask(work('task'));
  print(yield* gather(work('coroutine'), task, future));
});

/** A coroutine that is given twice runs once, and its result appears twice. */
export const gatherTheSameTwice = coroutine(function* gatherTheSameTwice() {
  const work = coroutine(function* work() {
    print('work');
    return 'result';
  });

  const coro = work();
  print(yield* gather(coro, coro));
});

/** The first exception comes through at once; the others go on running. */
export const firstExceptionComesThrough = coroutine(function* firstExceptionComesThrough() {
  const work = coroutine(function* work() {
    yield* sleep(2);
    print('work done all the same');
  });

  const fail = coroutine(function* fail() {
    yield* sleep(1);
    throw new ValueError('broken');
  });

  try {
    yield* gather(work(), fail());
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
  yield* sleep(2);
});

/** With return_exceptions an exception is a result like any other. */
export const exceptionsAsResults = coroutine(function* exceptionsAsResults() {
  const work = coroutine(function* work() {
    yield* sleep(2);
    return 'result';
  });

  const fail = coroutine(function* fail() {
    yield* sleep(1);
    throw new ValueError('broken');
  });

  print(yield* gather(work(), fail(), { returnExceptions: true }));
});

/** Only the first exception comes through; those that follow are dropped without a report. */
export const secondExceptionIsLost = coroutine(function* secondExceptionIsLost() {
  const fail = coroutine(function* fail(seconds: number, reason: string) {
    yield* sleep(seconds);
    throw new ValueError(reason);
  });

  try {
    yield* gather(fail(1, 'first'), fail(2, 'second'));
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
  yield* sleep(2);
});

/** Cancelling a gather cancels all that it gathers. */
export const cancelledGather = coroutine(function* cancelledGather() {
  const work = coroutine(function* work(name: string) {
    try {
      yield* sleep(3600);
    } finally {
      print(name, 'ends');
    }
  });

  const gathered = gather(work('a'), work('b'));
  yield* sleep(1);
  print('cancel:', gathered.cancel());
  try {
    yield* gathered;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('cancelled');
  }
});

/** A gather that was cancelled has failed with CancelledError: it does not say cancelled(). */
export const cancelledGatherHasFailed = coroutine(function* cancelledGatherHasFailed() {
  const gathered = gather(sleep(1), sleep(2));
  gathered.cancel();
  yield* wait([gathered]);
  print(gathered.cancelled(), gathered.exception() instanceof CancelledError);
});

/** A task that is cancelled inside a gather is an exception there: the others go on. */
export const cancelledTaskInAGather = coroutine(function* cancelledTaskInAGather() {
  const work = coroutine(function* work(name: string) {
    yield* sleep(2);
    print(name, 'done');
  });

  const first = createTask(work('a'));
  const gathered = gather(first, work('b'));
  yield* sleep(1);
  first.cancel();
  try {
    yield* gathered;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('one of them was cancelled');
  }
  yield* sleep(2);
});

/** With return_exceptions the cancellation of one task is a result, too. */
export const cancellationAsAResult = coroutine(function* cancellationAsAResult() {
  const work = coroutine(function* work() {
    yield* sleep(2);
    return 'result';
  });

  const first = createTask(work());
  const gathered = gather(first, work(), { returnExceptions: true });
  yield* sleep(1);
  first.cancel();
  const [cancelled, result] = yield* gathered;
  print(cancelled instanceof CancelledError, result);
});

/** A cancelled gather is cancelled with return_exceptions, too, once its children have ended. */
export const cancelledGatherWithExceptions = coroutine(function* cancelledGatherWithExceptions() {
  const work = coroutine(function* work(seconds: number) {
    try {
      yield* sleep(3600);
    } finally {
      yield* sleep(seconds);
      print('cleaned up for', seconds);
    }
  });

  const gathered = gather(work(1), work(2), { returnExceptions: true });
  yield* sleep(1);
  gathered.cancel();
  try {
    yield* gathered;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('cancelled');
  }
});

/** A gather is a future, so it can be gathered itself. */
export const gatherOfGathers = coroutine(function* gatherOfGathers() {
  const work = coroutine(function* work(name: string, seconds: number) {
    yield* sleep(seconds);
    return name;
  });

  const left = gather(work('a', 1), work('b', 3));
  const right = gather(work('c', 2));
  print(yield* gather(left, right));
});

/** A gather whose children have all ended cannot be cancelled. */
export const cancelOfADoneGather = coroutine(function* cancelOfADoneGather() {
  const work = coroutine(function* work() {
    return 'result';
  });

  const gathered = gather(work(), work());
  yield* gathered;
  print(gathered.cancel(), gathered.result());
});
