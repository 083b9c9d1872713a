/** Two tasks answer each other, with new resolvers for each message. */
import { type Operation, run, spawn, type WithResolvers, withResolvers } from 'effection';
import type { Program } from '../../src/bench/program.js';

interface Court {
  toServer: WithResolvers<number>;
  toReceiver: WithResolvers<number>;
}

function* receiver(court: Court, operations: number): Operation<void> {
  for (let i = 0; i < operations; i += 1) {
    const value = yield* court.toReceiver.operation;
    court.toReceiver = withResolvers();
    court.toServer.resolve(value + 1);
  }
}

export const program: Program = (operations) =>
  run(function* () {
    const court: Court = { toServer: withResolvers(), toReceiver: withResolvers() };
    const task = yield* spawn(() => receiver(court, operations));
    let value = 0;
    for (let i = 0; i < operations; i += 1) {
      court.toReceiver.resolve(value);
      value = yield* court.toServer.operation;
      court.toServer = withResolvers();
    }
    yield* task;
    return value;
  });
