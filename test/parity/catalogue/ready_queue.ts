/** The loop runs what is ready in the order in which it became ready, one iteration at a time. */

import {
  blockingSleep,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  print,
  sleep,
} from 'asyncio-lab';

/** Callbacks are called in the order in which they were scheduled. */
export const firstInFirstOut = coroutine(function* firstInFirstOut() {
  const loop = getRunningLoop();
  loop.callSoon(print, 'first');
  loop.callSoon(print, 'second');
  loop.callSoon(print, 'third');
  yield* sleep(0);
  print('fourth');
});

/** What a callback schedules waits for the next iteration, behind all that is ready now. */
export const nextIteration = coroutine(function* nextIteration() {
  const loop = getRunningLoop();

  function first() {
    print('first');
    loop.callSoon(print, 'scheduled by first');
  }

  loop.callSoon(first);
  loop.callSoon(print, 'second');
  yield* sleep(0);
  print('one iteration later');
  yield* sleep(0);
});

/** The steps of tasks and callbacks stand in one queue. */
export const tasksAndCallbacks = coroutine(function* tasksAndCallbacks() {
  const work = coroutine(function* work(name: string) {
    print(name);
  });

  const loop = getRunningLoop();
  loop.callSoon(print, 'callback 1');
  createTask(work('task 1'));
  loop.callSoon(print, 'callback 2');
  createTask(work('task 2'));
  yield* sleep(0);
});

/** Tasks that yield take turns, each in its place, until they are done. */
export const takingTurns = coroutine(function* takingTurns() {
  const steps = coroutine(function* steps(name: string, count: number) {
    for (let i = 0; i < count; i += 1) {
      print(name, i);
      yield* sleep(0);
    }
    print(name, 'done');
  });

  yield* gather(steps('a', 3), steps('b', 1), steps('c', 2));
});

/** A future that is done wakes its waiters in the order in which they came to it. */
export const waitersWakeInOrder = coroutine(function* waitersWakeInOrder() {
  const future = getRunningLoop().createFuture();

  const waiter = coroutine(function* waiter(name: string) {
    print(name, yield* future);
  });

  const tasks = ['a', 'b', 'c'].map((name) => createTask(waiter(name)));
  yield* sleep(1);
  future.setResult('woken');
  yield* gather(...tasks);
});

/** set_result() only schedules the waiters: whoever calls it goes on first. */
export const setResultWakesNobodyAtOnce = coroutine(function* setResultWakesNobodyAtOnce() {
  const loop = getRunningLoop();
  const future = loop.createFuture();

  const waiter = coroutine(function* waiter() {
    print('waiter:', yield* future);
  });

  const task = createTask(waiter());
  yield* sleep(0);
  future.setResult('done');
  loop.callSoon(print, 'scheduled after the waiter');
  print('still here');
  yield* task;
});

/** A task that ends wakes its awaiter in the next iteration, not at once. */
export const endOfATask = coroutine(function* endOfATask() {
  const loop = getRunningLoop();

  const work = coroutine(function* work() {
    loop.callSoon(print, 'scheduled by the task');
    print('task ends');
  });

  yield* createTask(work());
  print('awaiter goes on');
});

/** A callback that is cancelled before its turn is left out. */
export const cancelledHandle = coroutine(function* cancelledHandle() {
  const loop = getRunningLoop();
  loop.callSoon(print, 'first');
  const handle = loop.callSoon(print, 'second');
  loop.callSoon(print, 'third');
  handle.cancel();
  print('cancelled:', handle.cancelled());
  yield* sleep(0);
});

/** Timers that are due line up behind what is ready already. */
export const dueTimersComeLast = coroutine(function* dueTimersComeLast() {
  const loop = getRunningLoop();
  loop.callLater(1, print, 'timer');
  blockingSleep(2);
  loop.callSoon(print, 'ready');
  yield* sleep(0);
});

/** A task made by another one starts behind everything that was ready before it. */
export const taskMadeByATask = coroutine(function* taskMadeByATask() {
  const inner = coroutine(function* inner(name: string) {
    print('inner', name);
  });

  const outer = coroutine(function* outer(name: string) {
    print('outer', name);
    createTask(inner(name));
  });

  yield* gather(outer('a'), outer('b'));
  yield* sleep(0);
});
