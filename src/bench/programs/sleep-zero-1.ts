/** One task gives up its turn again and again. */
import { coroutine, run, sleep } from '../../index.js';
import type { Program } from '../program.js';

const main = coroutine(function* main(operations: number) {
  let turns = 0;
  for (let i = 0; i < operations; i += 1) {
    yield* sleep(0);
    turns += 1;
  }
  return turns;
});

export const program: Program = (operations, { observer }) => run(main(operations), { observer });
