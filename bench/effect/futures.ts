/** Two fibers answer each other, with a new deferred for each message. */
import { Deferred, Effect, Fiber } from 'effect';
import type { Program } from '../../src/bench/program.js';

interface Court {
  toServer: Deferred.Deferred<number>;
  toReceiver: Deferred.Deferred<number>;
}

const receiver = (court: Court, operations: number) =>
  Effect.gen(function* () {
    for (let i = 0; i < operations; i += 1) {
      const value = yield* Deferred.await(court.toReceiver);
      court.toReceiver = yield* Deferred.make<number>();
      yield* Deferred.succeed(court.toServer, value + 1);
    }
  });

export const program: Program = (operations) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const court: Court = {
        toServer: yield* Deferred.make<number>(),
        toReceiver: yield* Deferred.make<number>(),
      };
      const fiber = yield* Effect.forkChild(receiver(court, operations));
      let value = 0;
      for (let i = 0; i < operations; i += 1) {
        yield* Deferred.succeed(court.toReceiver, value);
        value = yield* Deferred.await(court.toServer);
        court.toServer = yield* Deferred.make<number>();
      }
      yield* Fiber.join(fiber);
      return value;
    }),
  );
