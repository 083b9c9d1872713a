/** Start timers that can be aborted, abort them all and await them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from '../../src/bench/program.js';

async function child(signal: AbortSignal): Promise<void> {
  await sleep(3_600_000, undefined, { signal });
}

export const program: Program = async (operations) => {
  const controllers = Array.from({ length: operations }, () => new AbortController());
  const promises = controllers.map(({ signal }) => child(signal));
  await null;
  for (const controller of controllers) controller.abort();
  const outcomes = await Promise.allSettled(promises);
  return outcomes.filter(({ status }) => status === 'rejected').length;
};
