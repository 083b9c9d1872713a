/** A semaphore holds a number of permits: so many tasks at a time, in the order they came. */

import {
  asyncWith,
  BoundedSemaphore,
  coroutine,
  createTask,
  gather,
  print,
  Semaphore,
  sleep,
  ValueError,
  wait,
} from 'asyncio-lab';

/** With two permits, two tasks work at a time; the third waits for one to end. */
export const twoAtATime = coroutine(function* twoAtATime() {
  const semaphore = new Semaphore(2);

  const work = coroutine(function* work(name: string) {
    yield* asyncWith(semaphore, function* () {
      print(name, 'works');
      yield* sleep(1);
    });
  });

  yield* gather(work('a'), work('b'), work('c'));
});

/** A semaphore is locked when no permit is left. */
export const lockedSemaphore = coroutine(function* lockedSemaphore() {
  const semaphore = new Semaphore(1);
  print(semaphore.locked());
  yield* semaphore.acquire();
  print(semaphore.locked());
  semaphore.release();
  print(semaphore.locked());
});

/** release() without acquire() adds a permit: nothing holds it back. */
export const morePermits = coroutine(function* morePermits() {
  const semaphore = new Semaphore(0);

  const work = coroutine(function* work(name: string) {
    yield* asyncWith(semaphore, function* () {
      print(name, 'works');
      yield* sleep(5);
    });
  });

  const workers = gather(work('a'), work('b'));
  yield* sleep(1);
  semaphore.release();
  yield* sleep(1);
  semaphore.release();
  yield* workers;
});

/** A bounded semaphore refuses to be released more often than it was acquired. */
export const boundedSemaphore = coroutine(function* boundedSemaphore() {
  const semaphore = new BoundedSemaphore(1);
  yield* asyncWith(semaphore, function* () {
    print('works');
  });
  try {
    semaphore.release();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print(error);
  }
});

/** Whoever comes when others wait stands behind them, even if a permit is free just now. */
export const noOvertaking = coroutine(function* noOvertaking() {
  const semaphore = new Semaphore(1);

  const work = coroutine(function* work(name: string) {
    yield* asyncWith(semaphore, function* () {
      print(name);
    });
  });

  yield* semaphore.acquire();
  const first = createTask(work('first'));
  yield* sleep(0);
  semaphore.release();
  yield* asyncWith(semaphore, function* () {
    print('second');
  });
  yield* first;
});

/** A waiter that is cancelled just when it is handed a permit hands it on. */
export const semaphoreWaiterCancelled = coroutine(function* semaphoreWaiterCancelled() {
  const semaphore = new Semaphore(1);

  const work = coroutine(function* work(name: string) {
    yield* asyncWith(semaphore, function* () {
      print(name, 'works');
    });
  });

  yield* semaphore.acquire();
  const first = createTask(work('a'));
  const second = createTask(work('b'));
  yield* sleep(1);
  semaphore.release();
  first.cancel();
  yield* wait([first, second]);
  print(first.cancelled(), semaphore.locked());
});

/** A semaphore cannot begin with fewer than no permits. */
export const fewerThanNoPermits = coroutine(function* fewerThanNoPermits() {
  try {
    new Semaphore(-1);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print(error);
  }
});
