import { expect, test } from 'vitest';
import { repr } from '../../src/core/repr.js';
import {
  ConcurrentFuture,
  getRunningLoop,
  print,
  RuntimeError,
  sleep,
  wrapFuture,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

test('a pending call has no result yet, and its thread says to await it', () => {
  const future = new ConcurrentFuture();
  expect([future.done(), future.running(), future.cancelled(), String(future)]).toEqual([
    false,
    false,
    false,
    '<Future state=pending>',
  ]);
  expect(caught(() => future.result())).toBe('InvalidStateError: Result is not ready.');
  expect(caught(() => future.exception())).toBe('InvalidStateError: Exception is not ready.');
});

test('a call that has begun cannot be cancelled', () => {
  const future = new ConcurrentFuture();
  expect(future.setRunningOrNotifyCancel()).toBe(true);
  expect([future.running(), future.cancel(), future.cancelled()]).toEqual([true, false, false]);
});

test('a call that has ended gives its result, and cannot end again', () => {
  const future = new ConcurrentFuture<number>();
  future.setResult(3);
  expect([future.done(), future.result(), future.exception(), future.cancel()]).toEqual([
    true,
    3,
    undefined,
    false,
  ]);
  expect(caught(() => future.setResult(4))).toBe(
    'InvalidStateError: finished: <Future state=finished>',
  );
});

test('a call that has failed throws its exception, which may be any value', () => {
  for (const thrown of [new RuntimeError('no'), 'text', undefined]) {
    const future = new ConcurrentFuture();
    future.setException(thrown);
    expect(future.exception()).toBe(thrown);
    expect(caught(() => future.result())).toBe(String(thrown));
  }
});

test('a call that is cancelled in time is not made', () => {
  const future = new ConcurrentFuture();
  expect([future.cancel(), future.cancel(), future.setRunningOrNotifyCancel()]).toEqual([
    true,
    true,
    false,
  ]);
  expect(caught(() => future.result())).toBe('CancelledError');
  expect(caught(() => future.exception())).toBe('CancelledError');
});

test('its callbacks are called at once, in order, and those added late too', () => {
  const future = new ConcurrentFuture<string>();
  const log: string[] = [];
  future.addDoneCallback((done) => log.push(`first ${done.result()}`));
  future.addDoneCallback(() => log.push('second'));
  future.setResult('result');
  log.push('set');
  future.addDoneCallback(() => log.push('late'));
  expect(log).toEqual(['first result', 'second', 'set', 'late']);
});

test('plain JavaScript can await it', async () => {
  const good = new ConcurrentFuture<number>();
  const bad = new ConcurrentFuture();
  const cancelled = new ConcurrentFuture();
  setTimeout(() => {
    good.setResult(3);
    bad.setException(new RuntimeError('no'));
    cancelled.cancel();
  });
  expect(await good).toBe(3);
  await expect(Promise.resolve(bad)).rejects.toThrow(new RuntimeError('no'));
  await expect(Promise.resolve(cancelled)).rejects.toMatchObject({ name: 'CancelledError' });
});

test('the end of a call whose future was completed by hand is a failed assertion', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setExceptionHandler((_, { message, exception }) => print(message, repr(exception)));
    const call = new ConcurrentFuture<string>();
    const future = wrapFuture(call);
    future.setResult('by hand');
    call.setResult('by the call');
    yield* sleep(0);
    print(future);
  });
  expect(lines).toEqual([
    't=0 Exception in callback _chain_future.<locals>._set_state() AssertionError()',
    "t=0 <Future finished result='by hand'>",
  ]);
});
