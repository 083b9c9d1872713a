/**
 * Stream readers that are fed by hand, in small pieces and with small limits, while tasks read from
 * them, are cancelled in the middle, and read on.
 */
import { awaited, call, evaluate, method, name, print } from '../build.js';
import type { Block, Expression, Statement } from '../program.js';
import type { Author } from './author.js';
import { type Contention, contending } from './contention.js';
import type { Feature } from './feature.js';
import { asking, awaiting, calling, replacing, showing } from './methods.js';
import { type Place, pickVariable, use } from './place.js';
import { racing } from './races.js';

type Read = readonly [name: string, args: readonly Expression[]];

const contention: Contention = {
  kind: 'reader',
  wait: ({ author }, reader) => method(reader, ...read(author)),
  give: ({ author }, reader) => [
    evaluate(
      author.random.chance(0.15)
        ? method(reader, 'feed_eof')
        : method(reader, 'feed_data', piece(author)),
    ),
  ],
};

export const streams: Feature = {
  name: 'streams',
  probability: 0.15,
  declare: (author) => {
    author.declare('reader', author.random.between(1, 2));
    return [];
  },
  phrases: [
    { weight: 3, write: contending(contention) },
    { weight: 4, isPlain: true, write: racing(calling('reader', 'feed_data', piece)) },
    { weight: 1, isPlain: true, isSafe: true, write: racing(calling('reader', 'feed_eof')) },
    {
      weight: 0.3,
      isPlain: true,
      isSafe: true,
      write: racing(calling('reader', 'set_exception', failure)),
    },
    { weight: 1, isPlain: true, isSafe: true, write: asking('reader', ['at_eof', 'exception']) },
    { weight: 1, isPlain: true, isSafe: true, write: showing('reader') },
    { weight: 0.3, isPlain: true, isSafe: true, write: replacing('reader', makeReader) },
    { weight: 3, write: reading },
    { weight: 0.5, write: eachLine },
  ],
  awaitables: [
    { weight: 1, isCoroutine: true, write: awaiting('reader', 'readline') },
    { weight: 2, isCoroutine: true, write: awaiting('reader', 'read', count) },
    { weight: 2, isCoroutine: true, write: awaiting('reader', 'readexactly', count) },
    { weight: 2, isCoroutine: true, write: awaiting('reader', 'readuntil', separator) },
  ],
};

/** Make a reader, with a small limit as a rule. */
export function makeReader({ random }: Author): Expression {
  return call(
    'asyncio.StreamReader',
    [],
    random.chance(0.8) ? { limit: random.between(1, 8) } : {},
  );
}

/** Read, perhaps for so long only, and tell what there was of it. */
function reading(place: Place): Block | undefined {
  const { author, random } = place;
  const found = pickVariable(place, ['reader']);
  if (found === undefined) return undefined;
  const reader = use(found);
  const fed = random.chance(0.7) ? [evaluate(method(reader, 'feed_data', piece(author)))] : [];
  const ended = random.chance(0.3) ? [evaluate(method(reader, 'feed_eof'))] : [];
  const reads = method(reader, ...read(author));
  const value = awaited(
    random.chance(0.6) ? call('asyncio.wait_for', [reads, author.delay()]) : reads,
  );
  const error = (attribute: string): Expression => ({ get: attribute, of: name('e') });
  const told: Statement = {
    do: 'try',
    body: [print(author.label(), value)],
    except: [
      {
        error: 'asyncio.IncompleteReadError',
        as: 'e',
        body: [print(author.label(), error('partial'), error('expected'))],
      },
      {
        error: 'asyncio.LimitOverrunError',
        as: 'e',
        body: [print(author.label(), name('e'), error('consumed'))],
      },
    ],
  };
  return [...fed, ...ended, told, print(author.label(), call('str', [reader]))];
}

function eachLine(place: Place): Block | undefined {
  const { author } = place;
  const found = pickVariable(place, ['reader']);
  if (found === undefined) return undefined;
  return [
    { do: 'async for', name: 'line', in: use(found), body: [print(author.label(), name('line'))] },
  ];
}

function read(author: Author): Read {
  return author.random.pick<Read>([
    ['read', count(author)],
    ['readexactly', count(author)],
    ['readline', []],
    ['readuntil', separator(author)],
  ]);
}

function count({ random }: Author): Expression[] {
  return [random.chance(0.1) ? random.pick([0, -1]) : random.between(1, 9)];
}

/** Bytes with newlines and parts of separators in them. */
function piece({ random }: Author): Expression[] {
  const length = random.between(0, 6);
  const letters = Array.from({ length }, () => random.pick(['a', 'b', '\n', 'a', 'é']));
  return [call('encoded', [letters.join('')])];
}

function separator({ random }: Author): Expression[] {
  const one = () => random.pick(['a', 'b', 'ab', 'aba', '\n', 'b\n']);
  if (random.chance(0.05)) return [call('encoded', [''])];
  if (random.chance(0.5)) return [call('encoded', [one()])];
  return [call('several', Array.from({ length: random.between(0, 3) }, one))];
}

function failure(author: Author): Expression[] {
  return [author.error()];
}
