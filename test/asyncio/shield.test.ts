import { expect, test } from 'vitest';
import {
  type Awaitable,
  coroutine,
  createTask,
  Future,
  getRunningLoop,
  print,
  shield,
  sleep,
  ValueError,
  waitFor,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { transcript } from './transcript.js';

const saving = coroutine(function* saving(delay: number) {
  yield* sleep(delay);
  print('saved');
  return 'result';
});

const failing = coroutine(function* failing(delay: number) {
  yield* sleep(delay);
  throw new ValueError('no');
});

function* reporting(awaitable: Awaitable<unknown>) {
  try {
    print('got', yield* awaitable);
  } catch (error) {
    print(`${error}`);
  }
}

test('it gives the result, or passes the exception on', async () => {
  const lines = await transcript(function* () {
    yield* reporting(shield(saving(1)));
    yield* reporting(shield(failing(1)));
  });
  expect(lines).toEqual(['t=1 saved', 't=1 got result', 't=2 ValueError: no']);
});

test('cancelling the one who waits does not cancel what is shielded', async () => {
  const lines = await transcript(function* () {
    const inner = createTask(saving(3));
    const outer = createTask(
      (function* () {
        yield* shield(inner);
      })(),
    );
    yield* sleep(1);
    outer.cancel('why');
    yield* reporting(outer);
    print(inner.done());
    yield* reporting(inner);
  });
  expect(lines).toEqual(['t=1 CancelledError: why', 't=1 False', 't=3 saved', 't=3 got result']);
});

test('a time limit leaves what is shielded alone', async () => {
  const lines = await transcript(function* () {
    const inner = createTask(saving(3));
    yield* reporting(waitFor(shield(inner), 1));
    yield* inner;
  });
  expect(lines).toEqual(['t=1 TimeoutError', 't=3 saved']);
});

test('cancelling what is shielded cancels the one who waits, without the message', async () => {
  const lines = await transcript(function* () {
    const inner = createTask(saving(3));
    const shielded = shield(inner);
    yield* sleep(1);
    inner.cancel('inner');
    yield* reporting(shielded);
    print(shielded.cancelled());
  });
  expect(lines).toEqual(['t=1 CancelledError', 't=1 True']);
});

test('what is done is returned as it is', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    future.setResult(1);
    print(shield(future) === future);
  });
  expect(lines).toEqual(['t=0 True']);
});

test('an exception after the one who waited was cancelled is reported, once', async () => {
  const lines = await transcript(function* () {
    const inner = createTask(failing(2));
    const shields = [shield(inner), shield(inner)];
    yield* sleep(1);
    for (const shielded of shields) shielded.cancel();
    yield* reporting(inner);
  });
  expect(lines).toEqual(['t=2 ValueError: no', 'warning: ValueError exception in shielded future']);
});

test('an exception of a class of the program’s own is reported by the name of the class', async () => {
  class TeaError extends Error {}
  const lines = await transcript(function* () {
    const inner = new Future();
    shield(inner).cancel();
    yield* sleep(0);
    inner.setException(new TeaError('cold'));
    yield* sleep(0);
  });
  expect(lines).toEqual(['warning: TeaError exception in shielded future']);
});

test('a result or a cancellation after that is not', async () => {
  const lines = await transcript(function* () {
    const good = shield(saving(2));
    const inner = createTask(failing(2));
    const cancelled = shield(inner);
    yield* sleep(1);
    good.cancel();
    cancelled.cancel();
    inner.cancel();
    yield* sleep(2);
  });
  expect(lines).toEqual(['t=2 saved']);
});

test('what cannot be awaited is refused', async () => {
  const lines = await transcript(function* () {
    print(caught(() => shield(3 as never)));
  });
  expect(lines).toEqual([
    't=0 TypeError: An asyncio.Future, a coroutine or an awaitable is required',
  ]);
});

test('outside of a task it shields too, and what is no error is reported by its type', async () => {
  const lines = await transcript(function* () {
    const inner = new Future();
    getRunningLoop().callSoon(() => shield(inner).cancel());
    yield* sleep(1);
    inner.setException('text');
    yield* sleep(1);
    print(inner.cancelled());
  });
  expect(lines).toEqual(['warning: string exception in shielded future', 't=2 False']);
});
