/**
 * A call that a pool of threads makes: the job that a host is given, and the future of its result.
 */
import type { Address } from '../core/addresses.js';
import { nameOf } from '../core/addresses.js';
import { ConcurrentFuture } from '../core/concurrent.js';
import { Context } from '../core/contextvars.js';
import type { EventLoop } from '../core/events.js';
import type { Host, PrintedLine, ThreadJob, ThreadOutcome } from '../core/host.js';
import { runningLoop } from '../core/running.js';
import { currentHost } from '../core/surroundings.js';
import { submitFromThread } from './threadsafe.js';

/** A pool, as its calls have it. */
export interface CallingPool {
  /** A thread has made its call. */
  freed(thread: number): void;
  /** The result of a call is known. */
  settled(): void;
}

/** A function with its arguments, to be called on a thread of a pool. */
export class PoolCall implements ThreadJob {
  readonly future: ConcurrentFuture<unknown>;
  readonly address: Address;
  readonly args: readonly unknown[];
  thread = '';
  readonly #pool: CallingPool;
  readonly #fn: (...args: never[]) => unknown;
  readonly #loop: EventLoop | undefined = runningLoop();
  readonly #host: Host = this.#loop?.host ?? currentHost();
  #number = 0;

  constructor(
    pool: CallingPool,
    fn: (...args: never[]) => unknown,
    address: Address,
    args: readonly unknown[],
  ) {
    this.future = new ConcurrentFuture({ host: this.#host, isOnThread: true });
    this.#pool = pool;
    this.#fn = fn;
    this.address = address;
    this.args = args;
  }

  /** Make the call, on the thread of that number and name. */
  begin(number: number, thread: string): void {
    this.#number = number;
    this.thread = thread;
    const loop = this.#loop;
    loop?.instruments?.report('threadBegun', loop, thread, this.#name);
    this.#host.startThread(this);
  }

  /** In a context of its own each time: a simulated thread may call the function again. */
  call(args: readonly unknown[]): unknown {
    return new Context().run(() => this.#fn(...(args as never[])));
  }

  submit(make: () => unknown): ConcurrentFuture<unknown> {
    return submitFromThread(this.#loop, make);
  }

  callSoon(fn: (...args: never[]) => unknown, args: readonly unknown[]): void {
    const loop = this.#loop;
    if (loop !== undefined && !loop.isClosed()) loop.callSoonThreadsafe(fn, ...(args as never[]));
  }

  printed(line: PrintedLine): void {
    const loop = this.#loop;
    loop?.instruments?.report('linePrinted', loop, line);
  }

  ended(outcome: ThreadOutcome): void {
    this.#pool.freed(this.#number);
    const loop = this.#loop;
    loop?.instruments?.report('functionEnded', loop, this.#name);
    loop?.instruments?.report('threadEnded', loop, this.thread, this.#name);
    if ('error' in outcome) this.future.setException(outcome.error);
    else this.future.setResult(outcome.value);
    this.#pool.settled();
  }

  get #name(): string {
    return nameOf(this.#fn);
  }
}
