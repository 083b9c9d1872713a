import { expect, test } from 'vitest';
import { type Ready, ReadyQueue } from '../../src/core/readyqueue.js';

interface Numbered extends Ready {
  readonly number: number;
}

function entry(number: number): Numbered {
  return { number, isCancelled: false, run: () => {} };
}

function take(queue: ReadyQueue): number | undefined {
  return (queue.shift() as Numbered | undefined)?.number;
}

test('what was pushed first comes out first, however much is in the queue', () => {
  const queue = new ReadyQueue();
  for (let i = 0; i < 1000; i += 1) queue.push(entry(i));
  const taken = Array.from({ length: 1000 }, () => take(queue));
  expect(taken).toEqual(Array.from({ length: 1000 }, (_, i) => i));
});

test('the order stays when the queue grows after it has wrapped', () => {
  const queue = new ReadyQueue();
  for (let i = 0; i < 50; i += 1) queue.push(entry(i));
  for (let i = 0; i < 40; i += 1) take(queue);
  for (let i = 50; i < 200; i += 1) queue.push(entry(i));
  expect(queue.size).toBe(160);
  expect(Array.from({ length: 160 }, () => take(queue))).toEqual(
    Array.from({ length: 160 }, (_, i) => i + 40),
  );
});

test('an empty queue and a cleared one give nothing', () => {
  const queue = new ReadyQueue();
  expect(queue.shift()).toBeUndefined();
  for (let i = 0; i < 100; i += 1) queue.push(entry(i));
  queue.clear();
  expect([queue.size, queue.shift()]).toEqual([0, undefined]);
  queue.push(entry(7));
  expect(take(queue)).toBe(7);
});
