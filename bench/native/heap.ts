/** Start timers, and look at the memory while all of them run. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from '../../src/bench/program.js';

async function child(): Promise<void> {
  await sleep(3_600_000);
}

export const program: Program = async (operations, { allAsleep }) => {
  const promises = Array.from({ length: operations }, child);
  await null;
  allAsleep();
  for (const promise of promises) await promise;
  return operations;
};
