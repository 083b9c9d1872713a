/** shield() lets whoever waits be cancelled, but not what is waited for. */

import {
  CancelledError,
  coroutine,
  createTask,
  getRunningLoop,
  print,
  shield,
  sleep,
  ValueError,
  wait,
} from 'asyncio-lab';

/** Cancelling the task that awaits a shield leaves the work inside alone. */
export const shieldedWork = coroutine(function* shieldedWork() {
  const work = coroutine(function* work() {
    yield* sleep(2);
    print('work done');
  });

  const waiter = coroutine(function* waiter() {
    yield* shield(inner);
  });

  const inner = createTask(work());
  const task = createTask(waiter());
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('waiter cancelled:', task.cancelled());
  yield* inner;
});

/** A shield that nobody cancels gives the result of what is inside. */
export const shieldPassesTheResult = coroutine(function* shieldPassesTheResult() {
  const work = coroutine(function* work() {
    yield* sleep(1);
    return 'result';
  });

  print(yield* shield(work()));
});

/** A shield that nobody cancels passes the exception of what is inside. */
export const shieldPassesTheException = coroutine(function* shieldPassesTheException() {
  const fail = coroutine(function* fail() {
    yield* sleep(1);
    throw new ValueError('broken');
  });

  try {
    yield* shield(fail());
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
});

/** When the work itself is cancelled, the shield around it is cancelled, too. */
export const shieldFromOutsideOnly = coroutine(function* shieldFromOutsideOnly() {
  const work = coroutine(function* work() {
    yield* sleep(3600);
  });

  const inner = createTask(work());
  const outer = shield(inner);
  yield* sleep(1);
  inner.cancel();
  try {
    yield* outer;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('cancelled:', outer.cancelled());
  }
});

/** Nothing has to be protected of what is done: shield() gives it back. */
export const shieldOfADoneFuture = coroutine(function* shieldOfADoneFuture() {
  const future = getRunningLoop().createFuture();
  future.setResult('done');
  print(shield(future) === future);
});

/** When shielded work fails after its waiter was cancelled, the failure is reported. */
export const failureBehindAShield = coroutine(function* failureBehindAShield() {
  const fail = coroutine(function* fail() {
    yield* sleep(2);
    throw new ValueError('broken');
  });

  const outer = shield(fail());
  yield* sleep(1);
  outer.cancel();
  yield* sleep(2);
  print('nobody caught it');
});
