/** Sleepers on the clock for tests, which is moved on until the last of them is awake. */
import { Effect, Fiber } from 'effect';
import { TestClock } from 'effect/testing';
import type { Program } from '../../src/bench/program.js';
import { sleepers } from './sleepers.js';

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const fibers = yield* sleepers(operations);
      yield* TestClock.adjust('1 hour');
      let sum = 0;
      for (const fiber of fibers) sum += yield* Fiber.join(fiber);
      return sum;
    }).pipe(Effect.provide(TestClock.layer({ warningDelay: '1 hour' }))),
  );
