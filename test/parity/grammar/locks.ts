/**
 * Locks, released by anybody, and given up by those who wait.
 */
import { call, evaluate, method } from '../build.js';
import { type Contention, contending } from './contention.js';
import type { Feature } from './feature.js';
import { asking, awaiting, calling, entering, replacing, showing } from './methods.js';
import { racing } from './races.js';

const make = () => call('asyncio.Lock');

const contention: Contention = {
  kind: 'lock',
  wait: (_, lock) => method(lock, 'acquire'),
  give: (_, lock) => [evaluate(method(lock, 'release'))],
};

export const locks: Feature = {
  name: 'locks',
  probability: 0.2,
  declare: (author) => author.make('lock', 2, make),
  phrases: [
    { weight: 4, write: contending(contention) },
    { weight: 6, isPlain: true, write: racing(calling('lock', 'release')) },
    { weight: 1, isPlain: true, isSafe: true, write: asking('lock', ['locked']) },
    { weight: 1, isPlain: true, isSafe: true, write: showing('lock') },
    { weight: 0.2, isPlain: true, isSafe: true, write: replacing('lock', make) },
  ],
  awaitables: [{ weight: 6, isCoroutine: true, write: awaiting('lock', 'acquire') }],
  managers: [{ weight: 6, write: entering('lock') }],
};
