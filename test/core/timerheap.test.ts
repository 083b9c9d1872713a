import { expect, test } from 'vitest';
import { type Timed, TimerHeap } from '../../src/core/timerheap.js';

interface Entry extends Timed {
  readonly name: string;
}

function heapOf(...deadlines: readonly number[]) {
  const heap = new TimerHeap<Entry>();
  deadlines.forEach((deadline, index) => {
    heap.push({ deadline, sequence: 0, name: `${deadline}/${index}` });
  });
  return heap;
}

function drain(heap: TimerHeap<Entry>): string[] {
  const names: string[] = [];
  for (let entry = heap.pop(); entry !== undefined; entry = heap.pop()) names.push(entry.name);
  return names;
}

/** A thousand deadlines, many of them equal, in an order that looks random and never changes. */
const deadlines = Array.from({ length: 1000 }, (_, index) => (index * 7919) % 101);

function inOrder(numbers: readonly number[]): string[] {
  return numbers
    .map((deadline, index) => ({ deadline, index }))
    .sort((a, b) => a.deadline - b.deadline || a.index - b.index)
    .map(({ deadline, index }) => `${deadline}/${index}`);
}

test('entries come out by deadline, equal deadlines in the order in which they were pushed', () => {
  expect(drain(heapOf(...deadlines))).toEqual(inOrder(deadlines));
});

test('the first entry can be looked at without being taken', () => {
  const heap = heapOf(3, 1, 2);
  expect([heap.peek()?.name, heap.size]).toEqual(['1/1', 3]);
});

test('an empty heap gives nothing', () => {
  const heap = heapOf();
  expect([heap.peek(), heap.pop(), heap.size]).toEqual([undefined, undefined, 0]);
});

test('entries pushed between two pops take their place', () => {
  const heap = heapOf(5, 1);
  expect(heap.pop()?.name).toBe('1/1');
  heap.push({ deadline: 3, sequence: 0, name: 'late' });
  expect(drain(heap)).toEqual(['late', '5/0']);
});

test('those that are left after filtering keep their order', () => {
  const heap = heapOf(...deadlines);
  heap.filter(({ deadline }) => deadline % 3 === 0);
  expect(drain(heap)).toEqual(
    inOrder(deadlines).filter((name) => Number.parseInt(name, 10) % 3 === 0),
  );
});

test('a cleared heap is empty', () => {
  const heap = heapOf(1, 2, 3);
  heap.clear();
  expect([heap.size, heap.pop()]).toEqual([0, undefined]);
});
