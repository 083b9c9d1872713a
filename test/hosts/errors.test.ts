import { expect, test } from 'vitest';
import { decodeError, encodeError } from '../../src/hosts/errors.js';
import { RuntimeError, TimeoutError, ValueError } from '../../src/index.js';

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
