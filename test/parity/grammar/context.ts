/**
 * Context variables, across tasks and callbacks.
 */
import { call, evaluate, method, print, set } from '../build.js';
import type { Block } from '../program.js';
import type { Feature } from './feature.js';
import { type Place, pickVariable, use } from './place.js';
import { eager } from './tasks.js';

export const context: Feature = {
  name: 'context',
  probability: 0.2,
  declare(author) {
    const [variable] = author.declare('variable', 1);
    author.declare('token', 1);
    const options = author.random.chance(0.5) ? { default: 0 } : undefined;
    return [set(variable?.name ?? '', call('contextvars.ContextVar', ['variable'], options))];
  },
  phrases: [
    { weight: 2, isPlain: true, isSafe: true, write: setVariable },
    { weight: 3, isPlain: true, write: get },
    { weight: 1, isPlain: true, write: reset },
    { weight: 1, write: runInCopy },
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

function runInCopy({ author, random }: Place): Block | undefined {
  // A callback may make a task, and an eager one may come here again, without end.
  if (author.uses(eager)) return undefined;
  const callback = { name: random.pick(author.callbacks) };
  return [evaluate(method(call('contextvars.copy_context'), 'run', [callback]))];
}

function getFromCopy(place: Place): Block | undefined {
  const variable = pickVariable(place, ['variable']);
  if (variable === undefined) return undefined;
  const copy = call('contextvars.copy_context');
  return [print(place.author.label(), method(copy, 'get', [use(variable), 'none']))];
}
