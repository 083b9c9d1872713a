/** A thousand fibers contend for one permit, and each holds it for a turn. */
import { Effect, Fiber, Semaphore } from 'effect';
import type { Program } from '../../src/bench/program.js';

const child = (lock: Semaphore.Semaphore, times: number) =>
  Effect.gen(function* () {
    let acquired = 0;
    const held = Effect.gen(function* () {
      acquired += 1;
      yield* Effect.yieldNow;
    });
    for (let i = 0; i < times; i += 1) yield* lock.withPermits(1)(held);
    return acquired;
  });

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const lock = yield* Semaphore.make(1);
      const fibers: Fiber.Fiber<number>[] = [];
      for (let i = 0; i < 1000; i += 1) {
        fibers.push(yield* Effect.forkChild(child(lock, operations / 1000)));
      }
      const acquired = yield* Fiber.joinAll(fibers);
      return acquired.reduce((sum, times) => sum + times, 0);
    }),
  );
