import { expect, test } from 'vitest';
import {
  type Awaitable,
  asyncWith,
  coroutine,
  createTask,
  currentTask,
  getRunningLoop,
  print,
  sleep,
  type Timeout,
  timeout,
  timeoutAt,
  ValueError,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { transcript } from './transcript.js';

function* reporting(awaitable: Awaitable<unknown>) {
  try {
    print('got', yield* awaitable);
  } catch (error) {
    print(`${error}`);
  }
}

/** Sleep inside a time limit. */
const sleepInside = (limit: Timeout, delay: number) =>
  asyncWith(limit, function* () {
    yield* sleep(delay);
    return 'in time';
  });

test('a block that is over its time ends with TimeoutError', async () => {
  const lines = await transcript(function* () {
    const limit = timeout(1);
    print(limit);
    try {
      yield* asyncWith(limit, function* (inside) {
        print(inside === limit, limit.when(), limit.expired(), limit);
        yield* sleep(5);
      });
    } catch (error) {
      print(`${error}, ${(error as Error).cause}`, limit.expired(), limit);
    }
  });
  expect(lines).toEqual([
    't=0 <Timeout [created]>',
    't=0 True 1 False <Timeout [active] when=1>',
    't=1 TimeoutError, CancelledError True <Timeout [expired]>',
  ]);
});

test('a block that ends in time gives its result', async () => {
  const lines = await transcript(function* () {
    const limit = timeout(5);
    print(yield* sleepInside(limit, 1), limit.expired(), limit);
    yield* sleep(10);
  });
  expect(lines).toEqual(['t=1 in time False <Timeout [finished]>']);
});

test('no limit is no limit', async () => {
  const lines = await transcript(function* () {
    const limit = timeout(undefined);
    yield* asyncWith(limit, function* () {
      print(limit);
    });
    print(limit.when(), yield* sleepInside(timeout(undefined), 100));
    print(yield* sleepInside(timeoutAt(undefined), 100));
  });
  expect(lines).toEqual([
    't=0 <Timeout [active] when=None>',
    't=100 None in time',
    't=200 in time',
  ]);
});

test('timeoutAt takes a time of the clock', async () => {
  const lines = await transcript(function* () {
    yield* sleep(1);
    yield* reporting(sleepInside(timeoutAt(2), 5));
  });
  expect(lines).toEqual(['t=2 TimeoutError']);
});

test('a deadline in the past interrupts the block where it first waits', async () => {
  const lines = await transcript(function* () {
    yield* sleep(1);
    yield* reporting(
      asyncWith(timeoutAt(0), function* () {
        print('begins');
        yield* sleep(0);
        print('never');
      }),
    );
    yield* reporting(asyncWith(timeoutAt(0), function* () {}));
  });
  expect(lines).toEqual(['t=1 begins', 't=1 TimeoutError', 't=1 got None']);
});

test('the deadline can be moved, taken away, and put into the past', async () => {
  const lines = await transcript(function* () {
    const limit = timeout(1);
    yield* asyncWith(limit, function* () {
      limit.reschedule(getRunningLoop().time() + 5);
      print(limit.when());
      yield* sleep(3);
      limit.reschedule(undefined);
      print(limit.when());
      yield* sleep(10);
    });
    yield* reporting(
      asyncWith(timeout(10), function* (other) {
        other.reschedule(0);
        yield* sleep(1);
      }),
    );
  });
  expect(lines).toEqual(['t=0 5', 't=3 None', 't=13 TimeoutError']);
});

test('a limit is entered once, by a task, and moved only in between', async () => {
  const lines = await transcript(function* () {
    const limit = timeout(1);
    print(caught(() => limit.reschedule(3)));
    yield* asyncWith(limit, function* () {});
    print(caught(() => limit.reschedule(3)));
    yield* reporting(asyncWith(limit, function* () {}));
    const expired = timeout(1);
    yield* reporting(sleepInside(expired, 2));
    print(caught(() => expired.reschedule(3)));
    getRunningLoop().callSoon(() => {
      const entering = timeout(1).aenter();
      entering.begin();
      print(caught(() => entering.resume(false, undefined)));
    });
    yield* sleep(0);
  });
  expect(lines).toEqual([
    't=0 RuntimeError: Timeout has not been entered',
    't=0 RuntimeError: Cannot change state of finished Timeout',
    't=0 RuntimeError: Timeout has already been entered',
    't=1 TimeoutError',
    't=1 RuntimeError: Cannot change state of expired Timeout',
    't=1 RuntimeError: Timeout should be used inside a task',
  ]);
});

test('a block that swallows the cancellation is not answered with TimeoutError', async () => {
  const lines = await transcript(function* () {
    const limit = timeout(1);
    yield* asyncWith(limit, function* () {
      yield* reporting(sleep(5));
    });
    print(limit.expired(), currentTask()?.cancelling());
  });
  expect(lines).toEqual(['t=1 CancelledError', 't=1 True 0']);
});

test('another exception goes through, in time or not', async () => {
  const lines = await transcript(function* () {
    const failing = coroutine(function* failing(delay: number) {
      try {
        yield* sleep(delay);
      } catch {
        // What is thrown below takes its place.
      }
      throw new ValueError('no');
    });
    for (const delay of [0.5, 5]) {
      const limit = timeout(1);
      yield* reporting(asyncWith(limit, () => failing(delay)));
      print(limit.expired(), currentTask()?.cancelling());
    }
  });
  expect(lines).toEqual([
    't=0.5 ValueError: no',
    't=0.5 False 0',
    't=1.5 ValueError: no',
    't=1.5 True 0',
  ]);
});

test('a cancellation from outside stays one, before, after, and together with the time limit', async () => {
  const lines = await transcript(function* () {
    for (const instant of [0.5, 1, 2]) {
      const task = createTask(
        asyncWith(timeout(1), function* () {
          try {
            yield* sleep(5);
          } finally {
            yield* sleep(3);
          }
        }),
      );
      getRunningLoop().callLater(instant, () => task.cancel('from outside'));
      yield* reporting(task);
    }
  });
  expect(lines).toEqual([
    't=1 CancelledError',
    't=5 CancelledError: from outside',
    't=7 CancelledError: from outside',
  ]);
});

test('of two limits, each takes the cancellation that is its own', async () => {
  const lines = await transcript(function* () {
    yield* reporting(
      asyncWith(timeout(3), function* () {
        yield* reporting(sleepInside(timeout(1), 10));
        yield* sleep(10);
      }),
    );
    const [outer, inner] = [timeout(1), timeout(3)];
    yield* reporting(asyncWith(outer, () => sleepInside(inner, 10)));
    print(outer.expired(), inner.expired());
  });
  expect(lines).toEqual([
    't=1 TimeoutError',
    't=3 TimeoutError',
    't=4 TimeoutError',
    't=4 True False',
  ]);
});

test('two limits that end together both expire, and nothing is left of their requests', async () => {
  const lines = await transcript(function* () {
    const [outer, inner] = [timeout(1), timeout(1)];
    yield* reporting(asyncWith(outer, () => sleepInside(inner, 10)));
    print(outer.expired(), inner.expired(), currentTask()?.cancelling());
  });
  expect(lines).toEqual(['t=1 TimeoutError', 't=1 True True 0']);
});

test('a time limit shows its deadline rounded as in Python', async () => {
  const lines = await transcript(function* () {
    for (const when of [1.0625, 1.0635, 1.1875, 0.00001, 0.1 + 0.2]) {
      yield* asyncWith(timeoutAt(when), function* (limit) {
        print(limit);
      });
    }
  });
  expect(lines).toEqual([
    't=0 <Timeout [active] when=1.062>',
    't=0 <Timeout [active] when=1.063>',
    't=0 <Timeout [active] when=1.188>',
    't=0 <Timeout [active] when=0>',
    't=0 <Timeout [active] when=0.3>',
  ]);
});

test('a block that is not entered cannot be left, nor one that was left already', async () => {
  const lines = await transcript(function* () {
    const limit = timeout(1);
    yield* reporting(limit.aexit(undefined));
    print(limit);
    yield* asyncWith(limit, function* () {});
    yield* reporting(limit.aexit(undefined));
    print(limit);
  });
  expect(lines).toEqual([
    't=0 AssertionError',
    't=0 <Timeout [created]>',
    't=0 AssertionError',
    't=0 <Timeout [finished]>',
  ]);
});
