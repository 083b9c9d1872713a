/** A condition is a lock with a waiting room: give the lock up, be notified, and take it again. */

import {
  asyncWith,
  Condition,
  coroutine,
  createTask,
  gather,
  Lock,
  print,
  RuntimeError,
  sleep,
  wait,
} from 'asyncio-lab';

/** wait() gives the lock up while it waits, and has it again when it goes on. */
export const notified = coroutine(function* notified() {
  const condition = new Condition();

  const waiter = coroutine(function* waiter() {
    yield* asyncWith(condition, function* () {
      print('waiting');
      yield* condition.wait();
      print('notified, locked:', condition.locked());
    });
  });

  const task = createTask(waiter());
  yield* sleep(1);
  yield* asyncWith(condition, function* () {
    condition.notify();
    print('notify, done:', task.done());
    yield* sleep(1);
    print('giving the lock up');
  });
  yield* task;
});

/** notify(n) wakes so many of those who wait, the first ones first. */
export const notifySome = coroutine(function* notifySome() {
  const condition = new Condition();

  const waiter = coroutine(function* waiter(name: string) {
    yield* asyncWith(condition, function* () {
      yield* condition.wait();
      print(name);
    });
  });

  const waiters = gather(waiter('a'), waiter('b'), waiter('c'));
  yield* sleep(1);
  yield* asyncWith(condition, function* () {
    condition.notify(2);
  });
  yield* sleep(1);
  yield* asyncWith(condition, function* () {
    condition.notify();
  });
  yield* waiters;
});

/** notify_all() wakes all; they go on one after the other, for each needs the lock. */
export const notifyEverybody = coroutine(function* notifyEverybody() {
  const condition = new Condition();

  const waiter = coroutine(function* waiter(name: string) {
    yield* asyncWith(condition, function* () {
      yield* condition.wait();
      print(name);
      yield* sleep(1);
    });
  });

  const waiters = gather(waiter('a'), waiter('b'));
  yield* sleep(1);
  yield* asyncWith(condition, function* () {
    condition.notifyAll();
  });
  yield* waiters;
});

/** wait_for() goes back to sleep until what it waits for is true. */
export const waitForAPredicate = coroutine(function* waitForAPredicate() {
  const condition = new Condition();
  const items: string[] = [];

  const consumer = coroutine(function* consumer() {
    yield* asyncWith(condition, function* () {
      yield* condition.waitFor(() => items.length >= 2);
      print('enough:', items);
    });
  });

  const task = createTask(consumer());
  for (const item of ['a', 'b']) {
    yield* sleep(1);
    yield* asyncWith(condition, function* () {
      items.push(item);
      condition.notify();
      print('added', item);
    });
  }
  yield* task;
});

/** Only whoever has the lock may notify, or wait. */
export const notifyWithoutTheLock = coroutine(function* notifyWithoutTheLock() {
  const condition = new Condition();
  try {
    condition.notify();
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
  try {
    yield* condition.wait();
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
});

/** A waiter that is cancelled takes the lock again before the error leaves wait(). */
export const conditionWaiterCancelled = coroutine(function* conditionWaiterCancelled() {
  const condition = new Condition();

  const waiter = coroutine(function* waiter() {
    yield* asyncWith(condition, function* () {
      try {
        yield* condition.wait();
      } finally {
        print('leaving, locked:', condition.locked());
      }
    });
  });

  const task = createTask(waiter());
  yield* sleep(1);
  yield* asyncWith(condition, function* () {
    task.cancel();
    yield* sleep(1);
    print('the waiter needs the lock, done:', task.done());
  });
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** A waiter that is notified and cancelled at once passes the notification on. */
export const notificationPassedOn = coroutine(function* notificationPassedOn() {
  const condition = new Condition();

  const waiter = coroutine(function* waiter(name: string) {
    yield* asyncWith(condition, function* () {
      yield* condition.wait();
      print(name, 'goes on');
    });
  });

  const first = createTask(waiter('a'));
  const second = createTask(waiter('b'));
  yield* sleep(1);
  yield* asyncWith(condition, function* () {
    condition.notify();
    first.cancel();
  });
  yield* wait([first, second]);
  print(first.cancelled(), second.cancelled());
});

/** Several conditions may share a lock: one for each thing to wait for. */
export const twoConditionsOneLock = coroutine(function* twoConditionsOneLock() {
  const lock = new Lock();
  const notEmpty = new Condition(lock);
  const notFull = new Condition(lock);

  const waiter = coroutine(function* waiter(name: string, condition: Condition) {
    yield* asyncWith(condition, function* () {
      yield* condition.wait();
      print(name);
    });
  });

  const waiters = gather(waiter('not empty', notEmpty), waiter('not full', notFull));
  yield* sleep(1);
  yield* asyncWith(lock, function* () {
    notFull.notify();
  });
  yield* sleep(1);
  yield* asyncWith(lock, function* () {
    notEmpty.notify();
  });
  yield* waiters;
});
