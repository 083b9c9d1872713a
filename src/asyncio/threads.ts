/**
 * Threads: functions that travel, and the pool that calls them.
 *
 * A worker thread shares nothing with the one that the loop runs on, so a function cannot be handed
 * to it; its address can: the module it is exported from and its name. `threaded` declares that
 * address. What a thread is, its host says: a real one, or on the virtual clock a simulated one with
 * a time of its own.
 */
import { addressOf, RUNTIME, standIn } from '../core/addresses.js';
import type { ConcurrentFuture } from '../core/concurrent.js';
import { copyContext } from '../core/contextvars.js';
import { type Body, type Coroutine, isCoroutine, namedCoroutine } from '../core/coroutines.js';
import { RuntimeError, ValueError } from '../core/exceptions.js';
import { type Executor, installDefaultExecutor, type ShutdownOptions } from '../core/executors.js';
import type { Host } from '../core/host.js';
import { interpreted } from '../core/operands.js';
import { repr } from '../core/repr.js';
import { getRunningLoop } from '../core/running.js';
import { currentHost } from '../core/surroundings.js';
import { PoolCall } from './poolcall.js';
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
  const call =
    addressOf(fn) === undefined
      ? fn
      : standIn(fn, (...own: A) => context.copy().run(() => fn(...own)));
  return yield* getRunningLoop().runInExecutor(undefined, call, ...args);
}

let pools = 0;

/** What a pool of threads can be told when it is made. */
export interface ThreadPoolOptions {
  /** The most calls that it makes at a time. */
  readonly maxWorkers?: number | undefined;
  /** How the names of its threads begin. */
  readonly threadNamePrefix?: string | undefined;
}

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
  readonly #waiting: PoolCall[] = [];
  /** The threads that have nothing to do, by number, the one that is idle longest first. */
  readonly #idle: number[] = [];
  #threads = 0;
  #isShutDown = false;
  #whenIdle: (() => void)[] = [];
  /** Where its last call is made. */
  #host: Host | undefined;

  /**
   * @param first how many threads, `min(32, cores + 4)` by default; or the options
   * @param options how their names begin
   * @throws ValueError when there would be none.
   */
  constructor(
    first?: number | ThreadPoolOptions,
    options: ThreadPoolOptions = typeof first === 'object' ? first : {},
  ) {
    const { maxWorkers = typeof first === 'number' ? first : undefined, threadNamePrefix } =
      options;
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
    const call = new PoolCall(this, fn, address, args);
    this.#host = call.future.host;
    this.#waiting.push(call);
    this.#startNext();
    return call.future as ConcurrentFuture<R>;
  }

  /**
   * Have a function called once for each item, of several iterables for each row, and give the results in
   * their order: each is blocked for when it is asked for.
   *
   * All calls are submitted at once; those that have not begun are cancelled when nobody asks any more.
   *
   * @throws RuntimeError when the pool is shut down.
   * @example
   * for (const result of pool.map(hardWork, [1, 2, 3])) print(result);
   */
  map<A extends unknown[], R>(
    fn: (...args: A) => R,
    ...iterables: { readonly [K in keyof A]: Iterable<A[K]> }
  ): Generator<R, void> {
    const calls = rowsOf(iterables).map((row) => this.submit(fn, ...(row as A)));
    return resultsOf(calls);
  }

  /**
   * Accept no further call, and block until those that were accepted have ended
   * (`Executor.shutdown`, and the end of `with`).
   *
   * The loop is blocked meanwhile: what it has to do itself for its threads never comes.
   *
   * @param first whether to block, `true` by default; or the options
   */
  shutdown(
    first: boolean | ShutdownOptions = {},
    options: ShutdownOptions = typeof first === 'object' ? first : {},
  ): void {
    const { wait = typeof first === 'boolean' ? first : true, cancelFutures = false } = options;
    this.#isShutDown = true;
    if (cancelFutures) for (const { future } of this.#waiting.splice(0)) future.cancel();
    if (wait) this.#host?.blockUntil(() => this.#isIdle(), Number.POSITIVE_INFINITY);
  }

  /** @internal */
  whenIdle(callback: () => void): void {
    if (this.#isIdle()) callback();
    else this.#whenIdle.push(callback);
  }

  /** @internal */
  freed(thread: number): void {
    this.#idle.push(thread);
  }

  /** @internal */
  settled(): void {
    this.#startNext();
    if (this.#isIdle()) for (const callback of this.#whenIdle.splice(0)) callback();
  }

  #isIdle(): boolean {
    return this.#waiting.length === 0 && this.#idle.length === this.#threads;
  }

  #startNext(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#freeThread();
      if (thread === undefined) return;
      const call = this.#waiting.shift() as PoolCall;
      if (call.future.setRunningOrNotifyCancel()) call.begin(thread, `${this.#prefix}_${thread}`);
      else this.#idle.unshift(thread);
    }
  }

  #freeThread(): number | undefined {
    const idle = this.#idle.shift();
    if (idle !== undefined || this.#threads === this.maxWorkers) return idle;
    this.#threads += 1;
    return this.#threads - 1;
  }

  toString(): string {
    return '<concurrent.futures.thread.ThreadPoolExecutor object>';
  }
}

/** Return the first items of all iterables, then the second ones, until one of them has no more. */
function rowsOf(iterables: readonly Iterable<unknown>[]): unknown[][] {
  const columns = iterables.map((items) => [...items]);
  const length = Math.min(...columns.map((column) => column.length));
  return Array.from({ length }, (_, index) => columns.map((column) => column[index]));
}

function* resultsOf<R>(calls: readonly ConcurrentFuture<R>[]): Generator<R, void> {
  try {
    for (const call of calls) yield call.result();
  } finally {
    for (const call of calls) call.cancel();
  }
}

installDefaultExecutor(() => new ThreadPoolExecutor({ threadNamePrefix: 'asyncio' }));

/**
 * Block the calling thread for so many seconds (`time.sleep`).
 *
 * On the thread of the loop nothing else runs meanwhile: that is what it is here to show.
 */
export const blockingSleep: Threaded<[seconds: number], void> = threaded(
  RUNTIME,
  function blockingSleep(seconds: number): void {
    const length = interpreted(seconds, 'a number of seconds');
    if (Number.isNaN(length)) throw new ValueError('Invalid value NaN (not a number)');
    if (length < 0) throw new ValueError('sleep length must be non-negative');
    currentHost().blockingSleep(length);
  },
);

/** Return the number of the calling thread; the one that loops run on has 1 (`threading.get_ident`). */
export function threadId(): number {
  return currentHost().threadId();
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
