/** Spawn tasks that sleep for random times, and await them all. */
import { type Operation, run, sleep, spawn, type Task } from 'effection';
import type { Program } from '../../src/bench/program.js';
import { delays } from '../../src/bench/random.js';

function* child(delay: number, value: number): Operation<number> {
  yield* sleep(delay * 1000);
  return value;
}

export const program: Program = (operations) =>
  run(function* () {
    const tasks: Task<number>[] = [];
    for (const [i, delay] of delays(operations).entries()) {
      tasks.push(yield* spawn(() => child(delay, i)));
    }
    let sum = 0;
    for (const task of tasks) sum += yield* task;
    return sum;
  });
