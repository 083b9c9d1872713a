/** Fork fibers that sleep for random times. */
import { Effect, type Fiber } from 'effect';
import { delays } from '../../src/bench/random.js';

const child = (delay: number, value: number) =>
  Effect.gen(function* () {
    yield* Effect.sleep(delay * 1000);
    return value;
  });

/** Fork the sleepers of both clocks. */
export const sleepers = (operations: number) =>
  Effect.gen(function* () {
    const fibers: Fiber.Fiber<number>[] = [];
    for (const [i, delay] of delays(operations).entries()) {
      fibers.push(yield* Effect.forkChild(child(delay, i)));
    }
    return fibers;
  });
