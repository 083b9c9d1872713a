/**
 * What a submission's methods make of how its coroutine has ended.
 */
import type { ConcurrentFuture } from '../core/concurrent.js';
import { CancelledError } from '../core/exceptions.js';
import type { ThreadOutcome } from '../core/host.js';

/** Return how a future that is done has ended: in a thread, a cancellation is asyncio's. */
export function outcomeOf(future: ConcurrentFuture<unknown>): ThreadOutcome {
  if (future.cancelled()) return { error: new CancelledError() };
  return future.failed ? { error: future.exception() } : { value: future.result() };
}

/** Return the result, or throw the exception. */
export function resultOf(outcome: ThreadOutcome): unknown {
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

/**
 * Return the exception, if there is one.
 *
 * @throws CancelledError when it was cancelled.
 */
export function exceptionOf(outcome: ThreadOutcome): unknown {
  if (isCancelled(outcome)) throw outcome.error;
  return 'error' in outcome ? outcome.error : undefined;
}

/** Tell whether it was cancelled. */
export function isCancelled(outcome: ThreadOutcome): outcome is { readonly error: CancelledError } {
  return 'error' in outcome && outcome.error instanceof CancelledError;
}
