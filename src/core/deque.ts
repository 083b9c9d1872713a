/**
 * A queue that is first in, first out, as a ring buffer: `collections.deque`, as far as it is needed.
 *
 * `Array.shift` costs microseconds on a long array; a ring costs the same at any length. The capacity
 * is a power of two, so that the index wraps with a mask.
 */

const INITIAL_CAPACITY = 16;

/** A queue that takes entries at its end and gives them from its beginning. */
export class Deque<T> implements Iterable<T> {
  #ring: (T | undefined)[] = new Array(INITIAL_CAPACITY).fill(undefined);
  #mask = INITIAL_CAPACITY - 1;
  #head = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Add an entry at the end. */
  push(entry: T): void {
    if (this.#size > this.#mask) this.#grow();
    this.#ring[(this.#head + this.#size) & this.#mask] = entry;
    this.#size += 1;
  }

  /** Take the first entry; `undefined` when there is none. */
  shift(): T | undefined {
    if (this.#size === 0) return undefined;
    const entry = this.#ring[this.#head];
    this.#ring[this.#head] = undefined;
    this.#head = (this.#head + 1) & this.#mask;
    this.#size -= 1;
    return entry;
  }

  clear(): void {
    this.#ring = new Array(INITIAL_CAPACITY).fill(undefined);
    this.#mask = INITIAL_CAPACITY - 1;
    this.#head = 0;
    this.#size = 0;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.#size; i += 1) yield this.#ring[(this.#head + i) & this.#mask] as T;
  }

  #grow(): void {
    const { length } = this.#ring;
    const wider = new Array<T | undefined>(length * 2).fill(undefined);
    for (let i = 0; i < length; i += 1) wider[i] = this.#ring[(this.#head + i) & this.#mask];
    this.#ring = wider;
    this.#mask = wider.length - 1;
    this.#head = 0;
  }
}
