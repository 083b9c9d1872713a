import { expect, test } from 'vitest';
import { parseShard, shardOf } from '../../src/lab/shard.js';

test.each([
  ['1/1', { index: 1, count: 1 }],
  ['2/5', { index: 2, count: 5 }],
  ['5/5', { index: 5, count: 5 }],
])('%s is a shard', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});

test.each(['', '0/5', '6/5', '1/0', '1', '/2', '2/', 'a/b', '1/2/3', '-1/2', '1.5/2', ' 1/2'])(
  '%j is none',
  (text) => {
    expect(parseShard(text)).toBeUndefined();
  },
);

test('the shards one after the other are the whole, in parts that differ by one at most', () => {
  for (let length = 0; length <= 12; length++) {
    const items = Array.from({ length }, (_, index) => index);
    for (let count = 1; count <= 7; count++) {
      const parts = Array.from({ length: count }, (_, index) =>
        shardOf(items, { index: index + 1, count }),
      );
      expect(parts.flat()).toEqual(items);
      const sizes = parts.map((part) => part.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  }
});
