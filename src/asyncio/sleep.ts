/**
 * Sleeping: the one wait that needs nothing but the clock.
 */
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import type { Future } from '../core/futures.js';
import { getRunningLoop } from '../core/running.js';
import { checkSeconds } from '../core/seconds.js';

/**
 * Wait for so many seconds, then return the result given (`asyncio.sleep`).
 *
 * Zero, or less, lets one iteration of the loop pass and no more.
 *
 * @throws ValueError when the delay is not a number.
 * @example
 * yield* sleep(0.5);
 * const word = yield* sleep(1, 'done');
 */
export function sleep(delay: number): Coroutine<void>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep<T>(delay: number, result?: T): Coroutine<T | undefined> {
  return namedCoroutine('sleep', sleeping(delay, result));
}

function* sleeping<T>(delay: number, result: T) {
  checkSeconds(delay, 'delay');
  if (delay <= 0) {
    yield;
    return result;
  }
  const loop = getRunningLoop();
  const future = loop.createFuture<T>();
  future.label = `sleep(${delay})`;
  const timer = loop.callLater(delay, wake<T>, future, result);
  try {
    return yield* future;
  } finally {
    timer.cancel();
  }
}

function wake<T>(future: Future<T>, result: T): void {
  if (!future.cancelled()) future.setResult(result);
}
