/** A chain of fifty calls whose last one gives up its turn again and again. */
import { type Operation, run } from 'effection';
import type { Program } from '../../src/bench/program.js';
import { turn } from './turn.js';

function* call(depth: number, operations: number): Operation<number> {
  if (depth > 1) return yield* call(depth - 1, operations);
  let turns = 0;
  for (let i = 0; i < operations; i += 1) {
    yield* turn();
    turns += 1;
  }
  return turns;
}

export const program: Program = (operations) => run(() => call(50, operations));
