/** A future is a result that is not there yet: pending, then finished or cancelled, once. */

import {
  CancelledError,
  coroutine,
  type EventLoop,
  type ExceptionContext,
  type Future,
  gather,
  getRunningLoop,
  InvalidStateError,
  print,
  sleep,
  ValueError,
} from 'asyncio-lab';

/** Whoever awaits a future sleeps until somebody sets its result. */
export const resultOfAFuture = coroutine(function* resultOfAFuture() {
  const loop = getRunningLoop();
  const future = loop.createFuture();
  loop.callLater(2, () => future.setResult('done'));
  print('done:', future.done());
  print(yield* future);
  print('done:', future.done());
});

/** An exception that is set is raised for whoever awaits the future. */
export const exceptionOfAFuture = coroutine(function* exceptionOfAFuture() {
  const loop = getRunningLoop();
  const future = loop.createFuture();
  loop.callLater(1, () => future.setException(new ValueError('out of order')));
  try {
    yield* future;
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
});

/** A future gets its result once; a second one is refused. */
export const resultSetTwice = coroutine(function* resultSetTwice() {
  const future = getRunningLoop().createFuture();
  future.setResult('first');
  try {
    future.setResult('second');
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    print('refused:', error);
  }
  print(yield* future);
});

/** All who await a future get the same result. */
export const futureAwaitedByMany = coroutine(function* futureAwaitedByMany() {
  const future = getRunningLoop().createFuture();

  const reader = coroutine(function* reader(name: string) {
    print(name, yield* future);
  });

  const readers = gather(reader('a'), reader('b'));
  yield* sleep(1);
  future.setResult('news');
  yield* readers;
});

/** A future that is cancelled raises CancelledError for whoever awaits it. */
export const cancelledFuture = coroutine(function* cancelledFuture() {
  const loop = getRunningLoop();
  const future = loop.createFuture();
  loop.callLater(1, () => future.cancel());
  try {
    yield* future;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('cancelled:', future.cancelled());
  }
});

/** A future that is done cannot be cancelled any more: cancel() gives False. */
export const cancelOfADoneFuture = coroutine(function* cancelOfADoneFuture() {
  const future = getRunningLoop().createFuture();
  print(future.cancel(), future.cancel());
  const other = getRunningLoop().createFuture();
  other.setResult('done');
  print(other.cancel(), other.cancelled());
});

/** A future that was cancelled takes no result: who sets it has to look first. */
export const resultAfterCancellation = coroutine(function* resultAfterCancellation() {
  const future = getRunningLoop().createFuture();
  future.cancel();
  try {
    future.setResult('too late');
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    print('refused:', error);
  }
});

/** Callbacks of a future are called in order, in the iteration after it is done. */
export const callbacksAreCalledSoon = coroutine(function* callbacksAreCalledSoon() {
  const future = getRunningLoop().createFuture();

  function first(done: Future) {
    print('first:', done.result());
  }

  function second(done: Future) {
    print('second:', done.result());
  }

  future.addDoneCallback(first);
  future.addDoneCallback(second);
  future.setResult('done');
  print('set');
  yield* sleep(0);
});

/** A callback that is added to a future that is done is called soon, too. */
export const callbackOfADoneFuture = coroutine(function* callbackOfADoneFuture() {
  const future = getRunningLoop().createFuture();

  function callback(done: Future) {
    print('callback:', done.result());
  }

  future.setResult('done');
  future.addDoneCallback(callback);
  print('added');
  yield* sleep(0);
});

/** remove_done_callback() removes every one that is the same, and says how many. */
export const removedCallback = coroutine(function* removedCallback() {
  const future = getRunningLoop().createFuture();

  function callback(_done: Future) {
    print('never called');
  }

  future.addDoneCallback(callback);
  future.addDoneCallback(callback);
  print(future.removeDoneCallback(callback));
  print(future.removeDoneCallback(callback));
  future.setResult('done');
  yield* sleep(0);
});

/** An exception in a callback goes to the exception handler; the others are called. */
export const callbackThatFails = coroutine(function* callbackThatFails() {
  const loop = getRunningLoop();
  const future = loop.createFuture();

  function handler(_loop: EventLoop, context: ExceptionContext) {
    print('handler:', context.exception);
  }

  function fail(_done: Future) {
    throw new ValueError('bad callback');
  }

  function callback(done: Future) {
    print('callback:', done.result());
  }

  loop.setExceptionHandler(handler);
  future.addDoneCallback(fail);
  future.addDoneCallback(callback);
  future.setResult('done');
  yield* sleep(0);
});

/** An exception of a future at which nobody looks is reported in the end. */
export const futureNeverRetrieved = coroutine(function* futureNeverRetrieved() {
  const future = getRunningLoop().createFuture();
  future.setException(new ValueError('unnoticed'));
  yield* sleep(1);
  print('done:', future.done());
});

/** exception() returns what result() would raise, and None when all went well. */
export const exceptionIsReturned = coroutine(function* exceptionIsReturned() {
  const loop = getRunningLoop();
  const failed = loop.createFuture();
  failed.setException(new ValueError('broken'));
  const fine = loop.createFuture();
  fine.setResult('fine');
  print(failed.exception(), fine.exception());
  try {
    failed.result();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('raised:', error);
  }
});

/** A class of exceptions stands for a new one of it, as it does in raise. */
export const classAsAnException = coroutine(function* classAsAnException() {
  const future = getRunningLoop().createFuture();
  future.setException(ValueError);
  try {
    yield* future;
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print([error]);
  }
});
