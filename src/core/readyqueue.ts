/**
 * The ready queue: a FIFO ring buffer.
 *
 * `Array.shift` costs microseconds on a long queue; a ring costs the same at any length. The
 * capacity is a power of two, so that the index wraps with a mask. The fields of this class, as of
 * all that the loop touches at every step, are plain ones: `#private` fields are slower.
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
  size = 0;
  private ring: (Ready | undefined)[] = new Array(INITIAL_CAPACITY).fill(undefined);
  private mask = INITIAL_CAPACITY - 1;
  private head = 0;

  push(entry: Ready): void {
    if (this.size > this.mask) this.grow();
    this.ring[(this.head + this.size) & this.mask] = entry;
    this.size += 1;
  }

  shift(): Ready | undefined {
    if (this.size === 0) return undefined;
    const { ring, head } = this;
    const entry = ring[head];
    ring[head] = undefined;
    this.head = (head + 1) & this.mask;
    this.size -= 1;
    return entry;
  }

  clear(): void {
    this.ring = new Array(INITIAL_CAPACITY).fill(undefined);
    this.mask = INITIAL_CAPACITY - 1;
    this.head = 0;
    this.size = 0;
  }

  private grow(): void {
    const { length } = this.ring;
    const wider = new Array<Ready | undefined>(length * 2).fill(undefined);
    for (let i = 0; i < length; i += 1) wider[i] = this.ring[(this.head + i) & this.mask];
    this.ring = wider;
    this.mask = wider.length - 1;
    this.head = 0;
  }
}
