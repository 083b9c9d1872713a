/** A hundred tasks give up their turns to one another. */
import { coroutine, createTask, gather, run, sleep } from '../../index.js';
import type { Program } from '../program.js';

const child = coroutine(function* child(turns: number) {
  let taken = 0;
  for (let i = 0; i < turns; i += 1) {
    yield* sleep(0);
    taken += 1;
  }
  return taken;
});

const main = coroutine(function* main(operations: number) {
  const tasks = Array.from({ length: 100 }, () => createTask(child(operations / 100)));
  const taken = yield* gather(...tasks);
  return taken.reduce((sum, turns) => sum + turns, 0);
});

export const program: Program = (operations, { observer }) => run(main(operations), { observer });
