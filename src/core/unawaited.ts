/**
 * The coroutines that nobody has awaited, which are warned of in the end.
 *
 * Almost all are awaited, or made tasks, before the next one is made: only the others are put on the
 * list. None is taken off when it is awaited after that: the list is swept when it is full. That costs
 * a coroutine neither a link nor a search.
 */
import type { Coroutine } from './coroutines.js';

/** So many are never swept. */
const FEW = 64;

/** Coroutines in the order in which they were made. */
export class Unawaited implements Iterable<Coroutine<unknown>> {
  private newest: Coroutine<unknown> | undefined;
  private older: Coroutine<unknown>[] = [];
  private limit = FEW;

  add(coroutine: Coroutine<unknown>): void {
    const { newest } = this;
    if (newest !== undefined && isLeft(newest)) this.keep(newest);
    this.newest = coroutine;
  }

  /** Leave a coroutine to the task that is to run it, if it is the newest. */
  drop(coroutine: Coroutine<unknown>): void {
    if (this.newest === coroutine) this.newest = undefined;
  }

  /** Walk those that nobody has awaited by now. */
  [Symbol.iterator](): Iterator<Coroutine<unknown>> {
    const all = this.newest === undefined ? this.older : [...this.older, this.newest];
    return all.filter(isLeft).values();
  }

  /** Put one on the list; when that is full, only those stay that are left, with room for as many again. */
  private keep(coroutine: Coroutine<unknown>): void {
    if (this.older.length >= this.limit) {
      this.older = this.older.filter(isLeft);
      this.limit = Math.max(FEW, 2 * this.older.length);
    }
    this.older.push(coroutine);
  }
}

function isLeft({ state }: Coroutine<unknown>): boolean {
  return state === 'created';
}
