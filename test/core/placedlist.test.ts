import { expect, test } from 'vitest';
import { NOWHERE, type Placed, PlacedList } from '../../src/core/placedlist.js';

interface Item extends Placed {
  readonly name: number;
}

function listOf(length: number): { list: PlacedList<Item>; items: readonly Item[] } {
  const list = new PlacedList<Item>();
  const items = Array.from({ length }, (_, name) => ({ name, place: NOWHERE }));
  for (const item of items) list.add(item);
  return { list, items };
}

const names = (list: PlacedList<Item>) => [...list].map(({ name }) => name);

test('items stand in the order in which they were added, without those that have left', () => {
  const { list, items } = listOf(4);
  list.delete(items[1] as Item);
  list.add(items[1] as Item);
  expect(names(list)).toEqual([0, 2, 3, 1]);
  expect(list.size).toBe(4);
});

test('an item that has left is dropped no second time', () => {
  const { list, items } = listOf(2);
  list.delete(items[0] as Item);
  list.delete(items[0] as Item);
  expect(names(list)).toEqual([1]);
  expect(list.size).toBe(1);
});

test('however many leave, those that stay keep their order and can leave after that', () => {
  const { list, items } = listOf(1000);
  for (const item of items) if (item.name % 100 !== 0) list.delete(item);
  expect(names(list)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
  expect(items[900]?.place).toBeLessThan(100);
  for (const item of items) if (item.name >= 300) list.delete(item);
  expect(names(list)).toEqual([0, 100, 200]);
});

test('what leaves while the items are walked is walked all the same', () => {
  const { list, items } = listOf(3);
  const walked: number[] = [];
  for (const { name } of list) {
    walked.push(name);
    list.delete(items[2] as Item);
  }
  expect(walked).toEqual([0, 1, 2]);
  list.clear();
  expect(names(list)).toEqual([]);
});
