/**
 * The queue that is a stack: last in, first out.
 */
import { Queue, type QueueOptions, type Store } from './queues.js';

/** A queue of which the item put last is taken first (`asyncio.LifoQueue`). */
export class LifoQueue<T = unknown> extends Queue<T> {
  /** @param maxsize how many items it holds at most; no limit with 0 or less */
  constructor(maxsize: number | QueueOptions = 0) {
    super(maxsize, new Stack<T>());
  }
}

class Stack<T> implements Store<T> {
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    return this.#items.pop();
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.#items.values();
  }
}
