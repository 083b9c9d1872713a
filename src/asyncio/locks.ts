/**
 * The lock: one task at a time, in the order in which they asked.
 *
 * `release` hands the lock to nobody: it unlocks it and wakes the first that waits, which takes it at
 * its next step. In between it is free, yet nobody can jump the queue: `acquire` takes a free lock at
 * once only when all that wait were cancelled. A waiter that was woken and cancelled before it took
 * the lock wakes the next one.
 */
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import { CancelledError, RuntimeError } from '../core/exceptions.js';
import { ContextManagerMixin } from './contextmanager.js';
import { Waiters } from './waiters.js';

/**
 * A lock for tasks (`asyncio.Lock`); fair, and owned by no task in particular.
 *
 * @example
 * const lock = new Lock();
 * yield* asyncWith(lock, function* () {
 *   // one task at a time
 * });
 */
export class Lock extends ContextManagerMixin {
  #isLocked = false;
  readonly #waiters = new Waiters<void>();

  /** Tell whether it is taken (`Lock.locked`). */
  locked(): boolean {
    return this.#isLocked;
  }

  /**
   * Wait until it is free and take it; gives `true` (`Lock.acquire`).
   *
   * @throws RuntimeError when it belongs to another loop than the running one.
   */
  acquire(): Coroutine<true> {
    return namedCoroutine('Lock.acquire', this.#acquire());
  }

  /**
   * Unlock it and let the first task that waits go on (`Lock.release`).
   *
   * @throws RuntimeError when it is not locked.
   */
  release(): void {
    if (!this.#isLocked) throw new RuntimeError('Lock is not acquired.');
    this.#isLocked = false;
    this.#wakeUpFirst();
  }

  *#acquire() {
    if (!this.#isLocked && areCancelled(this.#waiters)) {
      this.#isLocked = true;
      return true as const;
    }
    const place = this.#waiters.add(this.createWaiter('Lock.acquire()'));
    try {
      try {
        yield* place.future;
      } finally {
        this.#waiters.remove(place);
      }
    } catch (error) {
      if (error instanceof CancelledError && !this.#isLocked) this.#wakeUpFirst();
      throw error;
    }
    this.#isLocked = true;
    return true as const;
  }

  #wakeUpFirst(): void {
    const { first } = this.#waiters;
    if (first !== undefined && !first.done()) first.setResult();
  }

  override toString(): string {
    return this.describe(this.#isLocked ? 'locked' : 'unlocked', this.#waiters.size);
  }
}

function areCancelled(waiters: Waiters<void>): boolean {
  for (const future of waiters) if (!future.cancelled()) return false;
  return true;
}
