/**
 * Time limits: `timeout` and `timeout_at`, nested and moved, and `wait_for`.
 */
import { awaited, call, evaluate, loopCall, method, name, print } from '../build.js';
import type { Block, Expression, Statement } from '../program.js';
import {
  type Author,
  type Feature,
  type Leveled,
  MAX_NESTING,
  type Place,
  pickAwaitable,
} from './author.js';

export const limits: Feature = {
  name: 'limits',
  probability: 0.6,
  phrases: [
    { weight: 1, isPlain: true, write: reschedule },
    { weight: 1, isPlain: true, write: ask },
    { weight: 2, write: awaitWithin },
  ],
  awaitables: [{ weight: 4, isCoroutine: true, write: waitFor }],
};

/** Put statements under a time limit. */
export function limited({ author, random }: Place, as: string, body: Block): Statement {
  const manager = random.chance(0.7)
    ? call('asyncio.timeout', [limit(author)])
    : call('asyncio.timeout_at', [{ add: [loopCall('time'), author.delay()] }]);
  return { do: 'async with', manager, as, body };
}

function limit(author: Author): Expression {
  return author.random.chance(0.1) ? null : author.delay();
}

function waitFor(place: Place): Leveled | undefined {
  if (place.nesting > MAX_NESTING) return undefined;
  const { value, level } = pickAwaitable(place);
  return { value: call('asyncio.wait_for', [value, limit(place.author)]), level };
}

function awaitWithin(place: Place): Block | undefined {
  const within = waitFor(place);
  return within && [print(place.author.label(), awaited(within.value))];
}

function timeoutOf(place: Place): Expression | undefined {
  const found = place.locals.filter(({ kind }) => kind === 'timeout');
  return found.length === 0 ? undefined : name(place.random.pick(found).name);
}

function reschedule(place: Place): Block | undefined {
  const { author, random } = place;
  const timeout = timeoutOf(place);
  if (timeout === undefined) return undefined;
  const when = random.chance(0.2) ? null : { add: [loopCall('time'), author.delay()] as const };
  return [evaluate(method(timeout, 'reschedule', [when]))];
}

function ask(place: Place): Block | undefined {
  const timeout = timeoutOf(place);
  if (timeout === undefined) return undefined;
  return [print(place.author.label(), method(timeout, 'expired'), method(timeout, 'when'))];
}
