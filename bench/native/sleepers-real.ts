/** Timers of random times, and await them all. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from '../../src/bench/program.js';
import { delays } from '../../src/bench/random.js';

async function child(delay: number, value: number): Promise<number> {
  await sleep(delay * 1000);
  return value;
}

export const program: Program = async (operations) => {
  const promises = Array.from(delays(operations), child);
  let sum = 0;
  for (const promise of promises) sum += await promise;
  return sum;
};
