/** One producer and one consumer with a queue of a hundred places between them. */
import { Effect, Fiber, Queue } from 'effect';
import type { Program } from '../../src/bench/program.js';

const producer = (queue: Queue.Queue<number>, operations: number) =>
  Effect.gen(function* () {
    for (let i = 0; i < operations; i += 1) yield* Queue.offer(queue, i);
  });

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const queue = yield* Queue.bounded<number>(100);
      const fiber = yield* Effect.forkChild(producer(queue, operations));
      let sum = 0;
      for (let i = 0; i < operations; i += 1) sum += yield* Queue.take(queue);
      yield* Fiber.join(fiber);
      return sum;
    }),
  );
