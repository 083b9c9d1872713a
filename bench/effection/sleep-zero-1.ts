/** One task gives up its turn again and again. */
import { run } from 'effection';
import type { Program } from '../../src/bench/program.js';
import { turn } from './turn.js';

export const program: Program = (operations) =>
  run(function* () {
    let turns = 0;
    for (let i = 0; i < operations; i += 1) {
      yield* turn();
      turns += 1;
    }
    return turns;
  });
