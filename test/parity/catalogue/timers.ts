/** A timer becomes ready at its deadline; the loop sleeps until the next one is due. */

import {
  blockingSleep,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  print,
  sleep,
} from 'asyncio-lab';

/** Timers fire in the order of their deadlines, not of their making. */
export const orderOfDeadlines = coroutine(function* orderOfDeadlines() {
  const loop = getRunningLoop();
  loop.callLater(3, print, 'three');
  loop.callLater(1, print, 'one');
  loop.callLater(2, print, 'two');
  yield* sleep(4);
});

/** Timers with the same deadline fire in the order in which they were made. */
export const equalDeadlines = coroutine(function* equalDeadlines() {
  const loop = getRunningLoop();
  const deadline = loop.time() + 1;
  loop.callAt(deadline, print, 'a');
  loop.callAt(deadline, print, 'b');
  loop.callAt(deadline, print, 'c');
  yield* sleep(2);
});

/** Tasks that sleep until the same moment wake in the order in which they fell asleep. */
export const equalSleeps = coroutine(function* equalSleeps() {
  const nap = coroutine(function* nap(name: string, before: number, seconds: number) {
    yield* sleep(before);
    yield* sleep(seconds);
    print(name);
  });

  yield* gather(nap('a', 2, 1), nap('b', 1, 2), nap('c', 0, 3));
});

/** call_later(0) is a timer all the same: it comes after what is ready already. */
export const timerWithoutDelay = coroutine(function* timerWithoutDelay() {
  const loop = getRunningLoop();
  loop.callLater(0, print, 'timer');
  loop.callSoon(print, 'soon');
  yield* sleep(0);
});

/** A negative sleep is a sleep(0): one turn for everybody else. */
export const sleepInThePast = coroutine(function* sleepInThePast() {
  getRunningLoop().callSoon(print, 'callback');
  yield* sleep(-1);
  print('awake');
});

/** sleep() gives the result that it was handed, when the time is over. */
export const sleepWithAResult = coroutine(function* sleepWithAResult() {
  print(yield* sleep(1, 'refreshed'));
});

/** A timer that is cancelled never fires, and nobody waits for its deadline. */
export const cancelledTimer = coroutine(function* cancelledTimer() {
  const loop = getRunningLoop();
  const timer = loop.callLater(1000, print, 'never');
  loop.callLater(1, () => timer.cancel());
  yield* sleep(2);
  print('cancelled:', timer.cancelled());
});

/** A timer knows its deadline, in the time of the loop's clock. */
export const deadlineOfATimer = coroutine(function* deadlineOfATimer() {
  const loop = getRunningLoop();
  const timer = loop.callLater(5, print, 'now');
  print('in', Math.round(timer.when() - loop.time()), 'seconds');
  yield* sleep(3);
  print('in', Math.round(timer.when() - loop.time()), 'seconds');
  yield* sleep(3);
});

/** While the loop is blocked no timer fires; those that are late then do, in order. */
export const blockedTimers = coroutine(function* blockedTimers() {
  const loop = getRunningLoop();
  loop.callLater(2, print, 'due at 2');
  loop.callLater(1, print, 'due at 1');
  blockingSleep(5);
  print('blocked for 5 seconds');
  yield* sleep(0);
});

/** A callback that schedules itself again makes a clock that ticks. */
export const repeatedTimer = coroutine(function* repeatedTimer() {
  const loop = getRunningLoop();

  function tick(n: number) {
    print('tick', n);
    if (n < 3) {
      loop.callLater(1, tick, n + 1);
    }
  }

  tick(1);
  yield* sleep(5);
});

/** A sleep ends one turn after its timer: a callback due at the same moment comes first. */
export const timerBeforeASleeper = coroutine(function* timerBeforeASleeper() {
  const nap = coroutine(function* nap() {
    yield* sleep(1);
    print('sleeper');
  });

  const task = createTask(nap());
  yield* sleep(0);
  getRunningLoop().callLater(1, print, 'timer, set after the sleep began');
  yield* task;
});
