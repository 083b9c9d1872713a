/**
 * Events, set and cleared while tasks wait for them.
 */
import { call, evaluate, method } from '../build.js';
import { type Contention, contending } from './contention.js';
import type { Feature } from './feature.js';
import { asking, awaiting, calling, replacing, showing } from './methods.js';
import { racing } from './races.js';

const make = () => call('asyncio.Event');

const contention: Contention = {
  kind: 'event',
  wait: (_, event) => method(event, 'wait'),
  give: ({ random }, event) => [evaluate(method(event, random.chance(0.3) ? 'clear' : 'set'))],
};

export const events: Feature = {
  name: 'events',
  probability: 0.15,
  declare: (author) => author.make('event', 2, make),
  phrases: [
    { weight: 3, write: contending(contention) },
    { weight: 4, isPlain: true, isSafe: true, write: racing(calling('event', 'set')) },
    { weight: 3, isPlain: true, isSafe: true, write: calling('event', 'clear') },
    { weight: 1, isPlain: true, isSafe: true, write: asking('event', ['is_set']) },
    { weight: 1, isPlain: true, isSafe: true, write: showing('event') },
    { weight: 0.2, isPlain: true, isSafe: true, write: replacing('event', make) },
  ],
  awaitables: [{ weight: 6, isCoroutine: true, write: awaiting('event', 'wait') }],
};
