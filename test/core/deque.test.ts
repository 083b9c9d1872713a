import { expect, test } from 'vitest';
import { Deque } from '../../src/core/deque.js';

function dequeOf(...entries: readonly number[]): Deque<number> {
  const deque = new Deque<number>();
  for (const entry of entries) deque.push(entry);
  return deque;
}

test('what was pushed first comes out first', () => {
  const deque = dequeOf(1, 2, 3);
  expect([deque.shift(), deque.shift(), deque.shift(), deque.shift()]).toEqual([
    1,
    2,
    3,
    undefined,
  ]);
});

test('walking it takes nothing out', () => {
  const deque = dequeOf(1, 2, 3);
  expect([...deque]).toEqual([1, 2, 3]);
  expect(deque.size).toBe(3);
});

test('the order stays when it grows after it has wrapped', () => {
  const deque = dequeOf(...Array.from({ length: 16 }, (_, i) => i));
  for (let i = 0; i < 10; i += 1) deque.shift();
  for (let i = 16; i < 60; i += 1) deque.push(i);
  expect([...deque]).toEqual(Array.from({ length: 50 }, (_, i) => i + 10));
});

test('a cleared one is empty and can be used again', () => {
  const deque = dequeOf(...Array.from({ length: 40 }, (_, i) => i));
  deque.clear();
  deque.push(7);
  expect([...deque]).toEqual([7]);
});
