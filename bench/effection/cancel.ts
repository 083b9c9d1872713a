/** Spawn tasks that sleep, let them fall asleep, and halt them all. */
import { type Operation, run, sleep, spawn, type Task } from 'effection';
import type { Program } from '../../src/bench/program.js';
import { turn } from './turn.js';

function* child(): Operation<void> {
  yield* sleep(3_600_000);
}

export const program: Program = (operations) =>
  run(function* () {
    const tasks: Task<void>[] = [];
    for (let i = 0; i < operations; i += 1) tasks.push(yield* spawn(child));
    yield* turn();
    let halted = 0;
    for (const task of tasks) {
      yield* task.halt();
      halted += 1;
    }
    return halted;
  });
