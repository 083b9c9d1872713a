import { expect, test } from 'vitest';
import {
  ConcurrentFuture,
  coroutine,
  createTask,
  Future,
  gather,
  getRunningLoop,
  newEventLoop,
  print,
  run,
  sleep,
  waitFor,
  wrapFuture,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { transcript } from './transcript.js';

function later<T>(value: T, milliseconds = 10): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}

test('a coroutine can await a promise', async () => {
  const lines = await transcript(function* () {
    print(yield* wrapFuture(Promise.resolve('at once')));
    print(yield* wrapFuture(later('later')));
    try {
      yield* wrapFuture(Promise.reject(new Error('no')));
    } catch (error) {
      print(`${error}`);
    }
  });
  expect(lines).toEqual(['t=0 at once', 't=0 later', 't=0 Error: no']);
});

test('the virtual time does not move on before the promise is settled', async () => {
  const lines = await transcript(function* () {
    const ticking = function* () {
      yield* sleep(1);
      print('a second later');
    };
    const task = createTask(ticking());
    print(yield* wrapFuture(later('promise', 30)));
    yield* task;
  });
  expect(lines).toEqual(['t=0 promise', 't=1 a second later']);
});

test('several promises can be gathered', async () => {
  const lines = await transcript(function* () {
    print(yield* gather(wrapFuture(later(1, 20)), wrapFuture(later(2, 10)), sleep(1, 3)));
  });
  expect(lines).toEqual(['t=1 [1, 2, 3]']);
});

test('a promise whose future was cancelled is ignored when it is settled', async () => {
  const lines = await transcript(function* () {
    const future = wrapFuture(later('late'));
    future.cancel();
    const failing = wrapFuture(later('late').then(() => Promise.reject(new Error('no'))));
    failing.cancel();
    yield* wrapFuture(later('later', 20));
    print(future.cancelled(), failing.cancelled());
  });
  expect(lines).toEqual(['t=0 True True']);
});

test('a future that was completed by hand is not completed again', async () => {
  const lines = await transcript(function* () {
    const calls = [new ConcurrentFuture(), new ConcurrentFuture()];
    const futures = calls.map((call) => wrapFuture(call));
    getRunningLoop().setExceptionHandler((_loop, { message, exception }) =>
      print(message, String(exception)),
    );
    futures[0]?.setResult('by hand');
    for (const call of calls) call.setException(undefined);
    yield* sleep(0);
    print(...futures.map((future) => future.exception()));
  });
  expect(lines).toEqual([
    't=0 Exception in callback _chain_future.<locals>._set_state() AssertionError',
    't=0 None None',
  ]);
});

test('a promise that is settled after the end of the run is ignored', async () => {
  const main = coroutine(function* main() {
    void wrapFuture(later('late'));
    return 'result';
  });
  expect(await run(main(), { clock: 'virtual' })).toBe('result');
  await later('well after', 20);
});

test('an asyncio future is returned as it is', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const task = createTask(sleep(0));
    print(wrapFuture(future) === future, wrapFuture(task) === (task as unknown));
  });
  expect(lines).toEqual(['t=0 True True']);
});

test('on the real clock, a time limit on a promise ends the wait', async () => {
  const main = coroutine(function* main() {
    yield* waitFor(wrapFuture(later('late', 1000)), 0.01);
  });
  await expect(run(main())).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('what is no promise is refused', async () => {
  const lines = await transcript(function* () {
    print(caught(() => wrapFuture(undefined as never)));
    print(caught(() => wrapFuture([] as never)));
  });
  expect(lines).toEqual([
    't=0 TypeError: a promise was expected, got None',
    't=0 TypeError: a promise was expected, got []',
  ]);
});

test('outside of a running loop the future can be made for one', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const future = wrapFuture(later('later'), { loop });
  expect(await loop.runUntilComplete(future)).toBe('later');
  expect(future.getLoop()).toBe(loop);
  loop.close();
});
