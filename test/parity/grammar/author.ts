/**
 * Who writes a random program: what the program has, and what can be written where.
 *
 * A program has a few functions and a few variables, each of a known kind, so that its parts get into
 * each other's way. It knows few instants, so that things happen at the same one. And it uses some of
 * the features only, a different choice each time: what has everything never goes deep into anything.
 *
 * Functions and tasks have a level. Code awaits only what is of a higher level than its own, so
 * nothing ever awaits itself in a circle, where cancelling would never end.
 */
import { call, name } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Random } from '../random.js';

/** What can be awaited or made a task of, and the lowest level of what is inside. */
export interface Leveled {
  readonly value: Expression;
  readonly level: number;
}

/** What a variable holds. */
export type Kind =
  | 'task'
  | 'future'
  | 'gathering'
  | 'coroutine'
  | 'handle'
  | 'timer'
  | 'variable'
  | 'token'
  | 'lock'
  | 'event'
  | 'condition'
  | 'semaphore'
  | 'barrier'
  | 'queue';

/** A variable of the program. */
export interface Variable {
  readonly name: string;
  readonly kind: Kind;
  readonly level: number;
}

/** A way to write statements, or `undefined` where that is not possible. */
export interface Phrase {
  readonly weight: number;
  /** Whether it can stand in a callback, too. */
  readonly isPlain?: boolean;
  /** Whether it may fail on its own, and is better put into a `try`. */
  readonly isSafe?: boolean;
  write(place: Place): Block | undefined;
}

/** A way to write something to await. */
export interface AwaitablePhrase {
  readonly weight: number;
  /** Whether it is a coroutine, of which a task can be made. */
  readonly isCoroutine?: boolean;
  write(place: Place): Leveled | undefined;
}

/** A part of the language that a program uses or does not use. */
export interface Feature {
  readonly name: string;
  /** The probability that a program uses it. */
  readonly probability: number;
  /** Declare variables; returns what sets them before there is a loop. */
  declare?(author: Author): Block;
  readonly phrases: readonly Phrase[];
  readonly awaitables?: readonly AwaitablePhrase[];
}

/** Awaitables are not put into each other deeper than that. */
export const MAX_NESTING = 2;

const palettes: readonly (readonly number[])[] = [
  [0, 1],
  [0, 1, 2],
  [1],
  [0, 0.1, 0.2, 0.3, 0.1 + 0.2],
  [0.1, 0.2, 0.1 + 0.2],
  [0, 0.5, 1, 1.5],
];

const texts = ['x', 'y', 'why'];
const errors = ['ValueError', 'RuntimeError', 'LookupError', 'TimeoutError', 'asyncio.QueueEmpty'];

export class Author {
  readonly random: Random;
  readonly features: readonly Feature[];
  readonly variables: Variable[] = [];
  /** Coroutine functions; the index is the level. */
  readonly coroutines: readonly string[];
  readonly callbacks: readonly string[];
  readonly #delays: readonly number[];
  #labels = 0;

  constructor(random: Random, features: readonly Feature[]) {
    this.random = random;
    this.features = features;
    this.#delays = random.pick(palettes);
    this.coroutines = ['main', 'a', 'b', 'c'].slice(0, random.between(2, 4));
    this.callbacks = ['note', 'poke'].slice(0, random.between(1, 2));
  }

  /** Tell whether the program uses a feature. */
  uses(feature: Feature): boolean {
    return this.features.includes(feature);
  }

  /** Add so many variables of a kind. */
  declare(kind: Kind, count: number): Variable[] {
    return Array.from({ length: count }, () => this.#add(kind, Number.POSITIVE_INFINITY));
  }

  /** Add variables for what waits for others itself; each has a level of its own. */
  declareLeveled(kind: Kind, count: number): void {
    for (let i = 0; i < count; i += 1) {
      const above = this.random.between(1, this.coroutines.length - 1);
      this.#add(kind, above - (this.variables.length + 1) / 100);
    }
  }

  #add(kind: Kind, level: number): Variable {
    const number = this.variables.filter((variable) => variable.kind === kind).length;
    const variable = { name: `${kind}${number}`, kind, level };
    this.variables.push(variable);
    return variable;
  }

  delay(): number {
    return this.random.pick(this.#delays);
  }

  text(): string {
    return this.random.pick(texts);
  }

  /** A number that no other line has, to know them apart. */
  label(): string {
    this.#labels += 1;
    return String(this.#labels);
  }

  error(): Expression {
    const { random } = this;
    return call(random.pick(errors), random.chance(0.6) ? [this.text()] : []);
  }
}

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
  readonly locals: readonly {
    readonly name: string;
    readonly kind: 'timeout' | 'group' | 'error';
  }[];
}

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
