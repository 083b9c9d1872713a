/**
 * Threads: functions that travel, and the pool that calls them.
 *
 * A worker thread shares nothing with the one that the loop runs on, so a function cannot be handed
 * to it; its address can: the module it is exported from and its name. `threaded` declares that
 * address. What a thread is, its host says: a real one, or on the virtual clock a simulated one with
 * a time of its own.
 */
import { type Address, addressOf, RUNTIME, standIn, travelAddressOf } from '../core/addresses.js';
import type { Awaitable } from '../core/awaitables.js';
import { ConcurrentFuture, chainToThread } from '../core/concurrent.js';
import { Context, copyContext } from '../core/contextvars.js';
import { type Body, type Coroutine, isCoroutine, namedCoroutine } from '../core/coroutines.js';
import { ensureFuture } from '../core/ensurefuture.js';
import type { EventLoop } from '../core/events.js';
import { RuntimeError, ValueError } from '../core/exceptions.js';
import { type Executor, installDefaultExecutor } from '../core/executors.js';
import type { Submission } from '../core/host.js';
import { repr } from '../core/repr.js';
import { getRunningLoop, runningLoop } from '../core/running.js';
import { checkSeconds } from '../core/seconds.js';
import { currentHost } from '../core/surroundings.js';
import { type Threaded, threaded } from './threaded.js';

/**
 * Call a function on a thread and wait for its result (`asyncio.to_thread`).
 *
 * The function is one that `threaded` has declared; arguments and result are copied, not shared.
 *
 * @throws TypeError when the function cannot travel; the message says how to declare it.
 * @example
 * export const hardWork = threaded(import.meta.url, function hardWork(n: number) {
 *   blockingSleep(n);
 *   return n * 2;
 * });
 * // in a coroutine:
 * const result = yield* toThread(hardWork, 3);
 */
export function toThread<A extends unknown[], R>(
  fn: Threaded<A, R>,
  ...args: A
): Coroutine<Awaited<R>> {
  return namedCoroutine('to_thread', callOnThread(fn, args));
}

function* callOnThread<A extends unknown[], R>(fn: Threaded<A, R>, args: A): Body<Awaited<R>> {
  const context = copyContext();
  const inContext = (...own: A) => context.copy().run(() => fn(...own));
  const call = addressOf(fn) === undefined ? fn : standIn(fn, inContext);
  return yield* getRunningLoop().runInExecutor(undefined, call, ...args);
}

interface Call {
  readonly fn: (...args: never[]) => unknown;
  readonly address: Address;
  readonly args: readonly unknown[];
  readonly future: ConcurrentFuture<unknown>;
  readonly loop: EventLoop | undefined;
}

let pools = 0;

/**
 * A pool of threads (`concurrent.futures.ThreadPoolExecutor`).
 *
 * It makes as many calls at a time as it has threads; a further one waits for a thread to be free.
 *
 * @example
 * const pool = new ThreadPoolExecutor({ maxWorkers: 2 });
 * const result = yield* getRunningLoop().runInExecutor(pool, hardWork, 3);
 */
export class ThreadPoolExecutor implements Executor {
  /** The most calls that it makes at a time. */
  readonly maxWorkers: number;
  readonly #prefix: string;
  readonly #waiting: Call[] = [];
  /** The threads that have nothing to do, by number, the one that is idle longest first. */
  readonly #idle: number[] = [];
  #threads = 0;
  #isShutDown = false;
  #whenIdle: (() => void)[] = [];

  /**
   * @param options how many threads, `min(32, cores + 4)` by default, and how their names begin
   * @throws ValueError when there would be none.
   */
  constructor(
    options: number | { readonly maxWorkers?: number; readonly threadNamePrefix?: string } = {},
  ) {
    const { maxWorkers, threadNamePrefix } =
      typeof options === 'number' ? { maxWorkers: options, threadNamePrefix: undefined } : options;
    if (maxWorkers !== undefined && !(maxWorkers > 0)) {
      throw new ValueError('max_workers must be greater than 0');
    }
    this.maxWorkers = maxWorkers ?? Math.min(32, currentHost().cores + 4);
    this.#prefix = threadNamePrefix ?? `ThreadPoolExecutor-${pools++}`;
  }

  /**
   * Have a function called on one of the threads; returns the future of its result.
   *
   * @throws RuntimeError when the pool is shut down.
   * @throws TypeError when the function cannot travel.
   */
  submit<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): ConcurrentFuture<R> {
    if (this.#isShutDown) throw new RuntimeError('cannot schedule new futures after shutdown');
    const address = addressOf(fn);
    if (address?.module === undefined) throw cannotTravel(fn);
    const future = new ConcurrentFuture<R>();
    this.#waiting.push({
      fn,
      address,
      args,
      future: future as ConcurrentFuture<unknown>,
      loop: runningLoop(),
    });
    this.#startNext();
    return future;
  }

  /** Accept no further call; calls that wait are made still, unless they are to be cancelled. */
  shutdown(options: { readonly cancelFutures?: boolean } = {}): void {
    this.#isShutDown = true;
    if (options.cancelFutures) {
      for (const { future } of this.#waiting.splice(0)) future.cancel();
    }
  }

  /** @internal */
  whenIdle(callback: () => void): void {
    if (this.#isIdle()) callback();
    else this.#whenIdle.push(callback);
  }

  #isIdle(): boolean {
    return this.#waiting.length === 0 && this.#idle.length === this.#threads;
  }

  #startNext(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#freeThread();
      if (thread === undefined) return;
      const call = this.#waiting.shift() as Call;
      if (call.future.setRunningOrNotifyCancel()) this.#start(thread, call);
      else this.#idle.unshift(thread);
    }
  }

  #freeThread(): number | undefined {
    const idle = this.#idle.shift();
    if (idle !== undefined || this.#threads === this.maxWorkers) return idle;
    this.#threads += 1;
    return this.#threads - 1;
  }

  #start(number: number, { fn, address, args, future, loop }: Call): void {
    const thread = `${this.#prefix}_${number}`;
    const { name } = fn;
    loop?.instruments?.report('threadBegun', loop, thread, name);
    const host = loop?.host ?? currentHost();
    host.startThread({
      // A copy for each time: a simulated thread may call the function again from its start.
      fn: (...own: never[]) => new Context().run(() => fn(...own)),
      address,
      args,
      thread,
      submit: (make) => submitFromThread(loop, make),
      callSoon: (callback) => {
        if (loop !== undefined && !loop.isClosed()) loop.callSoonThreadsafe(callback);
      },
      printed: (line) => loop?.instruments?.report('linePrinted', loop, line),
      ended: (outcome) => {
        this.#idle.push(number);
        loop?.instruments?.report('functionEnded', loop, name);
        loop?.instruments?.report('threadEnded', loop, thread, name);
        if ('error' in outcome) future.setException(outcome.error);
        else future.setResult(outcome.value);
        this.#startNext();
        if (this.#isIdle()) for (const callback of this.#whenIdle.splice(0)) callback();
      },
    });
  }
}

installDefaultExecutor(() => new ThreadPoolExecutor({ threadNamePrefix: 'asyncio' }));

/**
 * Run a coroutine in a loop from another thread (`asyncio.run_coroutine_threadsafe`).
 *
 * On the thread of a `threaded` function it takes a coroutine function and its arguments, which
 * travel to the loop that made the call; `.result(timeout)` blocks the thread, not the loop. In plain
 * JavaScript it takes a coroutine and its loop, and the future it returns can be awaited.
 *
 * @throws RuntimeError when it is given a function and there is no thread to speak of.
 * @example
 * export const worker = threaded(import.meta.url, function worker() {
 *   return runCoroutineThreadsafe(fetchPage, 1).result(5);
 * });
 */
export function runCoroutineThreadsafe<T>(coro: Awaitable<T>, loop: EventLoop): ConcurrentFuture<T>;
export function runCoroutineThreadsafe<A extends unknown[], T>(
  fn: (...args: A) => Awaitable<T>,
  ...args: A
): Submission<T>;
export function runCoroutineThreadsafe(
  first: Awaitable<unknown> | ((...args: never[]) => Awaitable<unknown>),
  ...rest: unknown[]
): ConcurrentFuture<unknown> | Submission<unknown> {
  if (typeof first === 'function') {
    return threadPort('runCoroutineThreadsafe').submit(travelAddressOf(first), rest);
  }
  if (!isCoroutine(first)) throw new TypeError('A coroutine object is required');
  return submitTo(rest[0] as EventLoop, () => first);
}

/**
 * Have a function called in the loop, from the thread of a `threaded` function
 * (`loop.call_soon_threadsafe`).
 *
 * Like the coroutine functions that travel, it is one that a module declares, with `threaded`.
 *
 * @throws RuntimeError when it is not called on such a thread.
 */
export function callSoonThreadsafe<A extends unknown[]>(
  fn: (...args: A) => unknown,
  ...args: A
): void {
  threadPort('callSoonThreadsafe').callSoon(travelAddressOf(fn), args);
}

/**
 * Block the calling thread for so many seconds (`time.sleep`).
 *
 * On the thread of the loop nothing else runs meanwhile: that is what it is here to show.
 */
export const blockingSleep: Threaded<[seconds: number], void> = threaded(
  RUNTIME,
  function blockingSleep(seconds: number): void {
    checkSeconds(seconds, 'secs');
    if (seconds < 0) throw new ValueError('sleep length must be non-negative');
    currentHost().blockingSleep(seconds);
  },
);

/** Return the number of the calling thread; the one that loops run on has 1 (`threading.get_ident`). */
export function threadId(): number {
  return currentHost().threadId();
}

function threadPort(name: string) {
  const port = currentHost().threadPort();
  if (port === undefined) {
    throw new RuntimeError(`${name}(function, …) is for threads: call it in a threaded function`, {
      hint: 'on the thread of the loop, make a task or call loop.callSoon',
    });
  }
  return port;
}

function submitTo(loop: EventLoop | undefined, make: () => unknown): ConcurrentFuture<unknown> {
  if (loop === undefined) throw new RuntimeError('the thread was not started from a running loop');
  const future = new ConcurrentFuture<unknown>();
  loop.callSoonThreadsafe(() => {
    try {
      chainToThread(ensureFuture(make() as Awaitable<unknown>, { loop }), future);
    } catch (error) {
      if (future.setRunningOrNotifyCancel()) future.setException(error);
      throw error;
    }
  });
  return future;
}

/** A thread may have no loop, or outlive its own: then what it submits fails, and nothing else does. */
function submitFromThread(
  loop: EventLoop | undefined,
  make: () => unknown,
): ConcurrentFuture<unknown> {
  try {
    return submitTo(loop, make);
  } catch (error) {
    const future = new ConcurrentFuture<unknown>();
    future.setException(error);
    return future;
  }
}

function cannotTravel(fn: unknown): TypeError {
  if (addressOf(fn) !== undefined || isCoroutine(fn)) {
    return new TypeError('coroutines cannot be used with toThread(): await them, or make a task');
  }
  if (typeof fn !== 'function') return new TypeError(`a function was expected, got ${repr(fn)}`);
  const name = fn.name || 'work';
  return new TypeError(
    `function '${name}' cannot travel to a thread: declare it with ` +
      `export const ${name} = threaded(import.meta.url, function ${name}(…) { … })`,
  );
}
