/** A chain of fifty calls whose last one gives up its turn again and again. */
import type { Program } from '../../src/bench/program.js';

async function call(depth: number, operations: number): Promise<number> {
  if (depth > 1) return await call(depth - 1, operations);
  let turns = 0;
  for (let i = 0; i < operations; i += 1) {
    await null;
    turns += 1;
  }
  return turns;
}

export const program: Program = (operations) => call(50, operations);
