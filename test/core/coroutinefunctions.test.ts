import { expect, test } from 'vitest';
import { coroutine, isCoroutineFunction, sleep } from '../../src/index.js';

test('coroutine functions are what coroutine has made, and generator functions', () => {
  const generator = function* () {};
  expect(isCoroutineFunction(coroutine(generator))).toBe(true);
  expect(isCoroutineFunction(generator)).toBe(true);
});

test('other functions are none, nor are coroutines', () => {
  for (const object of [
    sleep,
    () => {},
    async () => {},
    generatorOf(),
    coroutine(generatorOf)(),
    undefined,
  ]) {
    expect(isCoroutineFunction(object)).toBe(false);
  }
});

function* generatorOf() {}
