/**
 * A feature: a part of asyncio, and all the ways in which a program can use it.
 */
import type { Block, Expression } from '../program.js';
import type { Author } from './author.js';
import type { Leveled, LocalKind, Place } from './place.js';

/** A way to write statements, or `undefined` where that is not possible. */
export interface Phrase {
  readonly weight: number;
  /** Whether it can stand in a callback, too. */
  readonly isPlain?: boolean;
  /** Whether it cannot fail on its own, so that it needs no `try`. */
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

/** A way to write what a block of statements can be put into, with `async with`. */
export interface ManagerPhrase {
  readonly weight: number;
  /** What the block is given, if anything can be done with it. */
  readonly local?: LocalKind;
  write(place: Place): Expression | undefined;
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
  readonly managers?: readonly ManagerPhrase[];
}
