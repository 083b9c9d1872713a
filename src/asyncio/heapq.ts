/**
 * The heap of a priority queue, with the algorithm of CPython's `heapq`.
 *
 * Step for step, because entries that compare equal come out in an order that nothing but the
 * algorithm decides: a hole goes down to the bottom along the smaller children, and what belongs in
 * it comes up again from there. As in CPython's C code entries change places as they go, so that the
 * heap has all of them still when a comparison throws.
 */
import type { Store } from './queues.js';

/** A heap; its smallest item is the first. */
export class Heap<T> implements Store<T> {
  readonly #items: T[] = [];
  readonly #isLess: (a: T, b: T) => boolean;

  constructor(isLess: (a: T, b: T) => boolean) {
    this.#isLess = isLess;
  }

  get size(): number {
    return this.#items.length;
  }

  /** Add an item (`heapq.heappush`). */
  push(item: T): void {
    this.#items.push(item);
    this.#siftDown(this.#items.length - 1);
  }

  /** Take the smallest item (`heapq.heappop`). */
  shift(): T | undefined {
    const items = this.#items;
    const last = items.pop();
    if (items.length === 0) return last;
    const smallest = items[0];
    items[0] = last as T;
    this.#siftUp();
    return smallest;
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.#items.values();
  }

  /** Move an item towards the root, past the parents that are larger (heapq says: down). */
  #siftDown(from: number): void {
    const items = this.#items;
    const item = items[from] as T;
    let position = from;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      if (!this.#isLess(item, items[parent] as T)) return;
      this.#swap(position, parent);
      position = parent;
    }
  }

  /** Move the first item to the bottom, past the smaller children, then back to where it belongs. */
  #siftUp(): void {
    const items = this.#items;
    const firstLeaf = items.length >> 1;
    let position = 0;
    while (position < firstLeaf) {
      let child = 2 * position + 1;
      const right = child + 1;
      if (right < items.length && !this.#isLess(items[child] as T, items[right] as T))
        child = right;
      this.#swap(position, child);
      position = child;
    }
    this.#siftDown(position);
  }

  #swap(i: number, j: number): void {
    const items = this.#items;
    const item = items[i] as T;
    items[i] = items[j] as T;
    items[j] = item;
  }
}
