/** One asynchronous function gives up its turn again and again. */
import type { Program } from '../../src/bench/program.js';

export const program: Program = async (operations) => {
  let turns = 0;
  for (let i = 0; i < operations; i += 1) {
    await null;
    turns += 1;
  }
  return turns;
};
