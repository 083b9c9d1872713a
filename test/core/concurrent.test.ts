import { expect, test } from 'vitest';
import { repr } from '../../src/core/repr.js';
import {
  CancelledError,
  ConcurrentFuture,
  getRunningLoop,
  print,
  RuntimeError,
  rethrowIfCancelled,
  sleep,
  virtualHost,
  withHost,
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
    'InvalidStateError: FINISHED: <Future state=finished returned int>',
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

test('the cancellation of a call is an exception as others are', () => {
  const future = new ConcurrentFuture();
  future.cancel();
  for (const ask of [() => future.result(), () => future.exception()]) {
    try {
      ask();
    } catch (error) {
      expect(error).not.toBeInstanceOf(CancelledError);
      expect(caught(() => rethrowIfCancelled(error))).toBe('nothing thrown');
      expect(String(error)).toBe('CancelledError');
    }
  }
  expect.assertions(6);
});

test('a call says what it has ended with', () => {
  const shown = ['text', undefined, [1]].map((result) => {
    const future = new ConcurrentFuture();
    future.setResult(result);
    return String(future);
  });
  const failed = new ConcurrentFuture();
  failed.setException(new RuntimeError('no'));
  expect([...shown, String(failed)]).toEqual([
    '<Future state=finished returned str>',
    '<Future state=finished returned NoneType>',
    '<Future state=finished returned list>',
    '<Future state=finished raised RuntimeError>',
  ]);
});

test('a call is begun once, and its cancellation is told once', () => {
  const begun = new ConcurrentFuture();
  const ended = new ConcurrentFuture();
  const cancelled = new ConcurrentFuture();
  begun.setRunningOrNotifyCancel();
  ended.setResult(1);
  cancelled.cancel();
  cancelled.setRunningOrNotifyCancel();
  for (const future of [begun, ended, cancelled]) {
    expect(caught(() => future.setRunningOrNotifyCancel())).toBe(
      'RuntimeError: Future in unexpected state',
    );
  }
  expect([cancelled.cancelled(), cancelled.cancel(), String(cancelled)]).toEqual([
    true,
    true,
    '<Future state=cancelled>',
  ]);
  expect(caught(() => cancelled.setResult(1))).toBe(
    'InvalidStateError: CANCELLED_AND_NOTIFIED: <Future state=cancelled>',
  );
});

test('a callback that fails is reported, and holds nobody up', async () => {
  const log: string[] = [];
  const output = { print() {}, warn: (text: string) => log.push(text.split('\n')[0] as string) };
  await withHost(virtualHost({ output }), () => {
    const future = new ConcurrentFuture<number>();
    const fail = () => {
      throw new RuntimeError('no');
    };
    future.addDoneCallback(fail);
    future.addDoneCallback(() => log.push('second'));
    future.setResult(1);
    future.addDoneCallback(fail);
  });
  const report = 'exception calling callback for <Future state=finished returned int>';
  expect(log).toEqual([report, 'second', report]);
});

test('a cancellation in a callback is passed on', () => {
  const future = new ConcurrentFuture<number>();
  future.setResult(1);
  const cancel = () => {
    throw new CancelledError('why');
  };
  expect(caught(() => future.addDoneCallback(cancel))).toBe('CancelledError: why');
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
