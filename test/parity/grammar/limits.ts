/**
 * Time limits: `timeout` and `timeout_at`, nested and moved, and `wait_for`.
 */
import { awaited, call, evaluate, loopCall, method, print } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import type { Feature } from './feature.js';
import { entering, replacing, showing } from './methods.js';
import {
  type Leveled,
  MAX_NESTING,
  type Place,
  pickAwaitable,
  pickLocal,
  pickVariable,
  use,
} from './place.js';

export const limits: Feature = {
  name: 'limits',
  probability: 0.5,
  declare(author) {
    author.declare('timeout', author.random.between(0, 1));
    return [];
  },
  phrases: [
    { weight: 1, isPlain: true, write: reschedule },
    { weight: 1, isPlain: true, write: ask },
    { weight: 2, write: awaitWithin },
    { weight: 0.5, isPlain: true, write: show },
    { weight: 0.3, isPlain: true, isSafe: true, write: showing('timeout') },
    { weight: 0.3, isPlain: true, isSafe: true, write: replacing('timeout', make) },
  ],
  awaitables: [{ weight: 4, isCoroutine: true, write: waitFor }],
  managers: [
    { weight: 8, local: 'timeout', write: manager },
    { weight: 1, local: 'timeout', write: entering('timeout') },
    { weight: 0.5, local: 'timeout', write: (place) => pickLocal(place, 'timeout') },
  ],
};

function manager({ author, random }: Place): Expression {
  return random.chance(0.7)
    ? call('asyncio.timeout', [limit(author)])
    : call('asyncio.timeout_at', [{ add: [loopCall('time'), author.delay()] }]);
}

/** One that several functions may enter, or the same one twice. */
function make(author: Author): Expression {
  return call('asyncio.timeout', [limit(author)]);
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

function reschedule(place: Place): Block | undefined {
  const { author, random } = place;
  const timeout = pickTimeout(place);
  if (timeout === undefined) return undefined;
  const when = random.chance(0.2) ? null : { add: [loopCall('time'), author.delay()] as const };
  return [evaluate(method(timeout, 'reschedule', [when]))];
}

function ask(place: Place): Block | undefined {
  const timeout = pickTimeout(place);
  if (timeout === undefined) return undefined;
  return [print(place.author.label(), method(timeout, 'expired'), method(timeout, 'when'))];
}

function show(place: Place): Block | undefined {
  const timeout = pickLocal(place, 'timeout');
  if (timeout === undefined) return undefined;
  return [print(place.author.label(), call('str', [timeout]))];
}

function pickTimeout(place: Place): Expression | undefined {
  const variable = pickVariable(place, ['timeout']);
  const local = pickLocal(place, 'timeout');
  if (variable === undefined || (local !== undefined && place.random.chance(0.7))) return local;
  return use(variable);
}
