/** Call asynchronous functions that return at once, and await them all. */
import type { Program } from '../../src/bench/program.js';

async function child(value: number): Promise<number> {
  return value;
}

export const program: Program = async (operations) => {
  const promises = Array.from({ length: operations }, (_, i) => child(i));
  const values = await Promise.all(promises);
  return values.reduce((sum, value) => sum + value, 0);
};
