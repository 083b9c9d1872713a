/** A chain of fifty calls whose last one gives up its turn, begun anew each time. */
import { type Coroutine, coroutine, run, sleep } from '../../index.js';
import type { Program } from '../program.js';

// Under its own name the function would call itself as a bare generator, not as a coroutine.
const call: (depth: number) => Coroutine<number> = coroutine(function* nested(depth) {
  if (depth > 1) return 1 + (yield* call(depth - 1));
  yield* sleep(0);
  return 1;
});

const main = coroutine(function* main(operations: number) {
  let sum = 0;
  for (let i = 0; i < operations; i += 1) sum += yield* call(50);
  return sum;
});

export const program: Program = (operations, { observer }) => run(main(operations), { observer });
