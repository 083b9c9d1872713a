/** Two tasks answer each other, with a new future for each message. */
import { coroutine, createTask, Future, run } from '../../index.js';
import type { Program } from '../program.js';

interface Court {
  toServer: Future<number>;
  toReceiver: Future<number>;
}

const receiver = coroutine(function* receiver(court: Court, operations: number) {
  for (let i = 0; i < operations; i += 1) {
    const value = yield* court.toReceiver;
    court.toReceiver = new Future();
    court.toServer.setResult(value + 1);
  }
});

const main = coroutine(function* main(operations: number) {
  const court: Court = { toServer: new Future(), toReceiver: new Future() };
  const task = createTask(receiver(court, operations));
  let value = 0;
  for (let i = 0; i < operations; i += 1) {
    court.toReceiver.setResult(value);
    value = yield* court.toServer;
    court.toServer = new Future();
  }
  yield* task;
  return value;
});

export const program: Program = (operations, { observer }) => run(main(operations), { observer });
