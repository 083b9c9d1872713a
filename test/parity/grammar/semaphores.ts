/**
 * Semaphores, bounded and not, released more often than they were acquired.
 */
import { call, evaluate, method } from '../build.js';
import type { Expression } from '../program.js';
import type { Author } from './author.js';
import { type Contention, contending } from './contention.js';
import type { Feature } from './feature.js';
import { asking, awaiting, calling, entering, replacing, showing } from './methods.js';
import { racing } from './races.js';

const contention: Contention = {
  kind: 'semaphore',
  wait: (_, semaphore) => method(semaphore, 'acquire'),
  give: (_, semaphore) => [evaluate(method(semaphore, 'release'))],
};

export const semaphores: Feature = {
  name: 'semaphores',
  probability: 0.2,
  declare: (author) => author.make('semaphore', 2, make),
  phrases: [
    { weight: 4, write: contending(contention) },
    { weight: 6, isPlain: true, write: racing(calling('semaphore', 'release')) },
    { weight: 1, isPlain: true, isSafe: true, write: asking('semaphore', ['locked']) },
    { weight: 1, isPlain: true, isSafe: true, write: showing('semaphore') },
    { weight: 0.2, isPlain: true, isSafe: true, write: replacing('semaphore', make) },
    { weight: 0.1, isPlain: true, write: replacing('semaphore', () => call(semaphore, [-1])) },
  ],
  awaitables: [{ weight: 6, isCoroutine: true, write: awaiting('semaphore', 'acquire') }],
  managers: [{ weight: 6, write: entering('semaphore') }],
};

const semaphore = 'asyncio.Semaphore';

function make({ random }: Author): Expression {
  const name = random.chance(0.4) ? 'asyncio.BoundedSemaphore' : semaphore;
  return call(name, random.chance(0.3) ? [] : [random.between(0, 2)]);
}
