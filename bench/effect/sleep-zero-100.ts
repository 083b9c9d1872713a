/** A hundred fibers give up their turns to one another. */
import { Effect, Fiber } from 'effect';
import type { Program } from '../../src/bench/program.js';

const child = (turns: number) =>
  Effect.gen(function* () {
    let taken = 0;
    for (let i = 0; i < turns; i += 1) {
      yield* Effect.yieldNow;
      taken += 1;
    }
    return taken;
  });

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const fibers: Fiber.Fiber<number>[] = [];
      for (let i = 0; i < 100; i += 1) {
        fibers.push(yield* Effect.forkChild(child(operations / 100)));
      }
      const taken = yield* Fiber.joinAll(fibers);
      return taken.reduce((sum, turns) => sum + turns, 0);
    }),
  );
