/**
 * Queues of all kinds, small ones above all, and shut down while tasks wait at both ends.
 */
import { call, evaluate, list, method } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import { type Contention, contending } from './contention.js';
import type { Feature } from './feature.js';
import { asking, awaiting, calling, reading, replacing, showing } from './methods.js';
import type { Place } from './place.js';
import { racing } from './races.js';

const getting: Contention = {
  kind: 'queue',
  wait: (_, queue) => method(queue, 'get'),
  give: ({ author }, queue) => [
    evaluate(
      author.random.chance(0.1)
        ? method(queue, 'shutdown', how(author))
        : method(queue, 'put_nowait', item(author)),
    ),
  ],
};

const putting: Contention = {
  kind: 'queue',
  wait: ({ author }, queue) => method(queue, 'put', item(author)),
  give: ({ author }, queue) => [
    evaluate(
      author.random.chance(0.1)
        ? method(queue, 'shutdown', how(author))
        : method(queue, 'get_nowait'),
    ),
  ],
};

export const queues: Feature = {
  name: 'queues',
  probability: 0.3,
  declare: (author) => author.make('queue', 2, make),
  phrases: [
    { weight: 3, write: contending(getting) },
    { weight: 3, write: contending(putting) },
    { weight: 4, isPlain: true, write: racing(calling('queue', 'put_nowait', item)) },
    { weight: 3, isPlain: true, write: racing(asking('queue', ['get_nowait'])) },
    { weight: 3, isPlain: true, write: racing(calling('queue', 'task_done')) },
    { weight: 1, isPlain: true, isSafe: true, write: racing(calling('queue', 'shutdown', how)) },
    { weight: 1, isPlain: true, isSafe: true, write: asking('queue', ['qsize', 'empty', 'full']) },
    { weight: 0.3, isPlain: true, isSafe: true, write: reading('queue', ['maxsize']) },
    { weight: 1, isPlain: true, isSafe: true, write: showing('queue') },
    { weight: 0.2, isPlain: true, isSafe: true, write: replacing('queue', make) },
    { weight: 0.2, write: crowd },
  ],
  awaitables: [
    { weight: 5, isCoroutine: true, write: awaiting('queue', 'get') },
    { weight: 5, isCoroutine: true, write: awaiting('queue', 'put', item) },
    { weight: 2, isCoroutine: true, write: awaiting('queue', 'join') },
  ],
};

function make({ random }: Author): Expression {
  const kind = random.weighted({ Queue: 4, PriorityQueue: 2, LifoQueue: 1 });
  return call(`asyncio.${kind}`, random.chance(0.3) ? [] : [random.between(0, 2)]);
}

/** Numbers as a rule; between others and those there may be no order, and a priority queue fails. */
function item({ random }: Author): Expression[] {
  if (random.chance(0.1)) return [random.pick(['x', 'y'])];
  if (random.chance(0.1)) return [list([random.between(1, 3), random.pick([1, 2, 'x', true])])];
  if (random.chance(0.05)) return [list([random.between(1, 3), list([1, random.pick([null, 2])])])];
  return [random.between(1, 9)];
}

function how({ random }: Author): Expression[] {
  return random.chance(0.6) ? [true] : [];
}

/** More than a queue has room for at first. */
function crowd(place: Place): Block | undefined {
  const body = calling('queue', 'put_nowait', item)(place);
  return body && [{ do: 'repeat', times: 20, body }];
}
