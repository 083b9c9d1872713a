/**
 * The ready queue: a FIFO ring buffer.
 *
 * `Array.shift` costs microseconds on a long queue; a ring costs the same at any length. The
 * capacity is a power of two, so that the index wraps with a mask.
 */

/** Whatever the loop can run: a handle, or a task that is to make its next step. */
export interface Ready {
  /** @internal Whether it is to be passed over. */
  readonly isCancelled: boolean;
  /** @internal Run it; the loop calls this in one place only. */
  run(): void;
}

const INITIAL_CAPACITY = 64;

export class ReadyQueue {
  #ring: (Ready | undefined)[] = new Array(INITIAL_CAPACITY).fill(undefined);
  #mask = INITIAL_CAPACITY - 1;
  #head = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(entry: Ready): void {
    if (this.#size > this.#mask) this.#grow();
    this.#ring[(this.#head + this.#size) & this.#mask] = entry;
    this.#size += 1;
  }

  shift(): Ready | undefined {
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

  #grow(): void {
    const { length } = this.#ring;
    const wider = new Array<Ready | undefined>(length * 2).fill(undefined);
    for (let i = 0; i < length; i += 1) wider[i] = this.#ring[(this.#head + i) & this.#mask];
    this.#ring = wider;
    this.#mask = wider.length - 1;
    this.#head = 0;
  }
}
