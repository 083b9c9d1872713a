/** Fork fibers that sleep, let them fall asleep, interrupt them all and await them. */
import { Effect, Exit, Fiber } from 'effect';
import type { Program } from '../../src/bench/program.js';

const child = Effect.gen(function* () {
  yield* Effect.sleep(3_600_000);
});

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const fibers: Fiber.Fiber<void>[] = [];
      for (let i = 0; i < operations; i += 1) fibers.push(yield* Effect.forkChild(child));
      yield* Effect.yieldNow;
      yield* Fiber.interruptAll(fibers);
      const exits = yield* Fiber.awaitAll(fibers);
      return exits.filter(Exit.isFailure).length;
    }),
  );
