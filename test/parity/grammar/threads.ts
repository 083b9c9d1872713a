/**
 * Threads: functions that block, on the loop's own pool and on a small one, awaited and given up.
 */
import { awaited, call, evaluate, list, loopCall, set } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import type { Feature } from './feature.js';
import { type Leveled, type Place, pickVariable, use } from './place.js';

export const threads: Feature = {
  name: 'threads',
  probability: 0.06,
  declare: (author) => author.make('pool', 1, pool),
  phrases: [
    { weight: 2, isPlain: true, write: begin },
    { weight: 0.5, write: fill },
  ],
  awaitables: [
    { weight: 5, isCoroutine: true, write: (place) => leveled(toThread(place.author)) },
    { weight: 3, write: (place) => leveled(inExecutor(place)) },
  ],
};

/** A pool of one thread or two. */
export function pool({ random }: Author): Expression {
  const options = { max_workers: random.between(1, 2) };
  return call('concurrent.futures.ThreadPoolExecutor', [], options);
}

function leveled(value: Expression): Leveled {
  return { value, level: Number.POSITIVE_INFINITY };
}

/** A function that blocks, or fails when it has blocked, and its arguments. */
export function work(author: Author): Expression[] {
  const how = author.random.chance(0.7) ? 'block' : 'crash';
  return [{ name: how }, author.label(), author.delay()];
}

function toThread(author: Author): Expression {
  return call('asyncio.to_thread', work(author));
}

function inExecutor(place: Place): Expression {
  const found = pickVariable(place, ['pool']);
  const executor = found && place.random.chance(0.6) ? use(found) : null;
  return loopCall('run_in_executor', [executor, ...work(place.author)]);
}

/** Begin something that goes on whoever waits for it. */
function begin(place: Place): Block | undefined {
  const variable = pickVariable(place, ['gathering', 'task'], 'await');
  if (variable === undefined) return undefined;
  if (variable.kind === 'gathering') return [set(variable.name, inExecutor(place))];
  return [set(variable.name, call('asyncio.create_task', [toThread(place.author)]))];
}

/** Ask for more than there are threads in the pool. */
function fill(place: Place): Block {
  const calls = Array.from({ length: 3 }, () => inExecutor(place));
  const options = { timeout: place.author.delay() };
  return [evaluate(awaited(call('asyncio.wait', [list(calls)], options)))];
}
