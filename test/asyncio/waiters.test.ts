import { expect, test } from 'vitest';
import { Waiters } from '../../src/asyncio/waiters.js';
import { repr } from '../../src/core/repr.js';
import {
  Condition,
  type Coroutine,
  createTask,
  Event,
  Future,
  Lock,
  newEventLoop,
  run,
  Semaphore,
  sleep,
} from '../../src/index.js';

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

const lock = new Lock();
const event = new Event();
const semaphore = new Semaphore(0);
const condition = new Condition();

test.each<[string, () => Coroutine<unknown>, () => void, unknown]>([
  ['a Lock', () => lock.acquire(), () => lock.release(), true],
  ['an Event', () => event.wait(), () => event.set(), true],
  ['a Semaphore', () => semaphore.acquire(), () => semaphore.release(), true],
  ['a Condition', () => condition.wait(), () => condition.notify(), false],
])('%s wakes who waits with the result that CPython gives', async (_, wait, wake, result) => {
  let shown = '';
  await run(
    (function* () {
      yield* lock.acquire();
      yield* condition.acquire();
      const task = createTask(wait());
      yield* sleep(0);
      if (!condition.locked()) yield* condition.acquire();
      wake();
      shown = String(task);
      task.cancel();
      if (lock.locked()) lock.release();
      condition.release();
    })(),
    { clock: 'virtual' },
  );
  expect(shown).toContain(`wait_for=<Future finished result=${repr(result)}`);
});
