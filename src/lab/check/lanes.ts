/**
 * Work that goes on in several lanes at the same time, to which more may be added.
 */

/** Lanes of the same work. */
export class Lanes {
  /** Settled when the last one has ended, or one has failed. */
  readonly ended: Promise<void>;
  count = 0;
  readonly #work: () => Promise<void>;
  #running = 0;
  #settle: { resolve: () => void; reject: (error: unknown) => void };

  constructor(work: () => Promise<void>) {
    this.#work = work;
    this.#settle = { resolve: () => {}, reject: () => {} };
    this.ended = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  /** Begin the work in one more lane. */
  add(): void {
    this.count += 1;
    this.#running += 1;
    this.#work().then(() => {
      this.#running -= 1;
      if (this.#running === 0) this.#settle.resolve();
    }, this.#settle.reject);
  }
}
