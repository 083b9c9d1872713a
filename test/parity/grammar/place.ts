/**
 * A place in a program, and what can be written there.
 */
import { call, name } from '../build.js';
import type { Expression } from '../program.js';
import type { Random } from '../random.js';
import type { Author, Kind, Variable } from './author.js';

/** What can be awaited or made a task of, and the lowest level of what is inside. */
export interface Leveled {
  readonly value: Expression;
  readonly level: number;
}

/** What a name that belongs to a function stands for. */
export type LocalKind = 'timeout' | 'group' | 'error';

/** Where something is written. */
export interface Place {
  readonly author: Author;
  readonly random: Random;
  readonly level: number;
  /** Whether it is in a coroutine, or in a callback. */
  readonly canAwait: boolean;
  /** How many blocks it is inside of. */
  readonly depth: number;
  /** How many awaitables it is inside of. */
  readonly nesting: number;
  /** Names that belong to the function. */
  readonly locals: readonly { readonly name: string; readonly kind: LocalKind }[];
}

/** Awaitables are not put into each other deeper than that. */
export const MAX_NESTING = 2;

/** Return one of the variables of some kinds; of what is awaited, only those of a higher level. */
export function pickVariable(
  { author, random, level }: Place,
  kinds: readonly Kind[],
  use: 'await' | 'any' = 'any',
): Variable | undefined {
  const found = author.variables.filter(
    (it) => kinds.includes(it.kind) && (use === 'any' || it.level > level),
  );
  return found.length === 0 ? undefined : random.pick(found);
}

/** Return one of the function's names of a kind. */
export function pickLocal({ locals, random }: Place, kind: LocalKind): Expression | undefined {
  const found = locals.filter((it) => it.kind === kind);
  return found.length === 0 ? undefined : use(random.pick(found));
}

/** Return a call of one of the coroutine functions of a higher level. */
export function callFunction({ author, random, level }: Place): Leveled | undefined {
  const above = [...author.coroutines.keys()].filter((it) => it > level);
  if (above.length === 0) return undefined;
  const chosen = random.pick(above);
  return { value: call(author.coroutines[chosen] as string), level: chosen };
}

/** Return something to await. */
export function pickAwaitable(place: Place, coroutinesOnly = false): Leveled {
  const phrases = place.author.features
    .flatMap(({ awaitables = [] }) => awaitables)
    .filter((phrase) => !coroutinesOnly || phrase.isCoroutine);
  const deeper = { ...place, nesting: place.nesting + 1 };
  for (let attempts = 0; attempts < 10; attempts += 1) {
    const written = choose(place.random, phrases).write(deeper);
    if (written !== undefined) return written;
  }
  return { value: call('asyncio.sleep', [place.author.delay()]), level: Number.POSITIVE_INFINITY };
}

/** Return one of the phrases, the heavier ones more often. */
export function choose<P extends { readonly weight: number }>(
  random: Random,
  phrases: readonly P[],
): P {
  const weights = Object.fromEntries(phrases.map(({ weight }, index) => [index, weight]));
  return phrases[Number(random.weighted(weights))] as P;
}

/** Return an expression for a variable. */
export function use({ name: variable }: { readonly name: string }): Expression {
  return name(variable);
}
