import { expect, test } from 'vitest';
import { pathOfDocument, performanceDocument, type Run } from '../../bench/document.js';
import type { Measured } from '../../src/bench/compare.js';

function measured(peer: string, median: number, ratio: number): Measured {
  const spread = { median: ratio, low: ratio, high: ratio };
  return { peer, median, low: median, high: median, samples: [], ratio: spread, checksum: 1 };
}

const measurements: Run = {
  schemaVersion: 1,
  date: '2026-01-02',
  machine: {
    processor: 'Abacus',
    cores: 2,
    memoryGiB: 4,
    system: 'Linux 6',
    node: '20.19.0',
    v8: '11.3',
    load: 0.1,
  },
  quick: false,
  rounds: 15,
  comparisons: [
    {
      workload: 'spawn',
      measures: 'time',
      operations: 100_000,
      peers: [
        measured('asyncio-lab', 700, 1),
        measured('observed', 1500, 2.1),
        measured('native', 400, 0.5),
        measured('CPython 3.13.0', 7000, 10.5),
      ],
    },
    {
      workload: 'heap',
      measures: 'memory',
      operations: 100_000,
      peers: [measured('asyncio-lab', 651, 1), { peer: 'effect 4.1.0', absent: 'no heap' }],
    },
  ],
  growth: [],
  startUp: [
    {
      command: 'asyncio-lab list',
      median: 60,
      low: 55,
      high: 70,
      ratio: { median: 1.6, low: 1.5, high: 1.7 },
      bound: 1.5,
    },
  ],
};

const lines = performanceDocument(measurements).split('\n');

test('the document says the machine, the versions and the date', () => {
  expect(lines).toContain('- 2026-01-02, 15 rounds (fewer for a peer that needs very long)');
  expect(lines).toContain('- Abacus, 2 cores, 4 GiB, Linux 6, load 0.1 at the start');
  expect(lines).toContain('- Node 20.19.0, V8 11.3');
});

test('each promise is held against what was measured', () => {
  const start = lines.indexOf('## Held to');
  expect(lines.slice(start + 4, start + 8)).toEqual([
    '| spawn | observed ÷ ours | ≤ 2 | 2.10 | ✗ |',
    '| spawn | ours ÷ native | ≤ 2 | 2.00 | ✓ |',
    '| spawn | CPython 3.13.0 ÷ ours | ≥ 10 | 10.5 | ✓ |',
    '| heap | bytes | ≤ 650 | 651 | ✗ |',
  ]);
});

test('who is absent is so with the reason, and what differs is said', () => {
  expect(lines).toContain('| effect 4.1.0 | – | no heap | | |');
  expect(lines.at(-2)).toMatch(/^- \*\*effect\*\*: fibers/);
});

test('commands are held to their bounds', () => {
  expect(lines).toContain('| asyncio-lab list | 60.0 | 55.0–70.0 | 1.60 | ≤ 1.5 | ✗ |');
});

test('a run without growth has no such section', () => {
  expect(lines).not.toContain('## As the work grows');
});

test('each Node has a document of its own', () => {
  const { machine } = measurements;
  const on24 = { ...measurements, machine: { ...machine, node: '24.1.0' } };
  expect(pathOfDocument(measurements)).toBe('docs/performance.md');
  expect(pathOfDocument(on24)).toBe('docs/performance-node-24.md');
  expect(performanceDocument(on24)).toMatch(/^# Performance on Node 24\n/);
});
