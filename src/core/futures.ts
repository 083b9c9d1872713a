/**
 * Futures: results that are not there yet.
 *
 * A future is pending, then finished or cancelled, once. When it is done, its callbacks are not
 * called: they are put on the loop's ready queue, in the order in which they were added. A task that
 * waits for a future is one of those callbacks.
 *
 * A future is its own iterator: `next` asks for a suspension while it is pending and gives the
 * result when it is done, so that awaiting a future that is done does not suspend.
 */
import type { Awaitable, Suspension } from './awaitables.js';
import { checkCallback } from './callbacks.js';
import { type Context, inheritContext } from './contextvars.js';
import type { EventLoop } from './events.js';
import { CancelledError, exceptionOf, InvalidStateError, RuntimeError } from './exceptions.js';
import { type Callback, callbackName, Handle } from './handles.js';
import { keyword } from './keyword.js';
import type { Ready } from './readyqueue.js';
import { repr } from './repr.js';
import { shortRepr } from './reprlib.js';
import { getEventLoop } from './running.js';

type State = 'pending' | 'finished' | 'failed' | 'cancelled';

/** A function to be called with a future that is done. */
export type DoneCallback<T = unknown> = (future: Future<T>) => unknown;

/** @internal A task that waits: woken as it is, without a handle around it. */
export interface Waiter extends Ready {
  /** Its name where callbacks are listed. */
  readonly callbackName: string;
  wakeUp(future: Future<unknown>): void;
}

/** @internal A task, as a future that it waits for sees it. */
export type Awaiter = Future<unknown> & { readonly waitsFor: Future<unknown> | undefined };

interface AddedCallback {
  readonly fn: Callback;
  readonly context: Context;
}

let births = 0;

const beingDescribed = new Set<object>();

/**
 * CPython notes once that a task waits for a future, whether by itself or by way of a `gather`, so that
 * the end of the `gather` takes away both. For each task the future that this has happened with.
 */
const lostWaits = new WeakMap<Future<unknown>, Future<unknown>>();

/** The result of an operation that may not have ended yet (`asyncio.Future`). */
export class Future<T = unknown> implements Awaitable<T>, PromiseLike<T> {
  /** @internal */
  loop: EventLoop;
  /** @internal Its place in the order of creation, in which sets of futures are walked. */
  readonly birth: number;
  /** @internal */
  state: State = 'pending';
  /** @internal Set by `next`, so that a task can tell `yield*` from a bare `yield`. */
  isBlocking = false;
  /** @internal What waiting for it is called in reports: `Lock.acquire()`. */
  declare label: string | undefined;
  /** The tasks that wait for it by way of a `gather`, a `wait`, a group: mostly one at a time. */
  private waiters: Future<unknown> | Set<Future<unknown>> | undefined;
  /** @internal */
  declare cancelMessage: unknown;
  /** @internal The result or the exception; of a task that was cancelled the error, for the first who asks. */
  protected outcome: unknown;
  /** One callback as it is, several as a list: most futures have one. */
  private callbacks: AddedCallback | Waiter | (AddedCallback | Waiter)[] | undefined;

  static {
    // Most futures have none, so they do not carry one.
    Future.prototype.label = undefined;
    Future.prototype.cancelMessage = undefined;
  }

  /** Make a pending future of the running loop, or of the loop given. */
  constructor(options: { readonly loop?: EventLoop | undefined } = {}) {
    this.loop = options.loop ?? getEventLoop();
    births += 1;
    this.birth = births;
  }

  /** Return the loop that the future belongs to. */
  getLoop(): EventLoop {
    return this.loop;
  }

  /** Tell whether it has a result or an exception, or was cancelled. */
  done(): boolean {
    return this.state !== 'pending';
  }

  /** Tell whether it was cancelled. */
  cancelled(): boolean {
    return this.state === 'cancelled';
  }

  /**
   * Return the result, or throw the exception that it ended with.
   *
   * @throws CancelledError when it was cancelled.
   * @throws InvalidStateError when it is not done yet.
   */
  result(): T {
    if (this.state === 'cancelled') throw this.makeCancelledError();
    if (this.state === 'pending') throw new InvalidStateError('Result is not set.');
    if (this.state === 'finished') return this.outcome as T;
    this.markRetrieved();
    throw this.outcome;
  }

  /**
   * Return the exception that it ended with; `undefined` when it ended well.
   *
   * @throws CancelledError when it was cancelled.
   * @throws InvalidStateError when it is not done yet.
   */
  exception(): unknown {
    if (this.state === 'cancelled') throw this.makeCancelledError();
    if (this.state === 'pending') throw new InvalidStateError('Exception is not set.');
    if (this.state === 'finished') return undefined;
    this.markRetrieved();
    return this.outcome;
  }

  /**
   * Mark it as done, with a result.
   *
   * @throws InvalidStateError when it is done already.
   */
  setResult(result: T): void {
    this.finish(false, result);
  }

  /**
   * Mark it as done, with an exception; a class of errors stands for a new one of it.
   *
   * @throws InvalidStateError when it is done already.
   */
  setException(exception: unknown): void {
    this.finish(true, exceptionOf(exception));
  }

  /** Cancel it, with a message or with `{ msg }`; tells whether it was still pending. */
  cancel(msg?: unknown): boolean {
    this.markRetrieved();
    if (this.state !== 'pending') return false;
    this.state = 'cancelled';
    this.keepCancelMessage(keyword(msg, 'msg'));
    this.becomeDone();
    return true;
  }

  /** @internal Nearly all have none, and do not carry one. */
  protected keepCancelMessage(message: unknown): void {
    if (message !== this.cancelMessage) this.cancelMessage = message;
  }

  /** Have a function called soon after it is done; at once, if it is done already. */
  addDoneCallback(
    fn: (future: this) => unknown,
    options: { readonly context?: Context } = {},
  ): void {
    const callback = { fn, context: options.context ?? inheritContext() };
    if (this.state === 'pending') this.addCallback(callback);
    else this.scheduleCallback(callback);
  }

  /** Take a function back; returns how many times it had been added. */
  removeDoneCallback(fn: (future: this) => unknown): number {
    const taken: Callback = fn;
    return this.dropCallbacks((callback) => 'fn' in callback && callback.fn === taken);
  }

  /** Let plain JavaScript `await` it; it counts as looked at. */
  // biome-ignore lint/suspicious/noThenProperty: a future is PromiseLike on purpose
  then<R = T, E = never>(
    onFulfilled?: ((value: T) => R | PromiseLike<R>) | null,
    onRejected?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): Promise<R | E> {
    this.loop.sharedWithPromises = true;
    return new Promise<T>((resolve, reject) => {
      const settle = () => {
        try {
          resolve(this.result());
        } catch (error) {
          reject(error);
        }
      };
      // The loop of a future that is done may not run any more.
      if (this.done()) settle();
      else this.addDoneCallback(settle);
    }).then(onFulfilled, onRejected);
  }

  /** Await it: `yield* future`. */
  [Symbol.iterator](): Iterator<Suspension, T, unknown> {
    return this as unknown as Iterator<Suspension, T, unknown>;
  }

  /** @internal */
  next(): IteratorResult<Suspension, T> {
    if (this.state !== 'pending') return { done: true, value: this.result() };
    if (this.isBlocking) throw new RuntimeError("await wasn't used with future");
    this.isBlocking = true;
    return { done: false, value: this as unknown as Suspension };
  }

  /** @internal */
  throw(error: unknown): IteratorResult<Suspension, T> {
    throw error;
  }

  /** @internal */
  return(value: T): IteratorResult<Suspension, T> {
    return { done: true, value };
  }

  /** @internal Put a callback, or a task that waits, on the list. */
  addCallback(callback: AddedCallback | Waiter): void {
    const { callbacks } = this;
    if (callbacks === undefined) this.callbacks = callback;
    else if (Array.isArray(callbacks)) callbacks.push(callback);
    else this.callbacks = [callbacks, callback];
  }

  /** @internal Wake a task no more. */
  dropWaiter(waiter: Waiter): void {
    this.dropCallbacks((callback) => callback === waiter);
  }

  private dropCallbacks(isDropped: (callback: AddedCallback | Waiter) => boolean): number {
    const before = this.allCallbacks();
    const rest = before.filter((callback) => !isDropped(callback));
    this.callbacks = rest.length === 0 ? undefined : rest;
    return before.length - rest.length;
  }

  private allCallbacks(): (AddedCallback | Waiter)[] {
    const { callbacks = [] } = this;
    return Array.isArray(callbacks) ? callbacks : [callbacks];
  }

  /** @internal Note that a task waits for it by way of something that waits for several. */
  addAwaiter(awaiter: Future<unknown>): void {
    const { waiters } = this;
    if (waiters === undefined) this.waiters = awaiter;
    else if (waiters instanceof Set) waiters.add(awaiter);
    else if (waiters !== awaiter) this.waiters = new Set([waiters, awaiter]);
  }

  /** @internal */
  removeAwaiter(awaiter: Awaiter): void {
    this.forgetAwaiter(awaiter);
    if (awaiter.waitsFor === this) lostWaits.set(awaiter, this);
  }

  /** @internal The end of a task's own wait takes away, too, what was noted by way of others. */
  forgetAwaiter(awaiter: Future<unknown>): void {
    const { waiters } = this;
    if (waiters === undefined) return;
    if (waiters === awaiter) this.waiters = undefined;
    else if (waiters instanceof Set) waiters.delete(awaiter);
  }

  /** @internal Tell whether a task waits for it by itself, and CPython still knows. */
  isAwaitedBy(task: Awaiter): boolean {
    return task.waitsFor === this && lostWaits.get(task) !== this;
  }

  /** @internal The tasks that wait for it by way of a `gather`, a `wait`, a group. */
  awaiters(): Iterable<Future<unknown>> {
    const { waiters = [] } = this;
    return waiters instanceof Future ? [waiters] : waiters;
  }

  /** @internal Take the list of callbacks, for a description. */
  callbackNames(): string[] {
    return this.allCallbacks().map((callback) =>
      'fn' in callback ? callbackName(callback.fn) : callback.callbackName,
    );
  }

  /** @internal Make the error of a cancellation; the one that was caught goes to the first. */
  makeCancelledError(): unknown {
    const caught = this.outcome;
    if (this.state === 'cancelled' && caught !== undefined) {
      this.outcome = undefined;
      return caught;
    }
    return new CancelledError(this.cancelMessage);
  }

  /** @internal */
  protected finish(hasFailed: boolean, outcome: unknown): void {
    if (this.state !== 'pending') throw new InvalidStateError('invalid state');
    this.outcome = outcome;
    this.state = hasFailed ? 'failed' : 'finished';
    if (hasFailed) this.loop.unretrieved.add(this);
    this.becomeDone();
  }

  /** @internal Whether it ended with an exception; does not count as looking at it. */
  get failed(): boolean {
    return this.state === 'failed';
  }

  /** @internal Say what a task that awaits it waits for, in a word. */
  describeWait(): string {
    return this.label ?? 'a Future';
  }

  /** @internal The exception for a report; does not count as looking at it. */
  get failure(): unknown {
    return this.failed ? this.outcome : undefined;
  }

  toString(): string {
    // Tasks may wait for one another: each is described once.
    if (beingDescribed.has(this)) return '...';
    beingDescribed.add(this);
    try {
      return `<${this.constructor.name} ${this.describe().join(' ')}>`;
    } finally {
      beingDescribed.delete(this);
    }
  }

  /** @internal */
  protected describe(): string[] {
    const info: string[] = [this.failed ? 'finished' : this.state];
    if (this.failed) info.push(`exception=${repr(this.outcome)}`);
    else if (this.state === 'finished') info.push(`result=${shortRepr(this.outcome)}`);
    const names = this.callbackNames();
    if (names.length > 2)
      info.push(`cb=[${names[0]}, <${names.length - 2} more>, ${names.at(-1)}]`);
    else if (names.length > 0) info.push(`cb=[${names.join(', ')}]`);
    return info;
  }

  /** @internal */
  protected markRetrieved(): void {
    if (this.failed) this.loop.unretrieved.delete(this);
  }

  /** @internal Put all callbacks on the ready queue, in the order in which they were added. */
  protected becomeDone(): void {
    const { callbacks } = this;
    if (callbacks === undefined) return;
    this.callbacks = undefined;
    if (Array.isArray(callbacks)) {
      for (const callback of callbacks) this.scheduleCallback(callback);
    } else {
      this.scheduleCallback(callbacks);
    }
  }

  private scheduleCallback(callback: AddedCallback | Waiter): void {
    if ('fn' in callback) {
      if (this.loop.getDebug()) checkCallback(callback.fn, 'callSoon');
      this.loop.addReady(new Handle(this.loop, callback.fn, [this], callback.context));
    } else {
      callback.wakeUp(this);
    }
  }
}

/** @internal Compare futures by the order of their creation. */
export function byCreation(a: { birth: number }, b: { birth: number }): number {
  return a.birth - b.birth;
}

/** Tell whether an object is a future or a task (`asyncio.isfuture`). */
export function isFuture(object: unknown): object is Future<unknown> {
  return object instanceof Future;
}
