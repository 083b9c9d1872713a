/** A chain of fifty calls whose last one gives up its turn, begun anew each time. */
import { type Operation, run } from 'effection';
import type { Program } from '../../src/bench/program.js';
import { turn } from './turn.js';

function* call(depth: number): Operation<number> {
  if (depth > 1) return 1 + (yield* call(depth - 1));
  yield* turn();
  return 1;
}

export const program: Program = (operations) =>
  run(function* () {
    let sum = 0;
    for (let i = 0; i < operations; i += 1) sum += yield* call(50);
    return sum;
  });
