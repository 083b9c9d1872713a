/**
 * The lock: one task at a time, in the order in which they asked.
 *
 * `release` hands the lock to nobody: it unlocks it and wakes the first that waits, which takes it at
 * its next step. In between it is free, yet nobody can jump the queue: `acquire` takes a free lock at
 * once only when all that wait were cancelled. A waiter that was woken and cancelled before it took
 * the lock wakes the next one.
 */
import type { Suspension } from '../core/awaitables.js';
import { leafKind } from '../core/coroutinekinds.js';
import { type Coroutine, steppedCoroutine } from '../core/coroutines.js';
import { CancelledError, RuntimeError } from '../core/exceptions.js';
import { goesOn, type Steps } from '../core/steps.js';
import { ContextManagerMixin } from './contextmanager.js';
import { type Place, Waiters } from './waiters.js';

const acquisition = leafKind('Lock.acquire');

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
  /** @internal */
  isLocked = false;
  /** @internal */
  readonly waiters = new Waiters<true>();

  /** Tell whether it is taken (`Lock.locked`). */
  locked(): boolean {
    return this.isLocked;
  }

  /**
   * Wait until it is free and take it; gives `true` (`Lock.acquire`).
   *
   * @throws RuntimeError when it belongs to another loop than the running one.
   */
  acquire(): Coroutine<true> {
    return steppedCoroutine(acquisition, new Acquiring(this));
  }

  /**
   * Unlock it and let the first task that waits go on (`Lock.release`).
   *
   * @throws RuntimeError when it is not locked.
   */
  release(): void {
    if (!this.isLocked) throw new RuntimeError('Lock is not acquired.');
    this.isLocked = false;
    this.wakeUpFirst();
  }

  /** @internal Take it, if that is to be had without waiting. */
  takeAtOnce(): boolean {
    if (this.isLocked || !this.waiters.areCancelled) return false;
    this.isLocked = true;
    return true;
  }

  /** @internal Wait in the line of those who want it. */
  standInLine(): Place<true> {
    return this.waiters.add(this.createWaiter('Lock.acquire()'));
  }

  /** @internal */
  wakeUpFirst(): void {
    const { first } = this.waiters;
    if (first !== undefined && !first.done()) first.setResult(true);
  }

  override toString(): string {
    return this.describe(this.isLocked ? 'locked' : 'unlocked', this.waiters.size);
  }
}

const acquired: IteratorResult<never, true> = { done: true, value: true };

/** An `acquire`. */
class Acquiring implements Steps<true> {
  private readonly lock: Lock;
  private place: Place<true> | undefined;

  constructor(lock: Lock) {
    this.lock = lock;
  }

  resume(isThrown: boolean, value: unknown): IteratorResult<Suspension, true> {
    if (isThrown) {
      this.giveUp(value);
      return goesOn;
    }
    const { lock } = this;
    if (this.place === undefined) {
      if (lock.takeAtOnce()) return acquired;
      this.place = lock.standInLine();
    }
    const result = this.wait(this.place);
    if (!result.done) return result;
    lock.waiters.remove(this.place);
    lock.isLocked = true;
    return acquired;
  }

  return(): void {
    if (this.place !== undefined) this.lock.waiters.remove(this.place);
  }

  private wait({ future }: Place<true>): IteratorResult<Suspension, true> {
    try {
      return future.next();
    } catch (error) {
      this.giveUp(error);
      throw error;
    }
  }

  private giveUp(error: unknown): void {
    const { lock, place } = this;
    if (place === undefined) return;
    lock.waiters.remove(place);
    if (error instanceof CancelledError && !lock.isLocked) lock.wakeUpFirst();
  }
}
