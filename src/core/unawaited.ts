/**
 * The coroutines that nobody has awaited, which are warned of in the end.
 *
 * Almost all are awaited soon, so none is taken off when it is: the list is swept when it is full.
 * That costs a coroutine one place here, and neither a link nor a search.
 */
import type { Coroutine } from './coroutines.js';

const INITIAL_CAPACITY = 64;

/** Coroutines in the order in which they were made. */
export class Unawaited implements Iterable<Coroutine<unknown>> {
  private places: (Coroutine<unknown> | undefined)[] = new Array(INITIAL_CAPACITY).fill(undefined);
  private size = 0;

  add(coroutine: Coroutine<unknown>): void {
    if (this.size === this.places.length) this.sweep();
    this.places[this.size] = coroutine;
    this.size += 1;
  }

  /** Walk those that nobody has awaited by now. */
  [Symbol.iterator](): Iterator<Coroutine<unknown>> {
    return this.left().values();
  }

  /** Keep those that are left, with room for as many again. */
  private sweep(): void {
    const left = this.left();
    const capacity = Math.max(INITIAL_CAPACITY, 2 * left.length);
    if (capacity !== this.places.length) this.places = new Array(capacity);
    this.places.fill(undefined);
    left.forEach((coroutine, place) => {
      this.places[place] = coroutine;
    });
    this.size = left.length;
  }

  private left(): Coroutine<unknown>[] {
    const left: Coroutine<unknown>[] = [];
    for (let place = 0; place < this.size; place += 1) {
      const coroutine = this.places[place] as Coroutine<unknown>;
      if (coroutine.state === 'created') left.push(coroutine);
    }
    return left;
  }
}
