/** A hundred tasks give up their turns to one another. */
import { type Operation, run, spawn, type Task } from 'effection';
import type { Program } from '../../src/bench/program.js';
import { turn } from './turn.js';

function* child(turns: number): Operation<number> {
  let taken = 0;
  for (let i = 0; i < turns; i += 1) {
    yield* turn();
    taken += 1;
  }
  return taken;
}

export const program: Program = (operations) =>
  run(function* () {
    const tasks: Task<number>[] = [];
    for (let i = 0; i < 100; i += 1) tasks.push(yield* spawn(() => child(operations / 100)));
    let taken = 0;
    for (const task of tasks) taken += yield* task;
    return taken;
  });
