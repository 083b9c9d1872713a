/**
 * What an answer has called of the library, and where first. The watched library notes it here, and
 * whoever runs answers takes it.
 */

import { placeNow } from '../place.js';

/** How often something was called. */
export interface Calls {
  count: number;
  /** Looks up where it was called first, `file:line`. */
  readonly place: () => string | undefined;
}

/** To look where a call comes from takes long: an answer that goes on for ever would crawl. */
const mostNotes = 1000;

let calls = new Map<string, Calls>();
let coroutines = new WeakMap<object, () => string | undefined>();
let notes = 0;

/** Note that a function or class of the library is called here and now. */
export function noteCall(name: string): void {
  const known = calls.get(name);
  if (known === undefined) calls.set(name, { count: 1, place: placeNow() });
  else known.count += 1;
}

/** Note that a coroutine is made here and now; it is known by its body. */
export function noteCoroutine(body: object): void {
  if (notes === mostNotes) return;
  notes += 1;
  coroutines.set(body, placeNow());
}

/** Return where the coroutine with this body was made, `file:line`. */
export function placeOfCoroutine(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null ? coroutines.get(body)?.() : undefined;
}

/** Forget what was noted, before the next answer. */
export function forgetCalls(): void {
  calls = new Map();
  coroutines = new WeakMap();
  notes = 0;
}

/** Return what was called since then, by name. */
export function callsSoFar(): ReadonlyMap<string, Calls> {
  return calls;
}
