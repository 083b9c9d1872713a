/** A chain of fifty calls whose last one gives up its turn, begun anew each time. */
import { Effect } from 'effect';
import type { Program } from '../../src/bench/program.js';

const call = (depth: number): Effect.Effect<number> =>
  Effect.gen(function* () {
    if (depth > 1) return 1 + (yield* call(depth - 1));
    yield* Effect.yieldNow;
    return 1;
  });

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      let sum = 0;
      for (let i = 0; i < operations; i += 1) sum += yield* call(50);
      return sum;
    }),
  );
