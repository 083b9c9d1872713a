/**
 * Results in the order in which they are there.
 */
import type { Awaitable } from '../core/awaitables.js';
import { Coroutine, namedCoroutine } from '../core/coroutines.js';
import { ensureFuture } from '../core/ensurefuture.js';
import { TimeoutError } from '../core/exceptions.js';
import { byCreation, type Future, isFuture } from '../core/futures.js';
import type { TimerHandle } from '../core/handles.js';
import { refuseUnknown } from '../core/keyword.js';
import { getEventLoop } from '../core/running.js';
import type { AsyncSource } from './asyncfor.js';
import { distinct } from './distinct.js';
import { Queue } from './queues.js';

type ResultOf<A> = A extends Awaitable<infer T> ? T : never;

/** What `asCompleted` gives: iterate with `for … of`, or with `asyncFor`. */
export class AsCompleted<T> implements Iterable<Coroutine<T>>, AsyncSource<Future<T>> {
  readonly #done = new Queue<Future<T> | undefined>();
  readonly #todo = new Set<Future<T>>();
  readonly #timer: TimerHandle | undefined;
  readonly #callbacks = {
    // Its name is CPython's, as descriptions show it.
    '_AsCompletedIterator._handle_completion': (future: Future<T>) =>
      this.#handleCompletion(future),
  };
  #left: number;

  /** @internal Use `asCompleted`. */
  constructor(awaitables: Iterable<Awaitable<T>>, timeout: number | undefined) {
    const loop = getEventLoop();
    const known = distinct(awaitables);
    if (known === undefined) throw notIterable(awaitables);
    const given = [...known].filter((awaitable): awaitable is Future<T> => isFuture(awaitable));
    const others = [...known].filter((awaitable) => !isFuture(awaitable));
    for (const awaitable of [...given.sort(byCreation), ...others]) {
      this.#todo.add(ensureFuture(awaitable, { loop }));
    }
    for (const future of this.#todo) future.addDoneCallback(this.#onDone);
    this.#left = this.#todo.size;
    if (this.#left > 0 && timeout !== undefined) {
      // Its name is CPython's, which descriptions show.
      const { '_AsCompletedIterator._handle_timeout': handleTimeout } = {
        '_AsCompletedIterator._handle_timeout': () => this.#handleTimeout(),
      };
      this.#timer = loop.callLater(timeout, handleTimeout);
    }
  }

  /** Give a coroutine for each result to come: await it for the next one that is there. */
  *[Symbol.iterator](): IterableIterator<Coroutine<T>> {
    while (this.#left > 0) {
      this.#left -= 1;
      yield namedCoroutine('_AsCompletedIterator._wait_for_one', this.#nextResult());
    }
  }

  /** Give the next future that is done: the very one given, where it was a future or task. */
  anext(): Coroutine<IteratorResult<Future<T>, undefined>> {
    return namedCoroutine('_AsCompletedIterator.__anext__', this.#nextFuture());
  }

  toString(): string {
    return '<asyncio.tasks._AsCompletedIterator object>';
  }

  *#nextResult() {
    return (yield* this.#nextDone()).result();
  }

  *#nextFuture() {
    if (this.#left === 0) return { done: true as const, value: undefined };
    this.#left -= 1;
    const waiting = namedCoroutine('_AsCompletedIterator._wait_for_one', this.#nextDone());
    return { done: false as const, value: yield* waiting };
  }

  *#nextDone() {
    const future = yield* this.#done.get();
    if (future === undefined) throw new TimeoutError();
    return future;
  }

  get #onDone() {
    return this.#callbacks['_AsCompletedIterator._handle_completion'];
  }

  #handleTimeout(): void {
    for (const future of this.#todo) {
      future.removeDoneCallback(this.#onDone);
      this.#done.putNowait(undefined);
    }
    this.#todo.clear();
  }

  #handleCompletion(future: Future<T>): void {
    // The time was over first.
    if (this.#todo.size === 0) return;
    this.#todo.delete(future);
    this.#done.putNowait(future);
    if (this.#todo.size === 0) this.#timer?.cancel();
  }
}

/**
 * Run awaitables at the same time and give their results as they come (`asyncio.as_completed`).
 *
 * @throws TimeoutError from what is awaited, when the time is over before all are done.
 * @example
 * for (const next of asCompleted(jobs, { timeout: 5 })) print(yield* next);
 */
export function asCompleted<A extends Awaitable<unknown>>(
  awaitables: Iterable<A>,
  options: { readonly timeout?: number | undefined } = {},
): AsCompleted<ResultOf<A>> {
  refuseUnknown(options, ['timeout'], 'asCompleted');
  if (isFuture(awaitables) || awaitables instanceof Coroutine) throw notIterable(awaitables);
  if (awaitables === undefined || awaitables === null) {
    throw new TypeError("'NoneType' object is not iterable");
  }
  return new AsCompleted(awaitables as Iterable<Awaitable<ResultOf<A>>>, options.timeout);
}

function notIterable(given: object): TypeError {
  const kind = isFuture(given) ? given.constructor.name : 'coroutine';
  return new TypeError(`expects an iterable of awaitables, not ${kind}`);
}
