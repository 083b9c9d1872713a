/**
 * Time limits: a block of code, or one awaitable, that is cancelled when its time is over.
 *
 * A timeout cancels the task that is inside it and, on the way out, turns that cancellation, and no
 * other, into `TimeoutError`: it takes its request back and looks whether any further one is left.
 */
import { type Awaitable, isAwaitable } from '../core/awaitables.js';
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import { ensureFuture } from '../core/ensurefuture.js';
import { AssertionError, CancelledError, RuntimeError, TimeoutError } from '../core/exceptions.js';
import type { Future } from '../core/futures.js';
import { type Handle, partial } from '../core/handles.js';
import { type Keyword, keyword } from '../core/keyword.js';
import { added, checkNotNaN, compared } from '../core/operands.js';
import { repr, typeName } from '../core/repr.js';
import { getRunningLoop } from '../core/running.js';
import { inThousandths } from '../core/seconds.js';
import type { Task } from '../core/tasks.js';
import { type AsyncContextManager, asyncWith } from './asyncwith.js';
import { releaseWaiter } from './wait.js';

type State = 'created' | 'active' | 'expiring' | 'expired' | 'finished';

/** A time limit for a block of code (`asyncio.Timeout`); make one with `timeout` or `timeoutAt`. */
export class Timeout implements AsyncContextManager<Timeout> {
  #state: State = 'created';
  #when: number | undefined;
  #task: Task<unknown> | undefined;
  #handle: Handle | undefined;
  #cancelling = 0;

  /** @param when the deadline, in seconds of the loop's clock; `undefined` is no limit */
  constructor(when: number | undefined) {
    this.#when = when;
  }

  /** Return the deadline, in seconds of the loop's clock. */
  when(): number | undefined {
    return this.#when;
  }

  /**
   * Move the deadline; `undefined` takes the limit away.
   *
   * @throws RuntimeError when the block is not running.
   */
  reschedule(when: Keyword<'when', number | undefined>): void {
    if (this.#state !== 'active') {
      throw new RuntimeError(
        this.#state === 'created'
          ? 'Timeout has not been entered'
          : `Cannot change state of ${this.#state} Timeout`,
      );
    }
    const instant = keyword(when, 'when', 'Timeout.reschedule');
    this.#when = instant;
    this.#handle?.cancel();
    this.#handle = undefined;
    if (instant === undefined) return;
    const loop = getRunningLoop();
    const deadline = compared(instant, '<=', 'float', 'an instant, in seconds,');
    checkNotNaN(deadline, 'when');
    // Its name is CPython's, which descriptions show.
    const { 'Timeout._on_timeout': expire } = { 'Timeout._on_timeout': () => this.#expire() };
    this.#handle = deadline <= loop.time() ? loop.callSoon(expire) : loop.callAt(deadline, expire);
  }

  /** Tell whether the limit was exceeded. */
  expired(): boolean {
    return this.#state === 'expiring' || this.#state === 'expired';
  }

  /** Enter the block. */
  aenter(): Coroutine<Timeout> {
    return namedCoroutine('Timeout.__aenter__', this.#enter());
  }

  /** Leave the block. */
  aexit(error: unknown): Coroutine<void> {
    return namedCoroutine('Timeout.__aexit__', this.#exit(error));
  }

  *#enter() {
    if (this.#state !== 'created') throw new RuntimeError('Timeout has already been entered');
    const task = getRunningLoop().currentTask;
    if (task === undefined) throw new RuntimeError('Timeout should be used inside a task');
    this.#state = 'active';
    this.#task = task;
    this.#cancelling = task.cancelling();
    this.reschedule(this.#when);
    return this as Timeout;
  }

  *#exit(error: unknown) {
    if (this.#state !== 'active' && this.#state !== 'expiring') throw new AssertionError();
    this.#handle?.cancel();
    this.#handle = undefined;
    if (this.#state === 'active') {
      this.#state = 'finished';
    } else {
      this.#state = 'expired';
      const isOurs = (this.#task as Task<unknown>).uncancel() <= this.#cancelling;
      if (isOurs && error instanceof CancelledError)
        throw new TimeoutError(undefined, { cause: error });
    }
  }

  #expire(): void {
    (this.#task as Task<unknown>).cancel();
    this.#state = 'expiring';
    this.#handle = undefined;
  }

  toString(): string {
    const when = repr(this.#when && Number(inThousandths(this.#when)));
    return `<Timeout [${this.#state}]${this.#state === 'active' ? ` when=${when}` : ''}>`;
  }
}

/**
 * Limit the time of a block of code, in seconds from now (`asyncio.timeout`).
 *
 * @throws TimeoutError from the block, when the time is over.
 * @example
 * yield* asyncWith(timeout(1), function* () {
 *   yield* work();
 * });
 */
export function timeout(delay: Keyword<'delay', number | undefined>): Timeout {
  const seconds = keyword(delay, 'delay', 'timeout');
  const loop = getRunningLoop();
  if (seconds === undefined) return new Timeout(undefined);
  const length = added(seconds, 'a number of seconds');
  checkNotNaN(length, 'timeout');
  return new Timeout(loop.time() + length);
}

/** Limit the time of a block of code to a time of the loop's clock, in seconds (`asyncio.timeout_at`). */
export function timeoutAt(when: Keyword<'when', number | undefined>): Timeout {
  return new Timeout(keyword(when, 'when', 'timeoutAt'));
}

/**
 * Wait for an awaitable at most so many seconds (`asyncio.wait_for`).
 *
 * When the time is over, the awaitable is cancelled, and waited for until it has ended.
 *
 * @param timeout in seconds; `undefined` is no limit
 * @throws TimeoutError when the time is over.
 * @example
 * const page = yield* waitFor(fetchPage(1), 2.5);
 * const same = yield* waitFor(fetchPage(1), { timeout: 2.5 });
 */
export function waitFor<T>(
  awaitable: Awaitable<T>,
  timeout: Keyword<'timeout', number | undefined>,
): Coroutine<T> {
  const seconds = keyword(timeout, 'timeout', 'waitFor');
  return namedCoroutine('wait_for', waitingFor(awaitable, seconds));
}

function* waitingFor<T>(awaitable: Awaitable<T>, limit: number | undefined) {
  if (limit !== undefined && compared(limit, '<=', 'int', 'a number of seconds') <= 0) {
    const future = ensureFuture(awaitable);
    if (future.done()) return future.result();
    yield* namedCoroutine('_cancel_and_wait', cancelAndWait(future));
    try {
      return future.result();
    } catch (error) {
      if (error instanceof CancelledError) throw new TimeoutError(undefined, { cause: error });
      throw error;
    }
  }
  return yield* asyncWith(timeout(limit), function* () {
    if (!isAwaitable(awaitable))
      throw new TypeError(`'${typeName(awaitable)}' object can't be awaited`);
    return yield* awaitable;
  });
}

function* cancelAndWait(future: Future<unknown>) {
  const waiter = getRunningLoop().createFuture<void>();
  waiter.label = 'wait_for()';
  const release = partial(releaseWaiter, waiter);
  future.addDoneCallback(release);
  try {
    future.cancel();
    yield* waiter;
  } finally {
    future.removeDoneCallback(release);
  }
}
