/**
 * Handles: what `callSoon`, `callLater` and `callAt` return.
 *
 * A handle is a callback with its arguments and the context it runs in, and it can be cancelled
 * until it has run. What a callback throws goes to the loop's exception handler; only an interrupt
 * leaves the loop.
 */
import { type Context, copyContext, enterContext, leaveContext } from './contextvars.js';
import type { EventLoop } from './events.js';
import { KeyboardInterrupt } from './exceptions.js';
import type { Ready } from './readyqueue.js';
import type { Timed } from './timerheap.js';

/** Any function that a loop can call. */
export type Callback = (...args: never[]) => unknown;

/** A callback that is to be called soon (`asyncio.Handle`). */
export class Handle implements Ready {
  /** @internal */
  isCancelled = false;
  #callback: Callback | undefined;
  #args: readonly unknown[];
  readonly #context: Context;
  /** @internal */
  readonly loop: EventLoop;

  /** @internal */
  constructor(loop: EventLoop, callback: Callback, args: readonly unknown[], context?: Context) {
    this.loop = loop;
    this.#callback = callback;
    this.#args = args;
    this.#context = context ?? copyContext();
  }

  /** Cancel the callback; nothing happens when it has run or was cancelled before. */
  cancel(): void {
    this.isCancelled = true;
    this.#callback = undefined;
    this.#args = [];
  }

  /** Tell whether the callback was cancelled. */
  cancelled(): boolean {
    return this.isCancelled;
  }

  /** Return the context that the callback runs in. */
  getContext(): Context {
    return this.#context;
  }

  /** @internal */
  run(): void {
    try {
      this.#call();
    } catch (error) {
      if (error instanceof KeyboardInterrupt) throw error;
      this.loop.callExceptionHandler({
        message: `Exception in callback ${callbackName(this.#callback)}`,
        exception: error,
        handle: this,
      });
    }
  }

  #call(): void {
    const outer = enterContext(this.#context);
    try {
      (this.#callback as (...args: unknown[]) => unknown)(...this.#args);
    } finally {
      leaveContext(outer);
    }
  }

  toString(): string {
    return `<${this.describe().join(' ')}>`;
  }

  protected describe(): string[] {
    const kind = this.constructor.name;
    return this.isCancelled ? [kind, 'cancelled'] : [kind, callbackName(this.#callback)];
  }
}

/** A callback that is to be called at a given time (`asyncio.TimerHandle`). */
export class TimerHandle extends Handle implements Timed {
  /** @internal */
  sequence = 0;
  /** @internal Whether it is in the loop's heap. */
  scheduled = false;

  /** @internal */
  constructor(
    readonly deadline: number,
    loop: EventLoop,
    callback: Callback,
    args: readonly unknown[],
    context?: Context,
  ) {
    super(loop, callback, args, context);
  }

  /** Return the time at which the callback is due, in seconds of the loop's clock. */
  when(): number {
    return this.deadline;
  }

  override cancel(): void {
    if (!this.isCancelled) this.loop.timerCancelled(this);
    super.cancel();
  }

  protected override describe(): string[] {
    const info = super.describe();
    info.splice(this.isCancelled ? 2 : 1, 0, `when=${this.deadline}`);
    return info;
  }
}

/** Name a callback as CPython's messages do; a handle that was cancelled has none any more. */
export function callbackName(callback: Callback | undefined): string {
  return callback === undefined ? 'None()' : `${callback.name || '<lambda>'}()`;
}
