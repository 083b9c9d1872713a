/** Fork fibers that sleep, and look at the memory while all of them do. */
import { Effect, Fiber } from 'effect';
import type { Program } from '../../src/bench/program.js';

const child = Effect.gen(function* () {
  yield* Effect.sleep(3_600_000);
});

export const program: Program = (operations, { allAsleep }) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const fibers: Fiber.Fiber<void>[] = [];
      for (let i = 0; i < operations; i += 1) fibers.push(yield* Effect.forkChild(child));
      yield* Effect.yieldNow;
      allAsleep();
      yield* Fiber.joinAll(fibers);
      return operations;
    }),
  );
