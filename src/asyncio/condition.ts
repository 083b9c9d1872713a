/**
 * The condition: waiting, with a lock given up meanwhile, until another task says that things changed.
 *
 * Whoever was notified takes the lock again before going on, even when it is cancelled: the block
 * around it will release the lock. And whoever was notified but leaves with an error notifies another
 * one in its place, so that no notification is lost; one that comes too often does no harm, since
 * each checks again what it waited for.
 */
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import { CancelledError, RuntimeError } from '../core/exceptions.js';
import { type Keyword, keyword } from '../core/keyword.js';
import { ContextManagerMixin } from './contextmanager.js';
import { Lock } from './locks.js';
import { Waiters } from './waiters.js';

/**
 * A lock with a waiting room (`asyncio.Condition`).
 *
 * @example
 * yield* asyncWith(condition, function* () {
 *   yield* condition.waitFor(() => items.length > 0);
 *   print(items.shift());
 * });
 */
export class Condition extends ContextManagerMixin {
  /** @internal What waiting for it is called in reports. */
  label = 'Condition.wait()';
  readonly #lock: Lock;
  readonly #waiters = new Waiters<false>();

  /** @param lock the lock to use; one of its own by default */
  constructor(lock?: Keyword<'lock', Lock | undefined>) {
    super();
    this.#lock = keyword(lock, 'lock', 'Condition') ?? new Lock();
  }

  /** Tell whether the lock is taken (`Condition.locked`). */
  locked(): boolean {
    return this.#lock.locked();
  }

  /** Wait until the lock is free and take it; gives `true` (`Condition.acquire`). */
  acquire(): Coroutine<true> {
    return this.#lock.acquire();
  }

  /**
   * Unlock the lock (`Condition.release`).
   *
   * @throws RuntimeError when it is not locked.
   */
  release(): void {
    this.#lock.release();
  }

  /**
   * Give the lock up, wait to be notified, and take the lock again; gives `true` (`Condition.wait`).
   *
   * It may go on without reason: check again what you wait for, or use `waitFor`.
   *
   * @throws RuntimeError when the lock is not taken.
   */
  wait(): Coroutine<true> {
    return namedCoroutine('Condition.wait', this.#wait());
  }

  /** Wait until the function gives something true, and give that (`Condition.wait_for`). */
  waitFor<T>(predicate: () => T): Coroutine<T> {
    return namedCoroutine('Condition.wait_for', this.#waitFor(predicate));
  }

  /**
   * Wake so many of the tasks that wait; they go on when they have the lock (`Condition.notify`).
   *
   * @throws RuntimeError when the lock is not taken.
   */
  notify(n: Keyword<'n', number> = 1): void {
    if (!this.locked()) throw new RuntimeError('cannot notify on un-acquired lock');
    this.#notify(keyword(n, 'n', 'Condition.notify'));
  }

  /**
   * Wake all tasks that wait (`Condition.notify_all`).
   *
   * @throws RuntimeError when the lock is not taken.
   */
  notifyAll(): void {
    this.notify(this.#waiters.size);
  }

  *#wait() {
    if (!this.locked()) throw new RuntimeError('cannot wait on un-acquired lock');
    const future = this.createWaiter<false>(this.label);
    this.release();
    let isOver = false;
    try {
      try {
        const place = this.#waiters.add(future);
        try {
          yield* future;
        } finally {
          this.#waiters.remove(place);
        }
      } finally {
        yield* this.#reacquire();
      }
      isOver = true;
      return true as const;
    } finally {
      if (!isOver) this.#notify(1);
    }
  }

  /** Take the lock again, whatever happens, and only then pass the last cancellation on. */
  *#reacquire() {
    let cancelled: CancelledError | undefined;
    for (;;) {
      try {
        yield* this.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        cancelled = error;
      }
    }
    if (cancelled !== undefined) throw cancelled;
  }

  *#waitFor<T>(predicate: () => T) {
    let result = predicate();
    while (!result) {
      yield* this.wait();
      result = predicate();
    }
    return result;
  }

  #notify(n: number): void {
    let left = n;
    for (const future of this.#waiters) {
      if (left <= 0) break;
      if (future.done()) continue;
      left -= 1;
      future.setResult(false);
    }
  }

  override toString(): string {
    return this.describe(this.locked() ? 'locked' : 'unlocked', this.#waiters.size);
  }
}
