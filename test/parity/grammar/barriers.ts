/**
 * Barriers, reset and aborted while tasks wait at them and while they drain.
 */
import { call, evaluate, method } from '../build.js';
import type { Expression } from '../program.js';
import type { Author } from './author.js';
import { type Contention, contending } from './contention.js';
import type { Feature } from './feature.js';
import { awaiting, entering, reading, replacing, showing } from './methods.js';

const contention: Contention = {
  kind: 'barrier',
  wait: (_, barrier) => method(barrier, 'wait'),
  give({ random }, barrier) {
    const next = random.weighted({ wait: 3, reset: 1, abort: 0.5 });
    return [evaluate(call('asyncio.create_task', [method(barrier, next)]))];
  },
};

export const barriers: Feature = {
  name: 'barriers',
  probability: 0.15,
  declare: (author) => author.make('barrier', 2, make),
  phrases: [
    { weight: 3, write: contending(contention) },
    { weight: 1, isPlain: true, write: reading('barrier', ['parties', 'n_waiting', 'broken']) },
    { weight: 1, isPlain: true, isSafe: true, write: showing('barrier') },
    { weight: 0.2, isPlain: true, isSafe: true, write: replacing('barrier', make) },
    { weight: 0.1, isPlain: true, write: replacing('barrier', () => call(barrier, [0])) },
  ],
  awaitables: [
    { weight: 8, isCoroutine: true, write: awaiting('barrier', 'wait') },
    { weight: 1, isCoroutine: true, write: awaiting('barrier', 'reset') },
    { weight: 1, isCoroutine: true, write: awaiting('barrier', 'abort') },
  ],
  managers: [{ weight: 6, write: entering('barrier') }],
};

const barrier = 'asyncio.Barrier';

function make({ random }: Author): Expression {
  return call(barrier, [random.between(1, 3)]);
}
