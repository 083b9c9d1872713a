/** A chain of fifty calls whose last one gives up its turn again and again. */
import { Effect } from 'effect';
import type { Program } from '../../src/bench/program.js';

const call = (depth: number, operations: number): Effect.Effect<number> =>
  Effect.gen(function* () {
    if (depth > 1) return yield* call(depth - 1, operations);
    let turns = 0;
    for (let i = 0; i < operations; i += 1) {
      yield* Effect.yieldNow;
      turns += 1;
    }
    return turns;
  });

export const program: Program = (operations) => Effect.runPromise(call(50, operations));
