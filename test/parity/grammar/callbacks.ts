/**
 * Callbacks of the loop, soon and later, and their handles; stopping the loop.
 */
import { call, evaluate, loopCall, method, name, print, set } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Feature } from './feature.js';
import { type Place, pickVariable, use } from './place.js';

export const callbacks: Feature = {
  name: 'callbacks',
  probability: 0.6,
  declare(author) {
    author.declare('handle', 1);
    author.declare('timer', author.random.between(1, 2));
    return [];
  },
  phrases: [
    { weight: 3, isPlain: true, isSafe: true, write: soon },
    { weight: 4, isPlain: true, isSafe: true, write: later },
    { weight: 2, isPlain: true, write: cancel },
    { weight: 1, isPlain: true, write: ask },
    { weight: 0.05, isPlain: true, isSafe: true, write: () => [evaluate(loopCall('stop'))] },
    { weight: 0.05, isSafe: true, write: crowd },
  ],
};

function soon(place: Place): Block | undefined {
  const handle = pickVariable(place, ['handle']);
  if (handle === undefined) return undefined;
  const how = place.random.chance(0.9) ? 'call_soon' : 'call_soon_threadsafe';
  return [set(handle.name, loopCall(how, callback(place), context(place)))];
}

/** More than a queue has room for at first. */
function crowd(place: Place): Block | undefined {
  const body = soon(place);
  return body && [{ do: 'repeat', times: 70, body }];
}

function later(place: Place): Block | undefined {
  const { author, random } = place;
  const timer = pickVariable(place, ['timer']);
  if (timer === undefined) return undefined;
  const value = random.chance(0.6)
    ? loopCall('call_later', [author.delay(), ...callback(place)], context(place))
    : loopCall('call_at', [{ add: [loopCall('time'), author.delay()] }, ...callback(place)]);
  return [set(timer.name, value)];
}

/** A function to call, and its arguments. */
function callback({ author, random }: Place): Expression[] {
  if (random.chance(0.2)) return [name('print'), author.label()];
  return [name(random.pick(author.callbacks))];
}

function context({ random }: Place): Record<string, Expression> {
  return random.chance(0.2) ? { context: call('contextvars.copy_context') } : {};
}

function cancel(place: Place): Block | undefined {
  const handle = pickVariable(place, ['handle', 'timer']);
  return handle && [evaluate(method(use(handle), 'cancel'))];
}

function ask(place: Place): Block | undefined {
  const { author, random } = place;
  const handle = pickVariable(place, ['handle', 'timer']);
  if (handle === undefined) return undefined;
  const question = handle.kind === 'timer' && random.chance(0.5) ? 'when' : 'cancelled';
  return [print(author.label(), method(use(handle), question))];
}
