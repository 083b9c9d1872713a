import { expect, test } from 'vitest';
import {
  type Awaitable,
  asCompleted,
  asyncFor,
  coroutine,
  createTask,
  Future,
  getRunningLoop,
  print,
  sleep,
  Task,
  ValueError,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { transcript } from './transcript.js';

const work = coroutine(function* work(delay: number, name: string) {
  yield* sleep(delay);
  return name;
});

const failing = coroutine(function* failing(delay: number) {
  yield* sleep(delay);
  throw new ValueError('no');
});

function* reporting(awaitable: Awaitable<unknown>) {
  try {
    print(yield* awaitable);
  } catch (error) {
    print(`${error}`);
  }
}

test('results come in the order in which they are there', async () => {
  const lines = await transcript(function* () {
    for (const next of asCompleted([work(3, 'a'), work(1, 'b'), work(2, 'c')])) {
      print(yield* next);
    }
  });
  expect(lines).toEqual(['t=1 b', 't=2 c', 't=3 a']);
});

test('results of one instant come in the order in which their tasks ended', async () => {
  const lines = await transcript(function* () {
    for (const next of asCompleted(['a', 'b', 'c'].map((name) => work(1, name)))) {
      print(yield* next);
    }
  });
  expect(lines).toEqual(['t=1 a', 't=1 b', 't=1 c']);
});

test('as a source for asyncFor it gives the very tasks that it was given', async () => {
  const lines = await transcript(function* () {
    const tasks = [createTask(work(3, 'a')), createTask(work(1, 'b'))];
    yield* asyncFor(asCompleted(tasks), function* (task) {
      print(task.result(), task.done(), tasks.indexOf(task as Task<string>));
    });
  });
  expect(lines).toEqual(['t=1 b True 1', 't=3 a True 0']);
});

test('as a source for asyncFor it makes tasks of coroutines', async () => {
  const lines = await transcript(function* () {
    yield* asyncFor(asCompleted([work(1, 'a')]), function* (task) {
      print(task.result(), task instanceof Task && task.getName());
    });
  });
  expect(lines).toEqual(['t=1 a Task-2']);
});

test('an exception comes in its turn, and the others after it', async () => {
  const lines = await transcript(function* () {
    for (const next of asCompleted([failing(1), work(2, 'b')])) yield* reporting(next);
  });
  expect(lines).toEqual(['t=1 ValueError: no', 't=2 b']);
});

test('when the time is over, each of those that are left throws TimeoutError', async () => {
  const lines = await transcript(function* () {
    const jobs = [work(3, 'a'), work(4, 'b'), work(1, 'c')];
    for (const next of asCompleted(jobs, { timeout: 2 })) yield* reporting(next);
    yield* sleep(4);
  });
  expect(lines).toEqual(['t=1 c', 't=2 TimeoutError', 't=2 TimeoutError']);
});

test('when the time is over, asyncFor throws TimeoutError', async () => {
  const lines = await transcript(function* () {
    const source = asCompleted([work(3, 'a'), work(1, 'b')], { timeout: 2 });
    yield* reporting(
      asyncFor(source, function* (task) {
        print(task.result());
      }),
    );
  });
  expect(lines).toEqual(['t=1 b', 't=2 TimeoutError']);
});

test('when all are there in time, the limit is forgotten', async () => {
  const lines = await transcript(function* () {
    for (const next of asCompleted([work(1, 'a')], { timeout: 2 })) print(yield* next);
    yield* sleep(5);
    print('main');
  });
  expect(lines).toEqual(['t=1 a', 't=6 main']);
});

test('what is done already, and what is given twice, comes once', async () => {
  const lines = await transcript(function* () {
    const done = createTask(work(0, 'done'));
    yield* done;
    const twice = createTask(work(1, 'twice'));
    for (const next of asCompleted([twice, done, twice])) print(yield* next);
    for (const _ of asCompleted([])) print('never');
    yield* asyncFor(asCompleted([]), function* () {
      print('never');
    });
  });
  expect(lines).toEqual(['t=0 done', 't=1 twice']);
});

test('a single future, a coroutine, and what cannot be awaited are refused', async () => {
  const lines = await transcript(function* () {
    const coro = sleep(0);
    print(caught(() => asCompleted(coro as never)));
    print(caught(() => asCompleted(new Future() as never)));
    print(caught(() => asCompleted([3] as never)));
    yield* coro;
  });
  expect(lines).toEqual([
    't=0 TypeError: expects an iterable of awaitables, not coroutine',
    't=0 TypeError: expects an iterable of awaitables, not Future',
    't=0 TypeError: An asyncio.Future, a coroutine or an awaitable is required',
  ]);
});

test('what is done in the very instant at which the time is over is too late', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    getRunningLoop().callLater(1, () => future.setResult('too late'));
    for (const next of asCompleted([future], { timeout: 1 })) yield* reporting(next);
  });
  expect(lines).toEqual(['t=1 TimeoutError']);
});

test('asCompleted of nothing at all is refused', async () => {
  const lines = await transcript(function* () {
    print(caught(() => asCompleted(undefined as never)));
    print(asCompleted([]));
  });
  expect(lines).toEqual([
    "t=0 TypeError: 'NoneType' object is not iterable",
    't=0 <asyncio.tasks._AsCompletedIterator object>',
  ]);
});
