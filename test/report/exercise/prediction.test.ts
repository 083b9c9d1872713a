import { expect, test } from 'vitest';
import { lettered, linesOf } from '../../../src/report/exercise/prediction.js';

const lines = ['one', 'two', 'three', 'two'];

test('lines are put in another order, which is always the same', () => {
  const shown = lettered(lines, 'tea/boil');
  expect(shown.map(({ letter }) => letter)).toEqual(['a', 'b', 'c', 'd']);
  expect(shown.map(({ text }) => text).toSorted()).toEqual(lines.toSorted());
  expect(shown.map(({ text }) => text)).not.toEqual(lines);
  expect(lettered(lines, 'tea/boil')).toEqual(shown);
});

test('the order is never the right one, whatever the exercise is called', () => {
  for (let seed = 0; seed < 100; seed++) {
    const shown = lettered(['one', 'two'], `${seed}`).map(({ text }) => text);
    expect(shown).toEqual(['two', 'one']);
  }
});

test('a single line stays where it is', () => {
  expect(lettered(['one'], 'x')).toEqual([{ letter: 'a', text: 'one' }]);
  expect(lettered([], 'x')).toEqual([]);
});

test('letters stand for their lines, in either case', () => {
  const shown = lettered(lines, 'tea/boil');
  const [a, b] = shown.map(({ text }) => text);
  expect(linesOf('bA', shown)).toEqual([b, a]);
  expect(linesOf('xyz', shown)).toEqual([]);
});
