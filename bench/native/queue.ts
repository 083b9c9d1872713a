/** One producer and one consumer with a queue of a hundred places between them, made of promises. */
import type { Program } from '../../src/bench/program.js';
import { Deferred } from './deferred.js';

class Queue<T> {
  readonly #maxsize: number;
  readonly #items: T[] = [];
  readonly #putters: Deferred<void>[] = [];
  readonly #getters: Deferred<void>[] = [];

  constructor(maxsize: number) {
    this.#maxsize = maxsize;
  }

  async put(item: T): Promise<void> {
    while (this.#items.length >= this.#maxsize) await this.#turn(this.#putters);
    this.#items.push(item);
    this.#getters.shift()?.resolve();
  }

  async get(): Promise<T> {
    while (this.#items.length === 0) await this.#turn(this.#getters);
    const item = this.#items.shift() as T;
    this.#putters.shift()?.resolve();
    return item;
  }

  #turn(waiters: Deferred<void>[]): Promise<void> {
    const waiter = new Deferred<void>();
    waiters.push(waiter);
    return waiter.promise;
  }
}

async function producer(queue: Queue<number>, operations: number): Promise<void> {
  for (let i = 0; i < operations; i += 1) await queue.put(i);
}

export const program: Program = async (operations) => {
  const queue = new Queue<number>(100);
  const task = producer(queue, operations);
  let sum = 0;
  for (let i = 0; i < operations; i += 1) sum += await queue.get();
  await task;
  return sum;
};
