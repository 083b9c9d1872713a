/** Sleepers on the real clock. */
import { Effect, Fiber } from 'effect';
import type { Program } from '../../src/bench/program.js';
import { sleepers } from './sleepers.js';

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      let sum = 0;
      for (const fiber of yield* sleepers(operations)) sum += yield* Fiber.join(fiber);
      return sum;
    }),
  );
