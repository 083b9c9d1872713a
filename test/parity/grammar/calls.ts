/**
 * Calls on threads by themselves: futures of `concurrent.futures`, which belong to no loop.
 */
import { call, evaluate, method, name, print, set, when } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import type { Feature } from './feature.js';
import { asking, showing } from './methods.js';
import { type Leveled, type Place, pickVariable, use } from './place.js';
import { pool, threads, work } from './threads.js';

export const calls: Feature = {
  name: 'calls',
  probability: 0.05,
  declare(author) {
    const pools = author.uses(threads) ? [] : author.make('pool', 1, pool);
    return [...pools, ...author.make('call', 2, submitted)];
  },
  phrases: [
    { weight: 4, isPlain: true, write: submit },
    { weight: 1, isPlain: true, write: shutDown },
    { weight: 1, isPlain: true, write: asking('call', ['done', 'running', 'cancelled']) },
    { weight: 1, isPlain: true, write: asking('call', ['cancel']) },
    { weight: 2, isPlain: true, write: showing('call') },
    { weight: 2, isPlain: true, write: lookAt },
    { weight: 1, isPlain: true, write: callBack },
  ],
  awaitables: [{ weight: 4, write: wrapped }],
};

function submit(place: Place): Block | undefined {
  const found = pickVariable(place, ['call']);
  return found && [set(found.name, submitted(place.author))];
}

function submitted(author: Author): Expression {
  const pools = author.variables.filter(({ kind }) => kind === 'pool');
  return method(use(author.random.pick(pools)), 'submit', work(author));
}

function shutDown(place: Place): Block | undefined {
  const executor = pickVariable(place, ['pool']);
  const options: Record<string, Expression> = place.random.chance(0.5)
    ? { cancel_futures: true }
    : {};
  return executor && [evaluate(method(use(executor), 'shutdown', [], { wait: false, ...options }))];
}

/** Ask for the result; before the end of the call that would block, and this library refuses it. */
function lookAt(place: Place): Block | undefined {
  const found = pickVariable(place, ['call']);
  const what = place.random.pick(['result', 'exception']);
  if (found === undefined) return undefined;
  return [
    when(method(use(found), 'done'), [print(place.author.label(), method(use(found), what))]),
  ];
}

/** A callback of the future is called at once where it is done already, else by its thread. */
function callBack(place: Place): Block | undefined {
  const found = pickVariable(place, ['call']);
  return found && [evaluate(method(use(found), 'add_done_callback', [name('print')]))];
}

function wrapped(place: Place): Leveled | undefined {
  const found = pickVariable(place, ['call']);
  if (found === undefined) return undefined;
  const value = call('asyncio.wrap_future', [use(found)]);
  return { value, level: Number.POSITIVE_INFINITY };
}
