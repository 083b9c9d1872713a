/**
 * Waiting for some or all of a set of futures, without looking at their results.
 */
import { isAwaitable } from '../core/awaitables.js';
import { Coroutine, isCoroutine, namedCoroutine } from '../core/coroutines.js';
import { AssertionError, ValueError } from '../core/exceptions.js';
import { byCreation, type Future, isFuture } from '../core/futures.js';
import type { TimerHandle } from '../core/handles.js';
import { refuseUnknown } from '../core/keyword.js';
import { repr, str } from '../core/repr.js';
import { getRunningLoop } from '../core/running.js';
import { distinct } from './distinct.js';

/** Return when the first future is done. */
export const FIRST_COMPLETED = 'FIRST_COMPLETED';
/** Return when the first future has ended with an exception, or all are done. */
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
/** Return when all futures are done. */
export const ALL_COMPLETED = 'ALL_COMPLETED';

/** When `wait` returns. */
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

/** What `wait` can be told besides the futures. */
export interface WaitOptions {
  /** How long to wait at most, in seconds; for ever by default. */
  readonly timeout?: number | undefined;
  /** `ALL_COMPLETED` by default. */
  readonly returnWhen?: ReturnWhen;
}

/**
 * Wait for futures and tasks; returns those that are done and those that are not (`asyncio.wait`).
 *
 * Unlike `waitFor` it raises no error at the end of the time, and it cancels nothing.
 *
 * @throws TypeError when it is given a coroutine: make it a task first.
 * @throws ValueError when there is nothing to wait for.
 * @example
 * const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
 */
export function wait<F extends Future<never> | Future<unknown>>(
  futures: Iterable<F>,
  options: WaitOptions = {},
): Coroutine<[done: Set<F>, pending: Set<F>]> {
  refuseUnknown(options, ['timeout', 'returnWhen'], 'wait');
  return namedCoroutine('wait', waiting(futures, options));
}

function* waiting<F extends Future<never> | Future<unknown>>(
  given: Iterable<F>,
  { timeout, returnWhen = ALL_COMPLETED }: WaitOptions,
) {
  if (isFuture(given) || given instanceof Coroutine) throw notIterable(given);
  if (!given || isEmpty(given)) throw new ValueError('Set of Tasks/Futures is empty.');
  if (![FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED].includes(returnWhen)) {
    throw new ValueError(`Invalid return_when value: ${str(returnWhen)}`);
  }
  const known = distinct(given);
  if (known === undefined) throw notIterable(given);
  // Of an iterator nobody knew before.
  if (known.size === 0) throw new AssertionError('Set of Futures is empty.');
  for (const future of known) {
    if (isCoroutine(future)) {
      throw new TypeError('Passing coroutines is forbidden, use tasks explicitly.');
    }
    if (!isFuture(future)) {
      throw new TypeError(
        `expect futures, not ${repr(future)}${isAwaitable(future) ? ': use tasks explicitly' : ''}`,
      );
    }
  }
  const futures = [...known].sort(byCreation);
  yield* namedCoroutine('_wait', untilReleased(futures as Future<unknown>[], timeout, returnWhen));
  const done = new Set<F>();
  const pending = new Set<F>();
  for (const future of futures) (future.done() ? done : pending).add(future);
  return [done, pending] as [Set<F>, Set<F>];
}

function* untilReleased(
  futures: readonly Future<unknown>[],
  timeout: number | undefined,
  returnWhen: ReturnWhen,
) {
  const loop = getRunningLoop();
  const parent = loop.currentTask;
  const waiter = loop.createFuture<void>();
  waiter.label = 'wait()';
  const timer: TimerHandle | undefined =
    timeout === undefined ? undefined : loop.callLater(timeout, releaseWaiter, waiter);
  let left = futures.length;

  // Its name is CPython's, as descriptions show it.
  const { '_wait.<locals>._on_completion': onCompletion } = {
    '_wait.<locals>._on_completion': (future: Future<unknown>) => {
      left -= 1;
      if (
        left <= 0 ||
        returnWhen === FIRST_COMPLETED ||
        (returnWhen === FIRST_EXCEPTION && !future.cancelled() && hasException(future))
      ) {
        timer?.cancel();
        releaseWaiter(waiter);
      }
      if (parent !== undefined) future.removeAwaiter(parent);
    },
  };
  for (const future of futures) {
    future.addDoneCallback(onCompletion);
    if (parent !== undefined) future.addAwaiter(parent);
  }
  try {
    yield* waiter;
  } finally {
    timer?.cancel();
    for (const future of futures) future.removeDoneCallback(onCompletion);
  }
}

/** @internal Let who waits go on. Its name is CPython's, which descriptions show. */
export const { _release_waiter: releaseWaiter } = {
  _release_waiter: (waiter: Future<void>) => {
    if (!waiter.done()) waiter.setResult();
  },
};

/** Tell whether a collection is known to be empty before anybody walks it. */
function isEmpty(given: Iterable<unknown> & { length?: number; size?: number }): boolean {
  return (given.length ?? given.size) === 0;
}

/** Tell whether a future that is done has an exception; this counts as looking at it. */
function hasException(future: Future<unknown>): boolean {
  future.exception();
  return future.failed;
}

function notIterable(given: object): TypeError {
  const kind = isFuture(given) ? given.constructor.name : 'coroutine';
  return new TypeError(`expect a list of futures, not ${kind}`);
}
