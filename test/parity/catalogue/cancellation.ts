/** cancel() asks: CancelledError is raised in the task where it waits, and the task decides. */

import {
  CancelledError,
  coroutine,
  createTask,
  currentTask,
  gather,
  getRunningLoop,
  InvalidStateError,
  print,
  RuntimeError,
  rethrowIfCancelled,
  sleep,
  type Task,
  wait,
} from 'asyncio-lab';

/** A task that is cancelled before its first step never begins. */
export const cancelledBeforeStart = coroutine(function* cancelledBeforeStart() {
  const work = coroutine(function* work() {
    print('never printed');
  });

  const task = createTask(work());
  print('cancel:', task.cancel());
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** cancel() raises CancelledError in a task at the await where it is suspended. */
export const cancelledInItsSleep = coroutine(function* cancelledInItsSleep() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      print('cancelled in my sleep');
      throw error;
    }
  });

  const task = createTask(work());
  yield* sleep(1);
  task.cancel();
  print('cancel requested, done:', task.done());
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** Cancelling a task that awaits another one cancels the other one first. */
export const cancelledWhileAwaitingATask = coroutine(function* cancelledWhileAwaitingATask() {
  const inner = coroutine(function* inner() {
    try {
      yield* sleep(3600);
    } finally {
      print('inner ends');
    }
  });

  const outer = coroutine(function* outer() {
    try {
      yield* createTask(inner());
    } finally {
      print('outer ends');
    }
  });

  const task = createTask(outer());
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
});

/** Cancelling a task cancels the future that it awaits, for everybody. */
export const cancelledWhileAwaitingAFuture = coroutine(function* cancelledWhileAwaitingAFuture() {
  const future = getRunningLoop().createFuture();

  const waiter = coroutine(function* waiter(name: string) {
    try {
      yield* future;
    } finally {
      print(name, 'ends');
    }
  });

  const first = createTask(waiter('a'));
  const second = createTask(waiter('b'));
  yield* sleep(1);
  first.cancel();
  yield* wait([first, second]);
  print(future.cancelled(), second.cancelled());
});

/** A task that catches CancelledError and keeps it goes on as if nothing had been. */
export const swallowed = coroutine(function* swallowed() {
  const stubborn = coroutine(function* stubborn() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      print('not now');
    }
    yield* sleep(1);
    return 'result';
  });

  const task = createTask(stubborn());
  yield* sleep(1);
  task.cancel();
  print(yield* task, task.cancelled());
});

/** A task that has swallowed one cancellation can be cancelled again. */
export const cancelledAgain = coroutine(function* cancelledAgain() {
  const stubborn = coroutine(function* stubborn() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      print('not now');
    }
    yield* sleep(3600);
  });

  const task = createTask(stubborn());
  yield* sleep(1);
  task.cancel();
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** A finally block may await: the task ends when its cleanup has ended. */
export const cleanupMayWait = coroutine(function* cleanupMayWait() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } finally {
      print('saving');
      yield* sleep(2);
      print('saved');
    }
  });

  const task = createTask(work());
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** A second cancellation interrupts the cleanup that the first one has begun. */
export const cancelledDuringCleanup = coroutine(function* cancelledDuringCleanup() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } finally {
      print('saving');
      yield* sleep(2);
      print('never saved');
    }
  });

  const task = createTask(work());
  yield* sleep(1);
  task.cancel();
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** The message of cancel() arrives with the error, in the task that is cancelled. */
export const messageOfACancellation = coroutine(function* messageOfACancellation() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      print('work:', error);
      throw error;
    }
  });

  const task = createTask(work());
  yield* sleep(1);
  task.cancel('closing time');
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('main:', error);
  }
});

/** The message of a cancelled task reaches the first who awaits it, nobody after that. */
export const messageForTheFirstAwaiter = coroutine(function* messageForTheFirstAwaiter() {
  const work = coroutine(function* work() {
    yield* sleep(3600);
  });

  const awaiter = coroutine(function* awaiter(name: string) {
    try {
      yield* task;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      print(name, 'got:', error);
    }
  });

  const task = createTask(work());
  const awaiters = gather(awaiter('first'), awaiter('second'));
  yield* sleep(1);
  task.cancel('closing time');
  yield* awaiters;
});

/** The message of a cancelled future reaches everybody who awaits it. */
export const messageOfAFuture = coroutine(function* messageOfAFuture() {
  const future = getRunningLoop().createFuture();

  const awaiter = coroutine(function* awaiter(name: string) {
    try {
      yield* future;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      print(name, 'got:', error);
    }
  });

  const awaiters = gather(awaiter('first'), awaiter('second'));
  yield* sleep(1);
  future.cancel('closing time');
  yield* awaiters;
});

/** A task that is done cannot be cancelled: cancel() gives False. */
export const cancelOfADoneTask = coroutine(function* cancelOfADoneTask() {
  const work = coroutine(function* work() {
    return 'result';
  });

  const task = createTask(work());
  yield* task;
  print(task.cancel(), task.cancelled(), task.result());
});

/** A task counts the requests to cancel it; uncancel() takes one back. */
export const requestsAreCounted = coroutine(function* requestsAreCounted() {
  const task = currentTask() as Task;

  function cancelTwice() {
    print(task.cancel(), task.cancel());
  }

  getRunningLoop().callSoon(cancelTwice);
  try {
    yield* sleep(1);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('requests:', task.cancelling());
  }
  print(task.uncancel(), task.uncancel(), task.uncancel());
  yield* sleep(1);
  print('one error for two requests');
});

/** A request that is taken back before it was delivered is never delivered. */
export const takenBackInTime = coroutine(function* takenBackInTime() {
  const task = currentTask() as Task;
  task.cancel();
  task.uncancel();
  yield* sleep(1);
  print('nothing happened');
});

/** A task that cancels itself goes on to its next await, and is cancelled there. */
export const taskCancelsItself = coroutine(function* taskCancelsItself() {
  const work = coroutine(function* work() {
    currentTask()?.cancel();
    print('still running');
    yield* sleep(0);
    print('never printed');
  });

  const task = createTask(work());
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** A task that cancels itself and ends without another await is cancelled all the same. */
export const cancelledWithoutAnotherAwait = coroutine(function* cancelledWithoutAnotherAwait() {
  const work = coroutine(function* work() {
    currentTask()?.cancel();
    return 'result';
  });

  const task = createTask(work());
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** A task whose result has come, but that has not gone on yet, can still be cancelled. */
export const cancelledWhenTheResultIsThere = coroutine(function* cancelledWhenTheResultIsThere() {
  const future = getRunningLoop().createFuture();

  const waiter = coroutine(function* waiter() {
    try {
      print('got', yield* future);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      print('cancelled, though the future is done:', future.done());
      throw error;
    }
  });

  const task = createTask(waiter());
  yield* sleep(1);
  future.setResult('result');
  task.cancel();
  yield* wait([task]);
});

/** Cancelled first, the future that a task awaits takes no result any more. */
export const resultWhenCancelled = coroutine(function* resultWhenCancelled() {
  const future = getRunningLoop().createFuture();

  const waiter = coroutine(function* waiter() {
    yield* future;
  });

  const task = createTask(waiter());
  yield* sleep(1);
  task.cancel();
  try {
    future.setResult('result');
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    print('refused:', error);
  }
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** Cancelled at the very moment of its wake-up, but before it, a sleep is cancelled. */
export const cancelledJustBeforeItWakes = coroutine(function* cancelledJustBeforeItWakes() {
  const nap = coroutine(function* nap() {
    yield* sleep(1);
    print('slept well');
  });

  const canceller = coroutine(function* canceller() {
    yield* sleep(1);
    print('cancel:', task.cancel());
  });

  const other = createTask(canceller());
  const task = createTask(nap());
  yield* wait([task, other]);
  print('cancelled:', task.cancelled());
});

/** Cancelled at the same moment, but after its wake-up, a task has ended already. */
export const cancelledJustAfterItWakes = coroutine(function* cancelledJustAfterItWakes() {
  const nap = coroutine(function* nap() {
    yield* sleep(1);
    print('slept well');
  });

  const canceller = coroutine(function* canceller() {
    yield* sleep(1);
    print('cancel:', task.cancel());
  });

  const task = createTask(nap());
  const other = createTask(canceller());
  yield* wait([task, other]);
  print('cancelled:', task.cancelled());
});

/** Whoever awaits a cancelled task gets CancelledError without having been cancelled. */
export const awaitingACancelledTask = coroutine(function* awaitingACancelledTask() {
  const work = coroutine(function* work() {
    yield* sleep(3600);
  });

  const task = createTask(work());
  yield* sleep(1);
  task.cancel();
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('requests to cancel me:', currentTask()?.cancelling());
  }
  yield* sleep(1);
  print('going on');
});

/** CancelledError is no Exception: `except Exception` lets it pass. */
export const exceptExceptionLetsItPass = coroutine(function* exceptExceptionLetsItPass() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } catch (error) {
      rethrowIfCancelled(error);
      print('never caught');
    }
  });

  const task = createTask(work());
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** A task that answers its cancellation with another exception has failed. */
export const cancellationTurnedIntoAnError = coroutine(function* cancellationTurnedIntoAnError() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      throw new RuntimeError('disk full');
    }
  });

  const task = createTask(work());
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print(task.cancelled(), task.exception());
});

/** A task that returns from its cancellation has ended well. */
export const cancellationAnsweredWithAResult = coroutine(
  function* cancellationAnsweredWithAResult() {
    const work = coroutine(function* work() {
      try {
        yield* sleep(3600);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        return 'half the work';
      }
    });

    const task = createTask(work());
    yield* sleep(1);
    task.cancel();
    print(yield* task, task.cancelled());
  },
);

/** A task that raises CancelledError itself counts as cancelled; nobody asked for it. */
export const cancelledErrorOfItsOwn = coroutine(function* cancelledErrorOfItsOwn() {
  const work = coroutine(function* work() {
    throw new CancelledError('had enough');
  });

  const task = createTask(work());
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print(error);
  }
  print(task.cancelled(), task.cancelling());
});

/** A message need not be a text: the error carries what cancel() was given. */
export const messageOfAnyKind = coroutine(function* messageOfAnyKind() {
  const task = createTask(sleep(1));
  yield* sleep(0);
  task.cancel(404);
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print([error], error.args);
  }
});
