/** Make tasks that sleep, and look at the memory while all of them do. */
import { coroutine, createTask, run, sleep } from '../../index.js';
import type { Program } from '../program.js';

const child = coroutine(function* child() {
  yield* sleep(3600);
});

const main = coroutine(function* main(operations: number, allAsleep: () => void) {
  const tasks = Array.from({ length: operations }, () => createTask(child()));
  yield* sleep(0);
  allAsleep();
  for (const task of tasks) yield* task;
  return operations;
});

export const program: Program = (operations, { observer, allAsleep }) =>
  run(main(operations, allAsleep), { observer });
