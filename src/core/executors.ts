/**
 * The port to executors: what makes calls on other threads.
 *
 * The loop knows that there is one; `asyncio/threads` brings the pool that is the default.
 */
import type { ConcurrentFuture } from './concurrent.js';
import type { EventLoop } from './events.js';
import { RuntimeError } from './exceptions.js';

/** How an executor is shut down. */
export interface ShutdownOptions {
  /** Whether to block until its threads have ended; `true` by default. */
  readonly wait?: boolean | undefined;
  /** Whether calls that have not begun are cancelled; `false` by default. */
  readonly cancelFutures?: boolean | undefined;
}

/** What makes calls on other threads (`concurrent.futures.Executor`). */
export interface Executor {
  /** Have a function called; returns the future of its result. */
  submit<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): ConcurrentFuture<R>;
  /** Accept no further call; those accepted are made, unless they are to be cancelled, and may be waited for. */
  shutdown(options?: ShutdownOptions): void;
  /** @internal Call a function when every call accepted has ended. */
  whenIdle(callback: () => void): void;
}

type Maker = (loop: EventLoop) => Executor;

let make: Maker | undefined;

/** @internal Say what the default executor of a loop is. */
export function installDefaultExecutor(maker: Maker): void {
  make = maker;
}

/** @internal */
export function newDefaultExecutor(loop: EventLoop): Executor {
  if (make === undefined) throw new RuntimeError('no executor is installed');
  return make(loop);
}
