/** One fiber gives up its turn again and again. */
import { Effect } from 'effect';
import type { Program } from '../../src/bench/program.js';

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      let turns = 0;
      for (let i = 0; i < operations; i += 1) {
        yield* Effect.yieldNow;
        turns += 1;
      }
      return turns;
    }),
  );
