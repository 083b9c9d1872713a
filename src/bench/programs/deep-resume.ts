/** A chain of fifty calls whose last one gives up its turn again and again. */
import { type Coroutine, coroutine, run, sleep } from '../../index.js';
import type { Program } from '../program.js';

// Under its own name the function would call itself as a bare generator, which no task can resume alone.
const call: (depth: number, operations: number) => Coroutine<number> = coroutine(
  function* nested(depth, operations) {
    if (depth > 1) return yield* call(depth - 1, operations);
    let turns = 0;
    for (let i = 0; i < operations; i += 1) {
      yield* sleep(0);
      turns += 1;
    }
    return turns;
  },
);

export const program: Program = (operations, { observer }) =>
  run(call(50, operations), { observer });
