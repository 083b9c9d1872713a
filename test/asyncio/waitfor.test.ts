import { expect, test } from 'vitest';
import {
  type Awaitable,
  coroutine,
  createTask,
  Future,
  gather,
  getRunningLoop,
  print,
  sleep,
  TimeoutError,
  ValueError,
  waitFor,
} from '../../src/index.js';
import { transcript } from './transcript.js';

const work = coroutine(function* work(delay: number) {
  yield* sleep(delay);
  return 'result';
});

function* reporting(awaitable: Awaitable<unknown>) {
  try {
    print('got', yield* awaitable);
  } catch (error) {
    print(`${error}`);
  }
}

test('what is done in time gives its result', async () => {
  const lines = await transcript(function* () {
    print(yield* waitFor(work(1), 2));
    print(yield* waitFor(work(5), undefined));
  });
  expect(lines).toEqual(['t=1 result', 't=6 result']);
});

test('the time may be given by its name', async () => {
  const lines = await transcript(function* () {
    print(yield* waitFor(work(1), { timeout: 2 }));
    yield* reporting(waitFor(work(5), { timeout: 1 }));
    print(yield* waitFor(work(5), { timeout: undefined }));
  });
  expect(lines).toEqual(['t=1 result', 't=2 TimeoutError', 't=7 result']);
});

test('what is not is cancelled and answered with TimeoutError, whose cause is the cancellation', async () => {
  const lines = await transcript(function* () {
    const task = createTask(work(5));
    try {
      yield* waitFor(task, 1);
    } catch (error) {
      print(`${error}, ${(error as Error).cause}`, error instanceof TimeoutError);
    }
    print(task.cancelled());
  });
  expect(lines).toEqual(['t=1 TimeoutError, CancelledError True', 't=1 True']);
});

test('the cleanup of what was cancelled is waited for', async () => {
  const lines = await transcript(function* () {
    const slow = function* () {
      try {
        yield* sleep(10);
      } finally {
        yield* sleep(2);
        print('cleaned up');
      }
    };
    yield* reporting(waitFor(slow(), 1));
  });
  expect(lines).toEqual(['t=3 cleaned up', 't=3 TimeoutError']);
});

test('what refuses the cancellation gives its result all the same', async () => {
  const lines = await transcript(function* () {
    const stubborn = function* () {
      try {
        yield* sleep(10);
      } catch {
        return 'result anyway';
      }
    };
    yield* reporting(waitFor(stubborn(), 1));
  });
  expect(lines).toEqual(['t=1 got result anyway']);
});

test('what answers the cancellation with another exception ends with that one', async () => {
  const lines = await transcript(function* () {
    const failing = function* () {
      try {
        yield* sleep(10);
      } catch {
        throw new ValueError('instead');
      }
    };
    yield* reporting(waitFor(failing(), 1));
  });
  expect(lines).toEqual(['t=1 ValueError: instead']);
});

test('an exception that comes in time is passed on, a TimeoutError too', async () => {
  const lines = await transcript(function* () {
    const failing = function* (error: Error) {
      yield* sleep(1);
      throw error;
    };
    yield* reporting(waitFor(failing(new ValueError('no')), 3));
    yield* reporting(waitFor(failing(new TimeoutError('its own')), 3));
  });
  expect(lines).toEqual(['t=1 ValueError: no', 't=2 TimeoutError: its own']);
});

test('cancelling the one who waits cancels what it waits for', async () => {
  const lines = await transcript(function* () {
    const inner = function* () {
      try {
        yield* sleep(10);
      } catch (error) {
        print(`inner: ${error}`);
        throw error;
      }
    };
    const task = createTask(waitFor(inner(), 5));
    yield* sleep(1);
    task.cancel('why');
    yield* reporting(task);
  });
  expect(lines).toEqual(['t=1 inner: CancelledError: why', 't=1 CancelledError: why']);
});

test('without any time, what is not done is cancelled before it begins', async () => {
  const lines = await transcript(function* () {
    const done = new Future();
    done.setResult('done');
    print(yield* waitFor(done, 0), yield* waitFor(done, -1));
    yield* reporting(
      waitFor(
        (function* () {
          print('never');
        })(),
        0,
      ),
    );
    const pending = new Future();
    yield* reporting(waitFor(pending, -1));
    print(pending.cancelled());
  });
  expect(lines).toEqual(['t=0 done done', 't=0 TimeoutError', 't=0 TimeoutError', 't=0 True']);
});

test('without any time, what refuses or fails still has the last word', async () => {
  const lines = await transcript(function* () {
    const answering = function* (answer: () => string) {
      try {
        yield* sleep(10);
        return 'never';
      } catch {
        return answer();
      }
    };
    const refusing = createTask(answering(() => 'result anyway'));
    const failing = createTask(
      answering(() => {
        throw new ValueError('instead');
      }),
    );
    yield* sleep(1);
    yield* reporting(waitFor(refusing, 0));
    yield* reporting(waitFor(failing, 0));
  });
  expect(lines).toEqual(['t=1 got result anyway', 't=1 ValueError: instead']);
});

test('in a tie the timer that was set first wins', async () => {
  const lines = await transcript(function* () {
    yield* reporting(waitFor(work(1), 1));
    const task = createTask(work(1));
    yield* sleep(0);
    yield* reporting(waitFor(task, 1));
  });
  expect(lines).toEqual(['t=1 TimeoutError', 't=2 TimeoutError']);
});

test('an inner limit and an outer one each take their own', async () => {
  const lines = await transcript(function* () {
    const inner = function* () {
      yield* reporting(waitFor(work(10), 1));
      yield* work(10);
    };
    yield* reporting(waitFor(inner(), 3));
  });
  expect(lines).toEqual(['t=1 TimeoutError', 't=3 TimeoutError']);
});

test('a gather that is over its time is cancelled as a whole', async () => {
  const lines = await transcript(function* () {
    const tasks = [createTask(work(1)), createTask(work(5))];
    yield* reporting(waitFor(gather(...tasks), 2));
    print(tasks.map((task) => task.cancelled()));
  });
  expect(lines).toEqual(['t=2 TimeoutError', 't=2 [False, True]']);
});

test.each([
  [1, 'int'],
  [undefined, 'NoneType'],
  ['text', 'str'],
  [[], 'list'],
])('what cannot be awaited is refused at once: %o', async (thing, name) => {
  const lines = await transcript(function* () {
    yield* reporting(waitFor(thing as never, 1));
  });
  expect(lines).toEqual([`t=0 TypeError: '${name}' object can't be awaited`]);
});

test('a future whose time is over from the start shows what waits for its end', async () => {
  const lines = await transcript(function* () {
    const task = createTask(work(1));
    const waiting = createTask(waitFor(task, 0));
    yield* sleep(0);
    print(task);
    yield* reporting(waiting);
  });
  expect(lines).toEqual([
    "t=0 <Task cancelling name='Task-2' coro=<work()> wait_for=<Future cancelled> cb=[_release_waiter()()]>",
    't=0 TimeoutError',
  ]);
});

test('in debug mode a handle shows with what it has been given before, and with what it is called', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.slowCallbackDuration = -1;
    loop.setDebug(true);
    yield* reporting(waitFor(work(1), 0));
    loop.setDebug(false);
  });
  expect(lines.filter((line) => line.includes('waiter'))).toEqual([
    'warning: Executing <Handle _release_waiter(<Future finished result=None>)(<Task cancell...coro=<work()>>)> took 0.000 seconds',
  ]);
});
