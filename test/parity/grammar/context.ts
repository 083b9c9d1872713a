/**
 * Context variables, across tasks and callbacks.
 */
import { call, evaluate, loopCall, method, name, print, set } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Feature } from './feature.js';
import { type Place, pickAwaitable, pickVariable, use } from './place.js';
import { eager } from './tasks.js';

export const context: Feature = {
  name: 'context',
  probability: 0.2,
  declare(author) {
    const { random } = author;
    const variables = author.declare('variable', random.between(1, 2));
    author.declare('token', random.between(1, 2));
    author.declare('copy', 1);
    return variables.map(({ name }) => {
      const options = random.chance(0.5) ? { default: 0 } : undefined;
      return set(name, call('contextvars.ContextVar', [name], options));
    });
  },
  phrases: [
    { weight: 2, isPlain: true, isSafe: true, write: setVariable },
    { weight: 3, isPlain: true, write: get },
    { weight: 1, isPlain: true, write: reset },
    { weight: 1, isPlain: true, write: resetTwice },
    { weight: 1, write: runInCopy },
    { weight: 1, isPlain: true, write: scheduleInCopy },
    { weight: 0.5, isPlain: true, isSafe: true, write: replaceCopy },
    { weight: 1, isPlain: true, isSafe: true, write: getFromCopy },
  ],
};

function setVariable(place: Place): Block | undefined {
  const variable = pickVariable(place, ['variable']);
  const token = pickVariable(place, ['token']);
  if (variable === undefined || token === undefined) return undefined;
  return [set(token.name, method(use(variable), 'set', [place.random.between(1, 9)]))];
}

function get(place: Place): Block | undefined {
  const variable = pickVariable(place, ['variable']);
  if (variable === undefined) return undefined;
  const fallback = place.random.chance(0.3) ? ['none'] : [];
  return [print(place.author.label(), method(use(variable), 'get', fallback))];
}

function reset(place: Place): Block | undefined {
  const variable = pickVariable(place, ['variable']);
  const token = pickVariable(place, ['token']);
  if (variable === undefined || token === undefined) return undefined;
  return [evaluate(method(use(variable), 'reset', [use(token)]))];
}

/** A token is good for one time. */
function resetTwice(place: Place): Block | undefined {
  const first = setVariable(place);
  const again = reset(place);
  return first && again && [...first, ...again, ...again];
}

function runInCopy(place: Place): Block | undefined {
  const { author, random } = place;
  // A callback may make a task, and an eager one may come here again, without end.
  if (author.uses(eager)) return undefined;
  const callback = { name: random.pick(author.callbacks) };
  return [evaluate(method(aCopy(place), 'run', [callback]))];
}

/** Run something in a context that others may be in, one after the other. */
function scheduleInCopy(place: Place): Block | undefined {
  const { author, random } = place;
  const context = aCopy(place);
  const task = pickVariable(place, ['task'], 'await');
  if (random.chance(0.5) || task === undefined || author.uses(eager)) {
    return [evaluate(loopCall('call_soon', [name(random.pick(author.callbacks))], { context }))];
  }
  const { value } = pickAwaitable({ ...place, level: task.level }, true);
  return [set(task.name, call('asyncio.create_task', [value], { context }))];
}

function replaceCopy(place: Place): Block | undefined {
  const copy = pickVariable(place, ['copy']);
  return copy && [set(copy.name, call('contextvars.copy_context'))];
}

/** A new context, or one that is used more than once. */
function aCopy(place: Place): Expression {
  const copy = pickVariable(place, ['copy']);
  return copy && place.random.chance(0.6) ? use(copy) : call('contextvars.copy_context');
}

function getFromCopy(place: Place): Block | undefined {
  const variable = pickVariable(place, ['variable']);
  if (variable === undefined) return undefined;
  const copy = aCopy(place);
  return [print(place.author.label(), method(copy, 'get', [use(variable), 'none']))];
}
