/**
 * Locks, released by anybody, and given up by those who wait.
 */
import { call } from '../build.js';
import type { Feature } from './feature.js';
import { asking, awaiting, calling, entering, replacing, showing } from './methods.js';
import { racing } from './races.js';

const make = () => call('asyncio.Lock');

export const locks: Feature = {
  name: 'locks',
  probability: 0.2,
  declare: (author) => author.make('lock', 2, make),
  phrases: [
    { weight: 6, isPlain: true, write: racing(calling('lock', 'release')) },
    { weight: 1, isPlain: true, isSafe: true, write: asking('lock', ['locked']) },
    { weight: 1, isPlain: true, isSafe: true, write: showing('lock') },
    { weight: 0.2, isPlain: true, isSafe: true, write: replacing('lock', make) },
  ],
  awaitables: [{ weight: 6, isCoroutine: true, write: awaiting('lock', 'acquire') }],
  managers: [{ weight: 6, write: entering('lock') }],
};
