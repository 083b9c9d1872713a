/**
 * Reports: made by hand, and taken by a handler that fails itself or by none.
 *
 * A program has one handler for all its time: CPython makes some reports at no definite moment, and
 * who takes them must not depend on it.
 */
import { evaluate, loopCall, name, print } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import type { Feature } from './feature.js';
import type { Place } from './place.js';

export const reports: Feature = {
  name: 'reports',
  probability: 0.15,
  phrases: [
    { weight: 2, isPlain: true, write: make },
    { weight: 0.5, isPlain: true, isSafe: true, write: readHandler },
  ],
};

/** Return a statement that sets the handler of the whole program, if it has one. */
export function setHandler(author: Author): Block {
  const { random } = author;
  const handler = author.uses(reports) ? random.pick(['fail', 'report', 'none']) : 'report';
  if (handler === 'none' || random.chance(0.1)) return [];
  return [evaluate(loopCall('set_exception_handler', [name(handler)]))];
}

function readHandler({ author }: Place): Block {
  return [print(author.label(), loopCall('get_exception_handler'))];
}

function make({ author, random }: Place): Block {
  const context: Record<string, Expression> = { message: author.text() };
  if (random.chance(0.5)) context.exception = author.error();
  return [evaluate(loopCall('call_exception_handler', [{ dict: context }]))];
}
