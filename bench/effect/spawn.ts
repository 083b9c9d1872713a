/** Fork fibers that succeed at once, and join them all. */
import { Effect, Fiber } from 'effect';
import type { Program } from '../../src/bench/program.js';

const child = (value: number) =>
  Effect.gen(function* () {
    return value;
  });

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const fibers: Fiber.Fiber<number>[] = [];
      for (let i = 0; i < operations; i += 1) fibers.push(yield* Effect.forkChild(child(i)));
      const values = yield* Fiber.joinAll(fibers);
      return values.reduce((sum, value) => sum + value, 0);
    }),
  );
