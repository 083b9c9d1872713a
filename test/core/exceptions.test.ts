import { expect, test } from 'vitest';
import * as exceptions from '../../src/core/exceptions.js';
import {
  BrokenBarrierError,
  CancelledError,
  createTask,
  IncompleteReadError,
  KeyboardInterrupt,
  LimitOverrunError,
  PythonError,
  print,
  RuntimeError,
  rethrowIfCancelled,
  sleep,
  ValueError,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

const classes = Object.entries(exceptions).filter(
  (entry): entry is [string, typeof PythonError] =>
    entry[0] !== 'PythonError' && entry[1].prototype instanceof PythonError,
);

test('each exception has the name of its class in Python, and an empty message by default', () => {
  const plain = classes.filter(([name]) => !/IncompleteRead|LimitOverrun/.test(name));
  expect(plain.length).toBeGreaterThan(10);
  for (const [name, type] of plain) {
    const error = new type();
    expect([error.name, error.message, String(error)]).toEqual([name, '', name]);
    expect(error).toBeInstanceOf(Error);
  }
});

test('the stack of a CancelledError is what it says, and structured clone keeps it', () => {
  for (const error of [new CancelledError(), new CancelledError('why')]) {
    expect([error.stack, structuredClone(error).stack]).toEqual([String(error), String(error)]);
    expect(Object.keys(error)).toEqual([]);
  }
});

test('a CancelledError of something that has no str() leaves the stacks of other errors alone', () => {
  class Mute {
    toString() {
      throw new ValueError('mute');
    }
  }
  const before = (Error as { stackTraceLimit?: number }).stackTraceLimit;
  expect(caught(() => new CancelledError(new Mute()))).toBe('ValueError: mute');
  expect((Error as { stackTraceLimit?: number }).stackTraceLimit).toBe(before);
});

test('the name is that of the class, not a property of each exception', () => {
  expect(Object.keys(new ValueError('no'))).toEqual([]);
});

test('an exception may carry a hint and a cause', () => {
  const cause = new Error('why');
  const error = new RuntimeError('no', { hint: 'do this', cause });
  expect([error.message, error.hint, error.cause]).toEqual(['no', 'do this', cause]);
});

test('a class of your own derives from them as in Python', () => {
  class Mine extends ValueError {}
  expect(new Mine('no')).toBeInstanceOf(ValueError);
  expect([String(new Mine('no')), Mine.prototype.name]).toEqual(['Mine: no', 'Mine']);
  expect(new BrokenBarrierError()).toBeInstanceOf(RuntimeError);
});

test('a class of your own may have another name, or none', () => {
  class Mine extends ValueError {
    override name = 'Yours';
  }
  const renamed = new ValueError();
  renamed.name = 'Renamed';
  expect([new Mine().name, new (class extends ValueError {})().name, renamed.name]).toEqual([
    'Yours',
    'ValueError',
    'Renamed',
  ]);
  expect(new ValueError().name).toBe('ValueError');
});

test('the exceptions of streams say how much was read', () => {
  const incomplete = new IncompleteReadError(new Uint8Array(3), 10);
  expect(incomplete.message).toBe('3 bytes read on a total of 10 expected bytes');
  expect([incomplete.name, incomplete.partial.length, incomplete.expected]).toEqual([
    'IncompleteReadError',
    3,
    10,
  ]);
  expect(new IncompleteReadError(new Uint8Array(3), undefined).message).toBe(
    '3 bytes read on a total of undefined expected bytes',
  );
  const overrun = new LimitOverrunError('too long', 64);
  expect([overrun.name, overrun.message, overrun.consumed]).toEqual([
    'LimitOverrunError',
    'too long',
    64,
  ]);
});

test('rethrowIfCancelled lets through what except Exception does not catch, and nothing else', () => {
  expect(caught(() => rethrowIfCancelled(new CancelledError('why')))).toBe('CancelledError: why');
  expect(caught(() => rethrowIfCancelled(new KeyboardInterrupt()))).toBe('KeyboardInterrupt');
  for (const error of [new ValueError(), new Error(), 'text', undefined]) {
    expect(caught(() => rethrowIfCancelled(error))).toBe('nothing thrown');
  }
});

test('a catch that begins with rethrowIfCancelled leaves a task cancellable', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        for (;;) {
          try {
            yield* sleep(1);
            throw new ValueError('no');
          } catch (error) {
            rethrowIfCancelled(error);
            print('caught', error);
          }
        }
      })(),
    );
    yield* sleep(2.5);
    task.cancel();
    yield* sleep(0);
    print(task.cancelled());
  });
  expect(lines).toEqual(['t=1 caught no', 't=2 caught no', 't=2.5 True']);
});
