/** An event is a flag to wait for: set() wakes everybody, and nobody waits until it is cleared. */

import {
  coroutine,
  createTask,
  Event,
  gather,
  getRunningLoop,
  print,
  sleep,
  wait,
} from 'asyncio-lab';

/** set() wakes all who wait, in the order in which they came. */
export const eventWakesAll = coroutine(function* eventWakesAll() {
  const event = new Event();

  const runner = coroutine(function* runner(name: string) {
    yield* event.wait();
    print(name, 'runs');
  });

  const runners = gather(runner('a'), runner('b'), runner('c'));
  yield* sleep(1);
  event.set();
  print('go');
  yield* runners;
});

/** Waiting for an event that is set does not suspend. */
export const eventSetBefore = coroutine(function* eventSetBefore() {
  const event = new Event();
  event.set();
  getRunningLoop().callSoon(print, 'callback');
  print(yield* event.wait(), event.isSet());
  yield* sleep(0);
});

/** Whoever waited when it was set goes on, even if it is cleared in the same breath. */
export const eventClearedAtOnce = coroutine(function* eventClearedAtOnce() {
  const event = new Event();

  const waiter = coroutine(function* waiter() {
    yield* event.wait();
    print('woken, is set:', event.isSet());
  });

  const task = createTask(waiter());
  yield* sleep(1);
  event.set();
  event.clear();
  yield* task;
});

/** After clear() an event can be waited for again. */
export const eventUsedAgain = coroutine(function* eventUsedAgain() {
  const event = new Event();

  const gate = coroutine(function* gate(times: number) {
    for (let time = 0; time < times; time += 1) {
      yield* event.wait();
      print('passed', time);
      event.clear();
    }
  });

  const task = createTask(gate(2));
  for (let second = 0; second < 2; second += 1) {
    yield* sleep(1);
    event.set();
  }
  yield* task;
});

/** A waiter that is cancelled leaves the event and the other waiters as they are. */
export const eventWaiterCancelled = coroutine(function* eventWaiterCancelled() {
  const event = new Event();

  const waiter = coroutine(function* waiter(name: string) {
    yield* event.wait();
    print(name, 'woken');
  });

  const first = createTask(waiter('a'));
  const second = createTask(waiter('b'));
  yield* sleep(1);
  first.cancel();
  event.set();
  yield* wait([first, second]);
  print(first.cancelled(), second.cancelled());
});
