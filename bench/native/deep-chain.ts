/** A chain of fifty calls whose last one gives up its turn, begun anew each time. */
import type { Program } from '../../src/bench/program.js';

async function call(depth: number): Promise<number> {
  if (depth > 1) return 1 + (await call(depth - 1));
  await null;
  return 1;
}

export const program: Program = async (operations) => {
  let sum = 0;
  for (let i = 0; i < operations; i += 1) sum += await call(50);
  return sum;
};
