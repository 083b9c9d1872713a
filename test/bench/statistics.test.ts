import { expect, test } from 'vitest';
import { spreadOf } from '../../src/bench/statistics.js';

test('a spread is the median, the tenth and the ninetieth percentile', () => {
  const values = Array.from({ length: 11 }, (_, i) => 10 - i);
  expect(spreadOf(values)).toEqual({ median: 5, low: 1, high: 9 });
});

test('between two values it is in the middle of them', () => {
  expect(spreadOf([4, 2]).median).toBe(3);
});

test('of one value it is that value', () => {
  expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
});
