import { expect, test } from 'vitest';
import { Coroutine } from '../../src/core/coroutines.js';
import { Unawaited } from '../../src/core/unawaited.js';

function made(name: string): Coroutine<void> {
  return new Coroutine({ name, isByHand: false, isLeaf: false }, (function* () {})(), true);
}

test('those that nobody has awaited are left, in the order in which they were made', () => {
  const unawaited = new Unawaited();
  const coroutines = ['a', 'b', 'c', 'd'].map(made);
  for (const coroutine of coroutines) unawaited.add(coroutine);
  coroutines[1]?.begin();
  coroutines[2]?.close();
  expect([...unawaited].map(({ name }) => name)).toEqual(['a', 'd']);
});

test('however many are made, those that are left stay, and the others go', () => {
  const unawaited = new Unawaited();
  for (let i = 0; i < 1000; i += 1) {
    const coroutine = made(String(i));
    unawaited.add(coroutine);
    if (i % 10 !== 0) coroutine.begin();
  }
  const left = Array.from({ length: 100 }, (_, i) => String(10 * i));
  expect([...unawaited].map(({ name }) => name)).toEqual(left);
});

test('the newest can be left to a task, an older one not', () => {
  const unawaited = new Unawaited();
  const [older, newest] = ['older', 'newest'].map(made) as [Coroutine<void>, Coroutine<void>];
  unawaited.add(older);
  unawaited.add(newest);
  unawaited.drop(older);
  unawaited.drop(newest);
  expect([...unawaited].map(({ name }) => name)).toEqual(['older']);
});
