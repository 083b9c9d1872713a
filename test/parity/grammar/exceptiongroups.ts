/**
 * Exception groups, raised by hand and taken apart.
 */
import { call, list, method, name, print } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import type { Feature } from './feature.js';
import { groups } from './groups.js';
import { type Place, pickLocal } from './place.js';

export const exceptionGroups: Feature = {
  name: 'exception groups',
  probability: 0.2,
  phrases: [
    { weight: 2, isPlain: true, write: raise },
    { weight: 2, isPlain: true, write: takeApart },
  ],
};

/** Tell whether a program has exception groups to be caught. */
export function hasExceptionGroups(author: Author): boolean {
  return author.uses(groups) || author.uses(exceptionGroups);
}

function raise({ author }: Place): Block {
  return [{ do: 'raise', error: group(author, 0) }];
}

function group(author: Author, depth: number): Expression {
  const { random } = author;
  const kind = random.chance(0.5) ? 'ExceptionGroup' : 'BaseExceptionGroup';
  const errors = Array.from({ length: random.between(random.chance(0.1) ? 0 : 1, 3) }, () => {
    if (depth < 2 && random.chance(0.2)) return group(author, depth + 1);
    if (random.chance(0.05)) return 1;
    return random.chance(0.1) ? call('asyncio.CancelledError') : author.error();
  });
  return call(kind, [author.text(), list(errors)]);
}

/** Print what of the error that is handled is of a class, and perhaps the rest. */
export function takeApart(place: Place): Block | undefined {
  const { author, random } = place;
  const error = pickLocal(place, 'error');
  if (error === undefined) return undefined;
  const matcher = random.weighted({
    [author.errorClass()]: 6,
    'asyncio.CancelledError': 2,
    [random.pick(author.callbacks)]: 1,
  });
  const part = random.pick(['split', 'split', 'subgroup']);
  return [print(author.label(), method(error, part, [name(matcher)]))];
}
