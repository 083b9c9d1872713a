/**
 * The other kind of future: `concurrent.futures.Future`, the result of a call on another thread.
 *
 * It belongs to no loop and its callbacks are called at once, wherever it is completed. Chained to an
 * asyncio future, whichever is done first completes or cancels the other, across threads by way of
 * the loop's `callSoonThreadsafe`. The callbacks that chain them have CPython's names, which
 * descriptions show.
 */
import { rethrowIfCancelled } from './baseexceptions.js';
import type { AnyCallback } from './callbacks.js';
import { nameErrors } from './errornames.js';
import {
  AssertionError,
  CancelledError,
  InvalidStateError,
  PythonError,
  RuntimeError,
  TimeoutError,
} from './exceptions.js';
import type { Future } from './futures.js';
import type { Host } from './host.js';
import { type Keyword, keyword } from './keyword.js';
import { describeReport } from './reports.js';
import { typeName } from './repr.js';
import { currentHost } from './surroundings.js';

/**
 * A call was cancelled (`concurrent.futures.CancelledError`). Unlike asyncio's of the same name it is an
 * `Exception` as others are: nobody's task is cancelled by it.
 */
class CallCancelledError extends PythonError {}

nameErrors({ CancelledError: CallCancelledError }, 'concurrent.futures._base');

/** Of a call that was cancelled, whoever was to make it may not know yet. */
type State = 'pending' | 'running' | 'cancelled' | 'cancelled_and_notified' | 'finished';

/** The result of a call that runs elsewhere (`concurrent.futures.Future`); plain JavaScript can `await` it. */
export class ConcurrentFuture<T = unknown> implements PromiseLike<T> {
  /** @internal Whose clock the call goes by, and who therefore knows that it is under way. */
  readonly host: Host | undefined;
  readonly #isOnThread: boolean;
  #state: State = 'pending';
  #hasFailed = false;
  #outcome: unknown;
  #callbacks: ((future: ConcurrentFuture<T>) => void)[] = [];

  /** @internal A call on a thread goes on while the thread of the loop blocks. */
  constructor({ host, isOnThread = false }: { host?: Host; isOnThread?: boolean } = {}) {
    this.host = host;
    this.#isOnThread = isOnThread;
  }

  /** Tell whether it was cancelled or has ended. */
  done(): boolean {
    return this.#state === 'finished' || this.cancelled();
  }

  /** Tell whether it was cancelled. */
  cancelled(): boolean {
    return this.#state === 'cancelled' || this.#state === 'cancelled_and_notified';
  }

  /** Tell whether the call is being made at this moment. */
  running(): boolean {
    return this.#state === 'running';
  }

  /** Cancel the call if it has not begun; tells whether it will not be made. */
  cancel(): boolean {
    if (this.#state === 'running' || this.#state === 'finished') return false;
    if (this.#state === 'pending') {
      this.#state = 'cancelled';
      this.#callBack();
    }
    return true;
  }

  /**
   * Return the result, or throw the exception that the call ended with; blocks until the call on a
   * thread has ended, and the loop with it.
   *
   * @param timeout how long to block at most, in seconds; without end by default
   * @throws CancelledError when it was cancelled.
   * @throws TimeoutError when the time is over first.
   * @throws InvalidStateError when it can never be done while the thread of the loop blocks.
   */
  result(timeout?: Keyword<'timeout', number | undefined>): T {
    this.#block(keyword(timeout, 'timeout'), 'Result is not ready.');
    if (this.#hasFailed) throw this.#outcome;
    return this.#outcome as T;
  }

  /** Return the exception that the call ended with, `undefined` when it ended well; blocks as `result` does. */
  exception(timeout?: Keyword<'timeout', number | undefined>): unknown {
    this.#block(keyword(timeout, 'timeout'), 'Exception is not ready.');
    return this.#hasFailed ? this.#outcome : undefined;
  }

  /** Have a function called when it is done; at once, if it is. What it throws is reported, and no more. */
  addDoneCallback(fn: (future: ConcurrentFuture<T>) => void): void {
    if (this.done()) this.#call(fn);
    else this.#callbacks.push(fn);
  }

  /** Let plain JavaScript `await` it. */
  // biome-ignore lint/suspicious/noThenProperty: a future is PromiseLike on purpose
  then<R = T, E = never>(
    onFulfilled?: ((value: T) => R | PromiseLike<R>) | null,
    onRejected?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): Promise<R | E> {
    return new Promise<T>((resolve, reject) => {
      this.addDoneCallback(() => {
        try {
          resolve(this.result());
        } catch (error) {
          reject(this.cancelled() ? new CancelledError() : error);
        }
      });
    }).then(onFulfilled, onRejected);
  }

  /** Begin the call, unless it was cancelled: tells an executor whether to make it. */
  setRunningOrNotifyCancel(): boolean {
    const isCancelled = this.#state === 'cancelled';
    if (!isCancelled && this.#state !== 'pending') {
      throw new RuntimeError('Future in unexpected state');
    }
    this.#state = isCancelled ? 'cancelled_and_notified' : 'running';
    return !isCancelled;
  }

  /** @internal Whether the call has ended with an exception. */
  get failed(): boolean {
    return this.#hasFailed;
  }

  /**
   * Say what the call has returned; an executor does.
   *
   * @throws InvalidStateError when it is done already.
   */
  setResult(result: T): void {
    this.#finish(false, result);
  }

  /**
   * Say what the call has thrown; an executor does.
   *
   * @throws InvalidStateError when it is done already.
   */
  setException(exception: unknown): void {
    this.#finish(true, exception);
  }

  #block(timeout: number | undefined, complaint: string): void {
    const { host = currentHost() } = this;
    const seconds = timeout ?? Number.POSITIVE_INFINITY;
    // What the loop has to do itself would be waited for without end.
    if (!this.done() && (this.#isOnThread || timeout !== undefined)) {
      host.blockUntil(() => this.done(), Math.max(0, seconds));
    }
    if (this.cancelled()) throw new CallCancelledError();
    if (this.done()) return;
    if (timeout !== undefined) throw new TimeoutError();
    throw new InvalidStateError(complaint, {
      hint: 'nothing can complete it while the thread of the loop blocks: await it instead',
    });
  }

  #finish(hasFailed: boolean, outcome: unknown): void {
    if (this.done()) throw new InvalidStateError(`${this.#state.toUpperCase()}: ${this}`);
    this.#hasFailed = hasFailed;
    this.#outcome = outcome;
    this.#state = 'finished';
    this.#callBack();
  }

  #callBack(): void {
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const fn of callbacks) this.#call(fn);
  }

  #call(fn: (future: ConcurrentFuture<T>) => void): void {
    try {
      fn(this);
    } catch (exception) {
      rethrowIfCancelled(exception);
      const message = `exception calling callback for ${this}`;
      currentHost().output.warn(describeReport({ message, exception }), exception);
    }
  }

  toString(): string {
    const state = this.cancelled() ? 'cancelled' : this.#state;
    if (state !== 'finished') return `<Future state=${state}>`;
    return `<Future state=finished ${this.failed ? 'raised' : 'returned'} ${typeName(this.#outcome)}>`;
  }
}

/** @internal Complete an asyncio future with what a call on another thread ends with. */
export function chainToLoop<T>(source: ConcurrentFuture<T>, destination: Future<T>): void {
  const { loop } = destination;
  const callbacks = {
    '_chain_future.<locals>._call_check_cancel': () => {
      if (destination.cancelled()) source.cancel();
    },
    '_chain_future.<locals>._set_state': () => {
      if (destination.cancelled()) return;
      if (destination.done()) throw new AssertionError();
      if (source.cancelled()) destination.cancel();
      else if (source.failed) destination.setException(source.exception());
      else destination.setResult(source.result());
    },
  };
  const setState = callbacks['_chain_future.<locals>._set_state'] as AnyCallback;
  destination.addDoneCallback(callbacks['_chain_future.<locals>._call_check_cancel']);
  source.addDoneCallback(() => {
    if (!loop.isClosed()) loop.callSoonThreadsafe(setState, destination, source);
  });
}

/** @internal Complete the future of another thread with what an asyncio future ends with. */
export function chainToThread<T>(source: Future<T>, destination: ConcurrentFuture<T>): void {
  const { loop } = source;
  destination.addDoneCallback(() => {
    if (destination.cancelled()) loop.callSoonThreadsafe(() => source.cancel());
  });
  const callbacks = {
    '_chain_future.<locals>._call_set_state': () => {
      if (source.cancelled()) destination.cancel();
      if (!destination.setRunningOrNotifyCancel()) return;
      if (source.failed) destination.setException(source.exception());
      else destination.setResult(source.result());
    },
  };
  source.addDoneCallback(callbacks['_chain_future.<locals>._call_set_state']);
}
