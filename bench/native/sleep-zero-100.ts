/** A hundred asynchronous functions give up their turns to one another. */
import type { Program } from '../../src/bench/program.js';

async function child(turns: number): Promise<number> {
  let taken = 0;
  for (let i = 0; i < turns; i += 1) {
    await null;
    taken += 1;
  }
  return taken;
}

export const program: Program = async (operations) => {
  const taken = await Promise.all(Array.from({ length: 100 }, () => child(operations / 100)));
  return taken.reduce((sum, turns) => sum + turns, 0);
};
