/**
 * Handles: what `callSoon`, `callLater` and `callAt` return.
 *
 * A handle is a callback with its arguments and the context it runs in, and it can be cancelled
 * until it has run. What a callback throws goes to the loop's exception handler; only an interrupt
 * leaves the loop.
 */
import {
  type Context,
  type ContextHolder,
  enterContextOf,
  leaveContext,
  ownContext,
} from './contextvars.js';
import type { EventLoop } from './events.js';
import { KeyboardInterrupt } from './exceptions.js';
import { withLostObject } from './mistakes.js';
import type { Ready } from './readyqueue.js';
import { repr, typeName } from './repr.js';
import { shortRepr } from './reprlib.js';
import { UNSCHEDULED } from './timerheap.js';
import type { Timer } from './timers.js';

/** Any function that a loop can call. */
export type Callback = (...args: never[]) => unknown;

const NONE: readonly unknown[] = [];

/** A callback that is to be called soon (`asyncio.Handle`). */
export class Handle implements Ready, ContextHolder {
  /** @internal */
  isCancelled = false;
  private callback: Callback | undefined;
  private args: readonly unknown[];
  private description: string | undefined;
  /** @internal */
  context: Context;
  /** @internal */
  readonly loop: EventLoop;

  /** @internal */
  constructor(loop: EventLoop, callback: Callback, args: readonly unknown[], context: Context) {
    this.loop = loop;
    this.callback = callback;
    this.args = args;
    this.context = context;
  }

  /** Cancel the callback; nothing happens when it has run or was cancelled before. */
  cancel(): void {
    if (this.isCancelled) return;
    this.isCancelled = true;
    if (this.loop.getDebug()) this.description = String(this);
    this.callback = undefined;
    this.args = NONE;
  }

  /** Tell whether the callback was cancelled. */
  cancelled(): boolean {
    return this.isCancelled;
  }

  /** Return the context that the callback runs in. */
  getContext(): Context {
    return ownContext(this);
  }

  /** @internal */
  run(): void {
    try {
      this.call();
    } catch (error) {
      if (error instanceof KeyboardInterrupt) throw error;
      this.loop.callExceptionHandler({
        message: `Exception in callback ${this.callbackName()}`,
        exception: this.explained(error),
        handle: this,
      });
    }
  }

  private call(): void {
    const outer = enterContextOf(this);
    try {
      const callback = this.callback as (...args: unknown[]) => unknown;
      callback(...this.args);
    } finally {
      leaveContext(outer);
    }
  }

  /** Return what the callback has thrown, or why it could not be called. */
  private explained(error: unknown): unknown {
    const { callback } = this;
    if (this.isCancelled) return error;
    return isCallable(callback) ? withLostObject(error, callback) : notCallable(callback);
  }

  /** Describe it; in debug mode with its arguments, and with its callback after it was cancelled. */
  toString(): string {
    return this.description ?? `<${this.describe().join(' ')}>`;
  }

  protected describe(): string[] {
    const kind = this.constructor.name;
    const info = this.isCancelled ? [kind, 'cancelled'] : [kind];
    return this.callback === undefined ? info : [...info, this.callbackName()];
  }

  private callbackName(): string {
    return callbackName(this.callback, this.loop.getDebug() ? this.args : undefined);
  }
}

/** @internal A callback that comes from another thread; only its name in descriptions differs. */
export class ThreadSafeHandle extends Handle {
  static {
    Object.defineProperty(ThreadSafeHandle, 'name', { value: '_ThreadSafeHandle' });
  }
}

/** A callback that is to be called at a given time (`asyncio.TimerHandle`). */
export class TimerHandle extends Handle implements Timer {
  /** @internal */
  sequence = UNSCHEDULED;

  /** @internal */
  constructor(
    readonly deadline: number,
    loop: EventLoop,
    callback: Callback,
    args: readonly unknown[],
    context: Context,
  ) {
    super(loop, callback, args, context);
  }

  /** Return the time at which the callback is due, in seconds of the loop's clock. */
  when(): number {
    return this.deadline;
  }

  /** @internal */
  describeTimer(): string {
    return String(this);
  }

  override cancel(): void {
    if (!this.isCancelled) this.loop.timerCancelled(this);
    super.cancel();
  }

  protected override describe(): string[] {
    const info = super.describe();
    info.splice(this.isCancelled ? 2 : 1, 0, `when=${repr(this.deadline)}`);
    return info;
  }
}

const givenBefore = new WeakMap<Callback, readonly unknown[]>();

/** @internal Give a function its first arguments, as `functools.partial` does: descriptions show both calls. */
export function partial<A extends unknown[], R extends unknown[]>(
  fn: (...args: [...A, ...R]) => unknown,
  ...given: A
): (...rest: R) => unknown {
  const callback = (...rest: R) => fn(...given, ...rest);
  Object.defineProperty(callback, 'name', { value: fn.name });
  givenBefore.set(callback, given);
  return callback;
}

/**
 * Name a callback as CPython's messages do; a handle may have none any more, or what is no function.
 *
 * @param args what it is called with, where that is to be shown
 */
export function callbackName(
  callback: Callback | undefined,
  args?: readonly unknown[] | undefined,
): string {
  const given = callback === undefined ? undefined : givenBefore.get(callback);
  const before = given === undefined ? '' : argumentList(args && given);
  return nameOfFunction(callback) + before + argumentList(args);
}

function argumentList(args: readonly unknown[] = []): string {
  return `(${args.map(shortRepr).join(', ')})`;
}

/** A bound function is called what it was before, as a method of Python's is. */
function nameOfFunction(callback: unknown): string {
  if (!isCallable(callback)) return repr(callback);
  return callback.name.replace(/^(bound )+/, '') || '<lambda>';
}

function isCallable(callback: unknown): callback is Callback {
  return typeof callback === 'function';
}

/** Say it as CPython does: JavaScript would name what is inside of a handle. */
function notCallable(callback: unknown): TypeError {
  return new TypeError(`'${typeName(callback)}' object is not callable`);
}
