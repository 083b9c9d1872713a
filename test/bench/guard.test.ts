/**
 * The runtime does not grow slower unnoticed: what an operation takes is counted, not timed, so that
 * a busy machine changes nothing.
 *
 * Two things are counted: what the loop does, with an observer, and the bytes that are allocated, in
 * a child. A bound that is undercut by far should be drawn tighter; one that is exceeded says that
 * each operation has more to do.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { Counter } from '../../src/bench/counter.js';
import type { Program } from '../../src/bench/program.js';
import type { WorkloadName } from '../../src/bench/workloads.js';

interface Bound {
  readonly iterations: number;
  readonly steps: number;
  readonly timers: number;
  /** How many bytes an operation allocates, at most. */
  readonly bytes: number;
}

/** For a thousand operations, with some room for what a run does once. */
const bounds = {
  spawn: { iterations: 20, steps: 1020, timers: 0, bytes: 800 },
  'sleep-zero-1': { iterations: 1020, steps: 1020, timers: 0, bytes: 230 },
  'sleep-zero-100': { iterations: 30, steps: 1120, timers: 0, bytes: 260 },
  futures: { iterations: 2020, steps: 2020, timers: 0, bytes: 550 },
  queue: { iterations: 40, steps: 40, timers: 0, bytes: 420 },
  cancel: { iterations: 20, steps: 2020, timers: 1000, bytes: 1600 },
  'deep-chain': { iterations: 1020, steps: 1020, timers: 0, bytes: 16_600 },
  'deep-resume': { iterations: 1020, steps: 1020, timers: 0, bytes: 130 },
  lock: { iterations: 2020, steps: 3020, timers: 0, bytes: 1050 },
  'sleepers-virtual': { iterations: 2020, steps: 2020, timers: 1000, bytes: 1800 },
} as const satisfies Partial<Record<WorkloadName, Bound>>;

const rows = Object.entries(bounds);

describe('what the loop does for a thousand operations', () => {
  test.each(rows)('%s', async (name, { iterations, steps, timers }) => {
    const module = await import(
      new URL(`../../src/bench/programs/${name}.ts`, import.meta.url).href
    );
    const program: Program = module.program;
    const observer = new Counter();
    await program(1000, { observer, begun: () => {}, ended: () => {}, allAsleep: () => {} });
    expect(observer.iterations).toBeLessThanOrEqual(iterations);
    expect(observer.steps).toBeLessThanOrEqual(steps);
    expect(observer.timers).toBeLessThanOrEqual(timers);
  });
});

describe('how many bytes an operation allocates', () => {
  const bytes: Record<string, number> = {};

  beforeAll(() => {
    const script = fileURLToPath(new URL('./allocations.js', import.meta.url));
    const programs = new URL('../../dist/src/bench/programs/', import.meta.url).href;
    const young = ['--min-semi-space-size=128', '--max-semi-space-size=128'];
    const names = rows.map(([name]) => name);
    const args = ['--expose-gc', ...young, script, programs, ...names];
    Object.assign(bytes, JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })));
  });

  test.each(rows)('%s', (name, { bytes: most }) => {
    expect(bytes[name]).toBeGreaterThan(0);
    expect(bytes[name]).toBeLessThanOrEqual(most);
  });
});
