/**
 * Who writes a random program: what the program has.
 *
 * A program has a few functions and a few variables, each of a known kind, so that its parts get into
 * each other's way. It knows few instants, so that things happen at the same one. And it uses some of
 * the features only, a different choice each time: what has everything never goes deep into anything.
 *
 * Functions, tasks and groups have a level. Code awaits only what is of a higher level than its own,
 * so nothing ever awaits itself in a circle, where cancelling would never end.
 */
import { call, set } from '../build.js';
import type { Block, Expression } from '../program.js';
import type { Random } from '../random.js';
import type { Feature } from './feature.js';

/** What a variable holds. */
export type Kind =
  | 'task'
  | 'future'
  | 'gathering'
  | 'coroutine'
  | 'results'
  | 'job'
  | 'handle'
  | 'timer'
  | 'variable'
  | 'token'
  | 'copy'
  | 'timeout'
  | 'pool'
  | 'call'
  | 'lock'
  | 'event'
  | 'condition'
  | 'semaphore'
  | 'barrier'
  | 'queue'
  | 'reader'
  | 'group';

/** A variable of the program. */
export interface Variable {
  readonly name: string;
  readonly kind: Kind;
  readonly level: number;
}

const palettes: readonly (readonly number[])[] = [
  [0, 1],
  [0, 1, 2],
  [1],
  [0, 0.1, 0.2, 0.3, 0.1 + 0.2],
  [0.1, 0.2, 0.1 + 0.2],
  [0, 0.5, 1, 1.5],
  [-1, 0, 0.5],
  [1e-9, 2e-9, 3e-9],
  [1 / 3, 2 / 3, 1],
  [0.1, 60, 300.1],
];

const texts = ['x', 'y', 'why'];
const errors = ['ValueError', 'RuntimeError', 'LookupError', 'TimeoutError', 'asyncio.QueueEmpty'];

/** Who writes one program. */
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
  declareLeveled(kind: Kind, count: number): Variable[] {
    return Array.from({ length: count }, () => {
      const above = this.random.between(1, this.coroutines.length - 1);
      return this.#add(kind, above - (this.variables.length + 1) / 100);
    });
  }

  #add(kind: Kind, level: number): Variable {
    const number = this.variables.filter((variable) => variable.kind === kind).length;
    const variable = { name: `${kind}${number}`, kind, level };
    this.variables.push(variable);
    return variable;
  }

  /** Add up to so many variables of a kind; returns what sets them. */
  make(kind: Kind, most: number, value: (author: Author) => Expression): Block {
    const variables = this.declare(kind, this.random.between(1, most));
    return variables.map((variable) => set(variable.name, value(this)));
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

  /** The name of a class of errors. */
  errorClass(): string {
    return this.random.pick(errors);
  }

  error(): Expression {
    return call(this.errorClass(), this.random.chance(0.6) ? [this.text()] : []);
  }
}
