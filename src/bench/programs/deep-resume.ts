/** A chain of fifty calls whose last one gives up its turn again and again. */
import { type Body, coroutine, run, sleep } from '../../index.js';
import type { Program } from '../program.js';

const call = coroutine(function* call(depth: number, operations: number): Body<number> {
  if (depth > 1) return yield* call(depth - 1, operations);
  let turns = 0;
  for (let i = 0; i < operations; i += 1) {
    yield* sleep(0);
    turns += 1;
  }
  return turns;
});

export const program: Program = (operations, { observer }) =>
  run(call(50, operations), { observer });
