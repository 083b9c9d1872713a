/** Make tasks that sleep, let them fall asleep, cancel them all and gather them. */
import { CancelledError, coroutine, createTask, gather, run, sleep } from '../../index.js';
import type { Program } from '../program.js';

const child = coroutine(function* child() {
  yield* sleep(3600);
});

const main = coroutine(function* main(operations: number) {
  const tasks = Array.from({ length: operations }, () => createTask(child()));
  yield* sleep(0);
  for (const task of tasks) task.cancel();
  const outcomes: unknown[] = yield* gather(...tasks, { returnExceptions: true });
  return outcomes.filter((outcome) => outcome instanceof CancelledError).length;
});

export const program: Program = (operations, { observer }) => run(main(operations), { observer });
