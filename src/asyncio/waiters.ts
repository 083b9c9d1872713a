/**
 * Those who wait for a lock, a flag or an item, first come first served.
 *
 * A linked list, where CPython has a deque: whoever is cancelled leaves from the middle at no cost.
 * The order is the deque's. A waiter whose future is done is about to go on, and leaves the list
 * itself when it does; until then it keeps its place.
 */
import type { Future } from '../core/futures.js';

/** The place of one waiter in the list. */
export interface Place<T> {
  readonly future: Future<T>;
  previous: Place<T> | undefined;
  next: Place<T> | undefined;
  isTaken: boolean;
}

/** The futures of those who wait, in the order in which they came. */
export class Waiters<T> implements Iterable<Future<T>> {
  #first: Place<T> | undefined;
  #last: Place<T> | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The future of the one who has waited longest. */
  get first(): Future<T> | undefined {
    return this.#first?.future;
  }

  /** Whether all were cancelled that have not left yet. */
  get areCancelled(): boolean {
    let place = this.#first;
    while (place?.future.cancelled()) place = place.next;
    return place === undefined;
  }

  /** Add a future at the end and return its place. */
  add(future: Future<T>): Place<T> {
    const previous = this.#last;
    const place: Place<T> = { future, previous, next: undefined, isTaken: true };
    if (previous === undefined) this.#first = place;
    else previous.next = place;
    this.#last = place;
    this.#size += 1;
    return place;
  }

  /** Give a place up; one that was given up before stays so. */
  remove(place: Place<T>): void {
    if (!place.isTaken) return;
    place.isTaken = false;
    const { previous, next } = place;
    if (previous === undefined) this.#first = next;
    else previous.next = next;
    if (next === undefined) this.#last = previous;
    else next.previous = previous;
    this.#size -= 1;
  }

  /** Take the first future off the list; `undefined` when nobody waits. */
  shift(): Future<T> | undefined {
    const first = this.#first;
    if (first === undefined) return undefined;
    this.remove(first);
    return first.future;
  }

  /** Give the futures in order. */
  *[Symbol.iterator](): IterableIterator<Future<T>> {
    for (let place = this.#first; place !== undefined; place = place.next) yield place.future;
  }
}
