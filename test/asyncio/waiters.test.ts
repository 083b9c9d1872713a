import { expect, test } from 'vitest';
import { Waiters } from '../../src/asyncio/waiters.js';
import { Future, newEventLoop } from '../../src/index.js';

const loop = newEventLoop({ clock: 'virtual' });
const [a, b, c] = [new Future({ loop }), new Future({ loop }), new Future({ loop })];

/** Name the waiters: a future compared as it is would be taken for a list. */
function names(futures: Iterable<Future | undefined>): string {
  const all = new Map<Future | undefined, string>([
    [a, 'a'],
    [b, 'b'],
    [c, 'c'],
    [undefined, '-'],
  ]);
  return Array.from(futures, (future) => all.get(future)).join('');
}

test('waiters come in the order in which they were added', () => {
  const waiters = new Waiters();
  for (const future of [a, b, c]) waiters.add(future);
  expect(names(waiters)).toBe('abc');
  expect(names([waiters.first])).toBe('a');
  expect(names([waiters.shift(), waiters.shift(), waiters.shift(), waiters.shift()])).toBe('abc-');
  expect(names([waiters.first])).toBe('-');
});

test.each([
  [0, 'bc'],
  [1, 'ac'],
  [2, 'ab'],
])('the one in place %i can leave, and one more can come', (index, rest) => {
  const waiters = new Waiters();
  const place = [waiters.add(a), waiters.add(b), waiters.add(c)].at(index);
  if (place !== undefined) waiters.remove(place);
  expect(names(waiters)).toBe(rest);
  waiters.add(a);
  expect(names(waiters)).toBe(`${rest}a`);
  expect(waiters.size).toBe(3);
});

test('one that has left cannot leave again', () => {
  const waiters = new Waiters();
  const place = waiters.add(a);
  waiters.add(b);
  waiters.shift();
  waiters.shift();
  waiters.add(c);
  waiters.remove(place);
  expect(names(waiters)).toBe('c');
  expect(waiters.size).toBe(1);
});
