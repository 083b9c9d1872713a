/** Run operations that return at once in tasks of their own, and await them all. */
import { all, run } from 'effection';
import type { Program } from '../../src/bench/program.js';

function* child(value: number) {
  return value;
}

export const program: Program = (operations) =>
  run(function* () {
    const values = yield* all(
      Array.from({ length: operations }, (_, i) => ({
        [Symbol.iterator]: () => child(i),
      })),
    );
    return values.reduce((sum, value) => sum + value, 0);
  });
