/**
 * The semaphore: so many tasks at a time, in the order in which they asked.
 *
 * Unlike a lock's, its permits are handed over: whoever is woken owns the permit from that moment on,
 * and one that is cancelled before it goes on puts it back. While anybody waits, whoever comes later
 * waits too, even when a permit is free.
 */
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import { CancelledError, ValueError } from '../core/exceptions.js';
import { type Keyword, keyword } from '../core/keyword.js';
import { compared } from '../core/operands.js';
import { repr } from '../core/repr.js';
import { ContextManagerMixin } from './contextmanager.js';
import { Waiters } from './waiters.js';

/**
 * A number of permits for tasks (`asyncio.Semaphore`).
 *
 * @example
 * const connections = new Semaphore(3);
 * yield* asyncWith(connections, function* () {
 *   // at most three tasks at a time
 * });
 */
export class Semaphore extends ContextManagerMixin {
  /** @internal The permits that are free. */
  protected value: number;
  readonly #waiters = new Waiters<true>();

  /**
   * @param value how many permits there are; 1 by default
   * @throws ValueError when it is negative.
   * @throws TypeError when it is no number.
   */
  constructor(value: Keyword<'value', number> = 1) {
    super();
    const permits = compared(
      keyword(value, 'value', 'Semaphore'),
      '<',
      'int',
      'a number of permits',
    );
    if (permits < 0) throw new ValueError('Semaphore initial value must be >= 0');
    this.value = permits;
  }

  /** Tell whether `acquire` would have to wait (`Semaphore.locked`). */
  locked(): boolean {
    return this.value === 0 || this.#isAwaited();
  }

  /**
   * Wait for a permit and take it; gives `true` (`Semaphore.acquire`).
   *
   * @throws RuntimeError when it belongs to another loop than the running one.
   */
  acquire(): Coroutine<true> {
    return namedCoroutine('Semaphore.acquire', this.#acquire());
  }

  /** Give a permit back, or hand it to the first task that waits (`Semaphore.release`). */
  release(): void {
    this.value += 1;
    this.#wakeUpNext();
  }

  *#acquire() {
    if (!this.locked()) {
      this.value -= 1;
      return true as const;
    }
    const place = this.#waiters.add(this.createWaiter('Semaphore.acquire()'));
    const { future } = place;
    try {
      try {
        yield* future;
      } finally {
        this.#waiters.remove(place);
      }
    } catch (error) {
      // It was handed a permit that it will not use.
      const isWoken = future.done() && !future.cancelled();
      if (error instanceof CancelledError && isWoken) this.value += 1;
      throw error;
    } finally {
      while (this.value > 0) {
        if (!this.#wakeUpNext()) break;
      }
    }
    return true as const;
  }

  /** Hand a permit to the first that waits; tells whether there was one. */
  #wakeUpNext(): boolean {
    for (const future of this.#waiters) {
      if (future.done()) continue;
      this.value -= 1;
      future.setResult(true);
      return true;
    }
    return false;
  }

  #isAwaited(): boolean {
    for (const future of this.#waiters) if (!future.cancelled()) return true;
    return false;
  }

  override toString(): string {
    const state = this.locked() ? 'locked' : `unlocked, value:${repr(this.value)}`;
    return this.describe(state, this.#waiters.size);
  }
}

/** A semaphore that cannot be released more often than it was acquired (`asyncio.BoundedSemaphore`). */
export class BoundedSemaphore extends Semaphore {
  readonly #bound: number;

  constructor(value: Keyword<'value', number> = 1) {
    super(value);
    this.#bound = this.value;
  }

  /**
   * Give a permit back, or hand it to the first task that waits.
   *
   * @throws ValueError when all permits are free already.
   */
  override release(): void {
    if (this.value >= this.#bound) {
      throw new ValueError('BoundedSemaphore released too many times');
    }
    super.release();
  }
}
