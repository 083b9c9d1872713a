/** A thousand asynchronous functions contend for one lock, made of promises. */
import type { Program } from '../../src/bench/program.js';
import { Deferred } from './deferred.js';

class Lock {
  #isLocked = false;
  readonly #waiters: Deferred<void>[] = [];

  async acquire(): Promise<void> {
    if (!this.#isLocked) {
      this.#isLocked = true;
      return;
    }
    const waiter = new Deferred<void>();
    this.#waiters.push(waiter);
    await waiter.promise;
  }

  release(): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#isLocked = false;
    else waiter.resolve();
  }
}

async function child(lock: Lock, times: number): Promise<number> {
  let acquired = 0;
  for (let i = 0; i < times; i += 1) {
    await lock.acquire();
    try {
      acquired += 1;
      await null;
    } finally {
      lock.release();
    }
  }
  return acquired;
}

export const program: Program = async (operations) => {
  const lock = new Lock();
  const tasks = Array.from({ length: 1000 }, () => child(lock, operations / 1000));
  const acquired = await Promise.all(tasks);
  return acquired.reduce((sum, times) => sum + times, 0);
};
