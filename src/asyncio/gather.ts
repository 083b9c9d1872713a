/**
 * Gathering: one future for the results of many awaitables, in the order in which they were given.
 */
import type { Awaitable } from '../core/awaitables.js';
import { isAwaitable } from '../core/awaitables.js';
import { Deque } from '../core/deque.js';
import { ensureFuture } from '../core/ensurefuture.js';
import type { EventLoop } from '../core/events.js';
import { CancelledError } from '../core/exceptions.js';
import { Future, isFuture, type Waiter } from '../core/futures.js';
import { keyword, refuseUnknown } from '../core/keyword.js';
import { typeName } from '../core/repr.js';
import { shortRepr } from '../core/reprlib.js';
import { getEventLoop, runningLoop } from '../core/running.js';
import { Task } from '../core/tasks.js';

/** What `gather` can be told besides the awaitables. */
export interface GatherOptions {
  /** Whether exceptions are results like others; `false` by default. */
  readonly returnExceptions?: boolean;
}

type Results<A extends readonly Awaitable<unknown>[]> = {
  -readonly [I in keyof A]: A[I] extends Awaitable<infer T> ? T : never;
};

type ResultsOrErrors<A extends readonly Awaitable<unknown>[]> = {
  -readonly [I in keyof A]: A[I] extends Awaitable<infer T> ? T | Error : never;
};

/** The future of a `gather`: cancelling it cancels the children, and their end ends it. */
class GatheringFuture<T> extends Future<T> {
  static {
    // Its name in CPython, which reports show.
    Object.defineProperty(GatheringFuture, 'name', { value: '_GatheringFuture' });
  }

  cancelRequested = false;
  readonly #children: readonly Future<unknown>[];

  constructor(children: readonly Future<unknown>[], loop: EventLoop) {
    super({ loop });
    this.#children = children;
    this.label = 'gather()';
  }

  override cancel(msg?: unknown): boolean {
    if (this.done()) return false;
    const message = keyword(msg, 'msg');
    let isAnyCancelled = false;
    for (const child of this.#children) {
      if (child.cancel(message)) isAnyCancelled = true;
    }
    if (isAnyCancelled) this.cancelRequested = true;
    return isAnyCancelled;
  }
}

/**
 * Run awaitables at the same time; returns the future of their results (`asyncio.gather`).
 *
 * Coroutines are made tasks. The first exception is passed on at once, and the others go on running;
 * with `{ returnExceptions: true }` exceptions are results. Cancelling the future cancels them all.
 *
 * @throws TypeError when an argument cannot be awaited.
 * @example
 * const [a, b] = yield* gather(fetchPage(1), fetchPage(2));
 * const results = yield* gather(...jobs, { returnExceptions: true });
 */
export function gather<A extends readonly Awaitable<unknown>[]>(
  ...awaitables: A
): Future<Results<A>>;
export function gather<A extends readonly Awaitable<unknown>[]>(
  ...args: [...A, { readonly returnExceptions: true }]
): Future<ResultsOrErrors<A>>;
export function gather<A extends readonly Awaitable<unknown>[]>(
  ...args: [...A, GatherOptions]
): Future<ResultsOrErrors<A>>;
export function gather(...args: readonly unknown[]): Future<unknown> {
  const [awaitables, options] = splitOptions(args);
  refuseUnknown(options, ['returnExceptions'], 'gather');
  const { returnExceptions = false } = options;
  if (awaitables.length === 0) {
    const empty = getEventLoop().createFuture<unknown[]>();
    empty.setResult([]);
    return empty;
  }
  return gatherAll(awaitables, returnExceptions);
}

function splitOptions(args: readonly unknown[]): [readonly Awaitable<unknown>[], GatherOptions] {
  const last = args.at(-1);
  const isOptions =
    typeof last === 'object' &&
    last !== null &&
    Object.getPrototypeOf(last) === Object.prototype &&
    !isAwaitable(last);
  return isOptions
    ? [args.slice(0, -1) as Awaitable<unknown>[], last as GatherOptions]
    : [args as Awaitable<unknown>[], {}];
}

function gatherAll(
  awaitables: readonly Awaitable<unknown>[],
  returnExceptions: boolean,
): Future<unknown> {
  let loop = runningLoop();
  const parent = loop?.currentTask;
  const children: Future<unknown>[] = [];
  const count = countDistinct(awaitables);
  /** The futures of what was given, where something was given twice. */
  const known =
    count < awaitables.length ? new Map<Awaitable<unknown>, Future<unknown>>() : undefined;
  const doneAlready: Future<unknown>[] = [];
  let outer: GatheringFuture<unknown> | undefined;
  let finished = 0;

  const onDone = new ChildrenDone((child) => {
    finished += 1;
    if (parent !== undefined) child.removeAwaiter(parent);
    if (outer === undefined || outer.done()) {
      // Whoever gathers has gone on: the exception counts as looked at.
      if (!child.cancelled()) child.exception();
      return;
    }
    if (!returnExceptions) {
      if (child.cancelled()) {
        outer.setException(child.makeCancelledError());
        return;
      }
      if (child.failed) {
        outer.setException(child.exception());
        return;
      }
    }
    if (finished < count) return;
    const results = children.map(resultOrError);
    // CPython takes the message from the last child in order, whichever ended last.
    if (outer.cancelRequested) outer.setException(children.at(-1)?.makeCancelledError());
    else outer.setResult(results);
  });

  for (const awaitable of awaitables) {
    let child = known?.get(awaitable);
    if (child === undefined) {
      if (!isFuture(awaitable)) checkHashable(awaitable);
      child = ensureFuture(awaitable, { loop });
      loop ??= child.loop;
      if (child instanceof Task && !isFuture(awaitable)) child.logsDestroyPending = false;
      known?.set(awaitable, child);
      if (child.done()) {
        doneAlready.push(child);
      } else {
        if (parent !== undefined) child.addAwaiter(parent);
        child.addCallback(onDone);
      }
    }
    children.push(child);
  }
  outer = new GatheringFuture(children, loop as EventLoop);
  for (const child of doneAlready) onDone.call(child);
  return outer;
}

function resultOrError(child: Future<unknown>): unknown {
  if (child.cancelled()) {
    return new CancelledError(child.cancelMessage === undefined ? '' : child.cancelMessage);
  }
  return child.failed ? child.exception() : child.result();
}

/** CPython looks for what is given in a dictionary first, and finds out there that it is a list. */
function checkHashable(object: unknown): void {
  if (!Array.isArray(object) && !(object instanceof Set)) return;
  const type = typeName(object);
  throw Object.assign(
    new TypeError(`cannot use '${type}' as a dict key (unhashable type: '${type}')`),
    { hint: `give what is in the ${type}: gather(...awaitables)` },
  );
}

/** Count awaitables, each once; tasks stand in the order of their creation as a rule, so none twice. */
function countDistinct(awaitables: readonly Awaitable<unknown>[]): number {
  let newest = 0;
  for (const awaitable of awaitables) {
    if (!isFuture(awaitable) || awaitable.birth <= newest) return new Set(awaitables).size;
    newest = awaitable.birth;
  }
  return awaitables.length;
}

/**
 * What the children of a gather put on the ready queue when they are done: one for all of them.
 *
 * Its turns on the queue come in the order in which the children were done, so it is enough to know
 * that order to tell which child a turn is for.
 */
class ChildrenDone implements Waiter {
  declare readonly isCancelled: false;
  declare readonly callbackName: string;

  static {
    Object.assign(ChildrenDone.prototype, {
      isCancelled: false,
      callbackName: 'gather.<locals>._done_callback()',
    });
  }

  private readonly done = new Deque<Future<unknown>>();
  /** The child of the turn that came last. */
  private child: Future<unknown> | undefined;

  constructor(readonly call: (child: Future<unknown>) => void) {}

  wakeUp(child: Future<unknown>): void {
    this.done.push(child);
    child.loop.addReady(this);
  }

  run(): void {
    this.child = this.done.shift() as Future<unknown>;
    this.call(this.child);
  }

  /** Describe the turn that came last, as a handle. */
  toString(): string {
    return `<Handle gather.<locals>._done_callback(${shortRepr(this.child)})>`;
  }
}
