/**
 * The timer heap: what is due, in order of its deadline, equal deadlines in order of creation.
 *
 * CPython's heap compares deadlines alone and is not stable; there, `time()` moves on a little from
 * one call to the next, so that equal delays come due in the order in which they were asked for. On
 * a clock that stands still the order of creation says the same, and it makes the order total.
 */

/** What the heap holds: a deadline and the number that its creation had. */
export interface Timed {
  /** The deadline, in seconds of the clock. */
  readonly deadline: number;
  /** @internal The order of creation; the heap sets it when the entry is pushed. */
  sequence: number;
}

export class TimerHeap<T extends Timed> {
  #heap: T[] = [];
  #created = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** The entry that comes due first. */
  peek(): T | undefined {
    return this.#heap[0];
  }

  push(entry: T): void {
    this.#created += 1;
    entry.sequence = this.#created;
    this.#heap.push(entry);
    this.#siftUp(this.#heap.length - 1);
  }

  pop(): T | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (last !== undefined && last !== first) {
      this.#heap[0] = last;
      this.#siftDown(0);
    }
    return first;
  }

  /** Keep only the entries that the test accepts. */
  filter(keep: (entry: T) => boolean): void {
    this.#heap = this.#heap.filter(keep);
    for (let i = (this.#heap.length >> 1) - 1; i >= 0; i -= 1) this.#siftDown(i);
  }

  clear(): void {
    this.#heap = [];
  }

  #siftUp(start: number): void {
    const heap = this.#heap;
    const entry = heap[start] as T;
    let position = start;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      const above = heap[parent] as T;
      if (!precedes(entry, above)) break;
      heap[position] = above;
      position = parent;
    }
    heap[position] = entry;
  }

  #siftDown(start: number): void {
    const heap = this.#heap;
    const entry = heap[start] as T;
    let position = start;
    for (;;) {
      let child = 2 * position + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && precedes(heap[child + 1] as T, heap[child] as T)) child += 1;
      const below = heap[child] as T;
      if (!precedes(below, entry)) break;
      heap[position] = below;
      position = child;
    }
    heap[position] = entry;
  }
}

function precedes(a: Timed, b: Timed): boolean {
  return a.deadline < b.deadline || (a.deadline === b.deadline && a.sequence < b.sequence);
}
