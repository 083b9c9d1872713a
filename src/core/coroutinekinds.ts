/**
 * Kinds of coroutines: what those of one function have in common.
 */

/** What the coroutines of one function have in common. */
export interface CoroutineKind {
  readonly name: string;
  /** Whether their bodies are `Steps`, written by hand. */
  readonly isByHand: boolean;
  /** Whether, besides, nothing that they call awaits or looks who does. */
  readonly isLeaf: boolean;
}

/** Return the kind of coroutines whose bodies are generators. */
export function generatorKind(name: string): CoroutineKind {
  return { name, isByHand: false, isLeaf: false };
}

/** Return the kind of coroutines whose steps are written by hand. */
export function steppedKind(name: string): CoroutineKind {
  return { name, isByHand: true, isLeaf: false };
}

/** Return the kind of those, besides, that call nothing that awaits or looks who does. */
export function leafKind(name: string): CoroutineKind {
  return { name, isByHand: true, isLeaf: true };
}

/** The kind of the sleeps of no length. */
export const pauses = leafKind('sleep');
