/** Spawn tasks that sleep, and look at the memory while all of them do. */
import { type Operation, run, sleep, spawn, type Task } from 'effection';
import type { Program } from '../../src/bench/program.js';

function* child(): Operation<void> {
  yield* sleep(3_600_000);
}

export const program: Program = (operations, { allAsleep }) =>
  run(function* () {
    const tasks: Task<void>[] = [];
    for (let i = 0; i < operations; i += 1) tasks.push(yield* spawn(child));
    yield* sleep(1);
    allAsleep();
    for (const task of tasks) yield* task;
    return operations;
  });
