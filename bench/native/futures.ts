/** Two asynchronous functions answer each other, with a new promise for each message. */
import type { Program } from '../../src/bench/program.js';
import { Deferred } from './deferred.js';

interface Court {
  toServer: Deferred<number>;
  toReceiver: Deferred<number>;
}

async function receiver(court: Court, operations: number): Promise<void> {
  for (let i = 0; i < operations; i += 1) {
    const value = await court.toReceiver.promise;
    court.toReceiver = new Deferred();
    court.toServer.resolve(value + 1);
  }
}

export const program: Program = async (operations) => {
  const court: Court = { toServer: new Deferred(), toReceiver: new Deferred() };
  const task = receiver(court, operations);
  let value = 0;
  for (let i = 0; i < operations; i += 1) {
    court.toReceiver.resolve(value);
    value = await court.toServer.promise;
    court.toServer = new Deferred();
  }
  await task;
  return value;
};
