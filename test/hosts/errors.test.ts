import { expect, test } from 'vitest';
import { repr } from '../../src/core/repr.js';
import { decodeError, encodeError } from '../../src/hosts/errors.js';
import {
  ConnectionResetError,
  ExceptionGroup,
  FileNotFoundError,
  IncompleteReadError,
  LimitOverrunError,
  OSError,
  QueueEmpty,
  RuntimeError,
  SSLError,
  TimeoutError,
  ValueError,
} from '../../src/index.js';

/** What arrives on the other side. */
function travel(error: unknown): unknown {
  return decodeError(structuredClone(encodeError(error)));
}

test('exceptions of the runtime and of JavaScript keep their class, message and stack', () => {
  for (const error of [
    new ValueError('no'),
    new TimeoutError(),
    new TypeError('no'),
    new RangeError('no'),
  ]) {
    const arrived = travel(error) as Error;
    expect(arrived).not.toBe(error);
    expect(arrived.constructor).toBe(error.constructor);
    expect([arrived.name, arrived.message, arrived.stack]).toEqual([
      error.name,
      error.message,
      error.stack,
    ]);
  }
});

test('an exception of a class that the other side does not know keeps its name', () => {
  class Mine extends Error {
    override name = 'Mine';
  }
  const arrived = travel(new Mine('no')) as Error;
  expect(arrived).toBeInstanceOf(Error);
  expect([arrived.name, arrived.message, String(arrived)]).toEqual(['Mine', 'no', 'Mine: no']);
});

test('an exception of such a class has its name even if the class does not say it', () => {
  class Mine extends Error {}
  expect(repr(travel(new Mine('no')))).toBe("Mine('no')");
  expect(repr(travel(new Error('no')))).toBe("Exception('no')");
});

test('an exception keeps what it was made with, and what it says', () => {
  const errors = [
    new ValueError(5),
    new QueueEmpty(),
    new IncompleteReadError(new Uint8Array(2), 5),
    new LimitOverrunError('far', 7),
    new FileNotFoundError(2, 'No such file or directory', 'x'),
    new ConnectionResetError('reset'),
    new SSLError('no'),
  ];
  for (const error of errors) {
    const arrived = travel(error) as Error;
    expect(arrived.constructor).toBe(error.constructor);
    expect([repr(arrived), arrived.message]).toEqual([repr(error), error.message]);
    expect({ ...arrived }).toEqual({ ...error });
  }
});

test('a group keeps its exceptions, and an exception its cause', () => {
  const cause = new OSError(1, 'no');
  const group = new ExceptionGroup('several', [
    new ValueError('a'),
    new RuntimeError('b', { cause }),
  ]);
  const arrived = travel(group) as ExceptionGroup;
  expect(arrived).toBeInstanceOf(ExceptionGroup);
  expect(repr(arrived)).toBe("ExceptionGroup('several', [ValueError('a'), RuntimeError('b')])");
  expect(repr(arrived.exceptions[1]?.cause)).toBe("OSError(1, 'no')");
  const circle = new ValueError('circle');
  circle.cause = circle;
  expect(travel(circle)).not.toHaveProperty('cause');
});

test('an exception of a class that the other side does not know is one of the class above', () => {
  class Refused extends RuntimeError {
    constructor(
      readonly status: number,
      readonly retry: () => void,
    ) {
      super(`status ${status}`);
    }
  }
  const arrived = travel(new Refused(404, () => {})) as Refused;
  expect(arrived).toBeInstanceOf(RuntimeError);
  expect([String(arrived), arrived.status, arrived.retry]).toEqual([
    'Refused: status 404',
    404,
    undefined,
  ]);
});

test('what an exception was made with is left behind where it cannot travel', () => {
  const arrived = travel(new ValueError(() => {})) as ValueError;
  expect(repr(arrived)).toBe("ValueError('<function <lambda>>')");
});

test('an exception without a stack arrives without that of the decoder', () => {
  const error = new RuntimeError('no');
  error.stack = undefined as never;
  expect(travel(error)).toBeInstanceOf(RuntimeError);
});

test('whatever else was thrown arrives as it is', () => {
  for (const thrown of ['text', 3, undefined, { key: 'value' }]) {
    expect(travel(thrown)).toEqual(thrown);
  }
});
