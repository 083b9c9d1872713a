/** A lock lets one task at a time into a block; the others wait, first come, first served. */

import {
  asyncWith,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  Lock,
  print,
  RuntimeError,
  sleep,
  TimeoutError,
  timeout,
  ValueError,
  wait,
} from 'asyncio-lab';

/** Between taking a lock and giving it up, no other task that wants it goes on. */
export const oneAtATime = coroutine(function* oneAtATime() {
  const lock = new Lock();

  const work = coroutine(function* work(name: string) {
    yield* asyncWith(lock, function* () {
      print(name, 'enters');
      yield* sleep(1);
      print(name, 'leaves');
    });
  });

  yield* gather(work('a'), work('b'), work('c'));
});

/** Without a lock, what one task has read another may change before it writes. */
export const withoutALock = coroutine(function* withoutALock() {
  let balance = 100;

  const withdraw = coroutine(function* withdraw(amount: number) {
    const seen = balance;
    yield* sleep(1);
    balance = seen - amount;
  });

  yield* gather(withdraw(10), withdraw(20));
  print('balance:', balance);
});

/** Taking a lock that is free does not suspend: nobody else gets a turn. */
export const freeLock = coroutine(function* freeLock() {
  const lock = new Lock();
  getRunningLoop().callSoon(print, 'callback');
  yield* asyncWith(lock, function* () {
    print('locked:', lock.locked());
  });
  print('locked:', lock.locked());
  yield* sleep(0);
});

/** Whoever gives a lock up and wants it again at once stands behind those who wait. */
export const lockIsFair = coroutine(function* lockIsFair() {
  const lock = new Lock();

  const work = coroutine(function* work(name: string) {
    for (let turn = 0; turn < 2; turn += 1) {
      yield* asyncWith(lock, function* () {
        print(name, turn);
        yield* sleep(1);
      });
    }
  });

  yield* gather(work('a'), work('b'));
});

/** A lock that nobody has taken cannot be given up. */
export const releasedTooOften = coroutine(function* releasedTooOften() {
  const lock = new Lock();
  try {
    lock.release();
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
});

/** A task that is cancelled while it waits for the lock leaves the queue of waiters. */
export const waiterCancelled = coroutine(function* waiterCancelled() {
  const lock = new Lock();

  const work = coroutine(function* work(name: string) {
    yield* asyncWith(lock, function* () {
      print(name, 'has the lock');
    });
  });

  yield* lock.acquire();
  const first = createTask(work('a'));
  const second = createTask(work('b'));
  yield* sleep(1);
  first.cancel();
  lock.release();
  yield* wait([first, second]);
  print('locked:', lock.locked());
});

/** A task that is cancelled just when the lock is handed to it hands it on. */
export const cancelledWhenHandedTheLock = coroutine(function* cancelledWhenHandedTheLock() {
  const lock = new Lock();

  const work = coroutine(function* work(name: string) {
    yield* asyncWith(lock, function* () {
      print(name, 'has the lock');
    });
  });

  yield* lock.acquire();
  const first = createTask(work('a'));
  const second = createTask(work('b'));
  yield* sleep(1);
  lock.release();
  first.cancel();
  yield* wait([first, second]);
  print('locked:', lock.locked());
});

/** A lock is given up whichever way its block is left. */
export const lockGivenUpAfterAnError = coroutine(function* lockGivenUpAfterAnError() {
  const lock = new Lock();
  try {
    yield* asyncWith(lock, function* () {
      throw new ValueError('broken');
    });
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('locked:', lock.locked());
  }
});

/** A lock does not know who has taken it: taking it twice waits for ever. */
export const lockIsNotReentrant = coroutine(function* lockIsNotReentrant() {
  const lock = new Lock();
  try {
    yield* asyncWith(lock, function* () {
      yield* asyncWith(timeout(1), function* () {
        yield* lock.acquire();
      });
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('nobody gave it up');
  }
});
