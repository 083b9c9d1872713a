/**
 * Only equivalent work is compared: every peer's program returns the same number.
 *
 * Threads and memory are for children: `test/cli/bench.test.ts` has them.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { absences } from '../../bench/peers.js';
import type { Program } from '../../src/bench/program.js';
import { type WorkloadName, workloads } from '../../src/bench/workloads.js';

const operations = 1000;

/** What comes out of a thousand operations. */
const checksums: Readonly<Partial<Record<WorkloadName, number>>> = {
  spawn: 499_500,
  'sleep-zero-1': 1000,
  'sleep-zero-100': 1000,
  futures: 1000,
  queue: 499_500,
  cancel: 1000,
  'deep-chain': 50_000,
  'deep-resume': 1000,
  lock: 1000,
  'sleepers-real': 499_500,
  'sleepers-virtual': 499_500,
};

const folders: Readonly<Record<string, string>> = {
  runtime: '../../src/bench/programs/',
  native: '../../bench/native/',
  effect: '../../bench/effect/',
  effection: '../../bench/effection/',
};

const stage = { observer: undefined, begun: () => {}, ended: () => {}, allAsleep: () => {} };

function isAbsent(peer: string, workload: WorkloadName): boolean {
  return absences[peer]?.[workload] !== undefined;
}

async function programOf(peer: string, workload: WorkloadName): Promise<Program> {
  return (await import(new URL(`${folders[peer]}${workload}.ts`, import.meta.url).href)).program;
}

describe.each(Object.keys(folders))('the programs of %s', (peer) => {
  const names = Object.keys(checksums) as WorkloadName[];
  test.each(names.filter((name) => !isAbsent(peer, name)))('%s', async (name) => {
    const program = await programOf(peer, name);
    expect(await program(operations, stage)).toBe(checksums[name]);
  });
});

test.each([...Object.keys(folders), 'CPython'])('%s has a program or a reason', (peer) => {
  const folder = folders[peer] ?? '../../bench/python/programs/';
  const files = readdirSync(fileURLToPath(new URL(folder, import.meta.url)));
  const programs = files.map((file) => file.replace(/\.\w+$/, '').replaceAll('_', '-'));
  const without = workloads.map(({ name }) => name).filter((name) => !programs.includes(name));
  expect(without.filter((name) => !isAbsent(peer, name))).toEqual([]);
  expect(without).toEqual(Object.keys(absences[peer] ?? {}));
});
