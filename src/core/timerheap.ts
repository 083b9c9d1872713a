/**
 * The timer heap: what is due, in order of its deadline, equal deadlines in order of creation.
 *
 * CPython's heap compares deadlines alone and is not stable; there, `time()` moves on a little from
 * one call to the next, so that equal delays come due in the order in which they were asked for. On
 * a clock that stands still the order of creation says the same, and it makes the order total.
 *
 * The deadlines stand a second time in an array of plain numbers, in the same places: the heap looks
 * at those, and at the entries themselves only where two deadlines are equal.
 */

/** The number of what is in no heap. */
export const UNSCHEDULED = 0;

/** What the heap holds: a deadline and the number that its creation had. */
export interface Timed {
  /** The deadline, in seconds of the clock. */
  readonly deadline: number;
  /** @internal The order of creation: the heap sets it when the entry is pushed, and takes it away. */
  sequence: number;
}

const INITIAL_CAPACITY = 32;

export class TimerHeap<T extends Timed> {
  private entries: T[] = [];
  private deadlines = new Float64Array(INITIAL_CAPACITY);
  private created = 0;

  get size(): number {
    return this.entries.length;
  }

  /** The entry that comes due first. */
  peek(): T | undefined {
    return this.entries[0];
  }

  push(entry: T): void {
    this.created += 1;
    entry.sequence = this.created;
    const place = this.entries.length;
    if (place === this.deadlines.length) this.grow();
    this.entries.push(entry);
    this.siftUp(place, entry);
  }

  pop(): T | undefined {
    const { entries } = this;
    const first = entries[0];
    const last = entries.pop();
    if (first !== undefined) first.sequence = UNSCHEDULED;
    if (last !== undefined && entries.length > 0) this.siftDown(0, last);
    return first;
  }

  /** Keep only the entries that the test accepts. */
  filter(keep: (entry: T) => boolean): void {
    this.entries = this.entries.filter((entry) => {
      const isKept = keep(entry);
      if (!isKept) entry.sequence = UNSCHEDULED;
      return isKept;
    });
    this.entries.forEach((entry, place) => {
      this.deadlines[place] = entry.deadline;
    });
    for (let place = (this.entries.length >> 1) - 1; place >= 0; place -= 1) {
      this.siftDown(place, this.entries[place] as T);
    }
  }

  clear(): void {
    this.entries = [];
  }

  private grow(): void {
    const wider = new Float64Array(this.deadlines.length * 2);
    wider.set(this.deadlines);
    this.deadlines = wider;
  }

  private siftUp(start: number, entry: T): void {
    const { entries, deadlines } = this;
    const { deadline, sequence } = entry;
    let place = start;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = deadlines[parent] as number;
      if (deadline > above) break;
      const other = entries[parent] as T;
      if (deadline === above && sequence > other.sequence) break;
      entries[place] = other;
      deadlines[place] = above;
      place = parent;
    }
    entries[place] = entry;
    deadlines[place] = deadline;
  }

  private siftDown(start: number, entry: T): void {
    const { entries, deadlines } = this;
    const { deadline, sequence } = entry;
    const { length } = entries;
    let place = start;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= length) break;
      let below = deadlines[child] as number;
      if (child + 1 < length) {
        const right = deadlines[child + 1] as number;
        if (right < below || (right === below && this.isOlder(child + 1, child))) {
          child += 1;
          below = right;
        }
      }
      if (deadline < below) break;
      const other = entries[child] as T;
      if (deadline === below && sequence < other.sequence) break;
      entries[place] = other;
      deadlines[place] = below;
      place = child;
    }
    entries[place] = entry;
    deadlines[place] = deadline;
  }

  private isOlder(place: number, other: number): boolean {
    return (this.entries[place] as T).sequence < (this.entries[other] as T).sequence;
  }
}
