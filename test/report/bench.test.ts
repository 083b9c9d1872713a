import { expect, test } from 'vitest';
import type { Comparison, Measured } from '../../src/bench/compare.js';
import { benchBlock, growthBlock, short } from '../../src/report/bench.js';
import { widthOf } from '../../src/report/columns.js';
import { styleIn } from './style.js';

function measured(peer: string, median: number, ratio: number): Measured {
  return {
    peer,
    median,
    low: median * 0.9,
    high: median * 1.1,
    samples: [median],
    ratio: { median: ratio, low: ratio, high: ratio },
    checksum: 1,
  };
}

const spawn: Comparison = {
  workload: 'spawn',
  measures: 'time',
  operations: 100_000,
  peers: [
    measured('asyncio-lab', 700, 1),
    measured('64 MiB', 350, 0.5),
    measured('CPython 3.13.0', 7000, 10),
    { peer: 'effect', absent: 'it is not here' },
  ],
};

test('a workload is a block, with a line and a bar for each peer', () => {
  expect(benchBlock(spawn, styleIn('en', 80)).split('\n')).toEqual([
    ' spawn · make tasks that return at once, gather them · 100,000, ns each',
    '   asyncio-lab      700  630–770           ██▍',
    '   64 MiB           350  315–385    0.50×  █▎',
    '   CPython 3.13.0  7000  6300–7700  10.0×  ████████████████████████',
    '   effect: it is not here',
  ]);
});

test('memory is in bytes', () => {
  const heap: Comparison = { ...spawn, workload: 'heap', measures: 'memory' };
  expect(benchBlock(heap, styleIn('en', 80))).toContain('100,000, bytes each\n');
});

test('where there is no room, there are no bars', () => {
  const lines = benchBlock(spawn, styleIn('en', 44)).split('\n').slice(1, 4);
  for (const line of lines) expect(widthOf(line)).toBeLessThan(44);
});

test('growth is a line for each number of operations', () => {
  const growth = [1000, 1_000_000].map(
    (operations): Comparison => ({ ...spawn, workload: 'sleepers-virtual', operations }),
  );
  expect(growthBlock(growth, styleIn('en', 80)).split('\n')).toEqual([
    ' as the number grows · ns each',
    '   sleepers-virtual      1,000  700',
    '   sleepers-virtual  1,000,000  700',
  ]);
});

test('numbers have three digits, and more only before the point', () => {
  expect([0.123456, 1.5, 9.996, 12.34, 123.4, 123_456.7].map(short)).toEqual([
    '0.12',
    '1.50',
    '10.0',
    '12.3',
    '123',
    '123457',
  ]);
});
