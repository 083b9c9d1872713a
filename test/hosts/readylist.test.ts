/** The order in which the sockets of the virtual network are told of: that of epoll. */
import { expect, test } from 'vitest';
import { ReadyList } from '../../src/hosts/readylist.js';

/** Something that is ready as long as it has something, and writes down when it is told of. */
function pollable(name: string, log: string[]) {
  return {
    left: 1,
    get isReady() {
      return this.left > 0;
    },
    tell() {
      log.push(name);
    },
  };
}

function three() {
  const log: string[] = [];
  const list = new ReadyList();
  const [a, b, c] = [pollable('a', log), pollable('b', log), pollable('c', log)] as const;
  return { log, list, a, b, c };
}

test('what became ready first is told of first, whatever else happens to it', () => {
  const { log, list, a, b } = three();
  for (const item of [b, a, b]) list.add(item);
  list.tell();
  expect(log).toEqual(['b', 'a']);
});

test('what is ready still comes before all that became ready since', () => {
  const { log, list, a, b, c } = three();
  list.add(b);
  list.tell();
  for (const item of [a, c, b]) list.add(item);
  list.tell();
  expect(log).toEqual(['b', 'b', 'a', 'c']);
});

test('what was told of keeps its place until it was found not to be ready', () => {
  const { log, list, a, b } = three();
  list.add(b);
  list.tell();
  b.left = 0;
  list.add(a);
  b.left = 1;
  list.tell();
  b.left = 0;
  list.tell();
  expect([list.hasReady, list.isEmpty]).toEqual([true, false]);
  b.left = 1;
  list.add(b);
  list.tell();
  expect(log).toEqual(['b', 'b', 'a', 'a', 'a', 'b']);
});

test('what is taken back is told of no more', () => {
  const { log, list, a, b } = three();
  for (const item of [a, b]) list.add(item);
  list.delete(a);
  b.left = 0;
  expect([list.hasReady, list.isEmpty]).toEqual([false, false]);
  list.tell();
  expect([log, list.isEmpty]).toEqual([[], true]);
});
