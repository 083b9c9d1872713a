/**
 * The door between promises and coroutines.
 */
import { ConcurrentFuture, chainToLoop } from '../core/concurrent.js';
import type { EventLoop } from '../core/events.js';
import { Future, isFuture } from '../core/futures.js';
import { repr } from '../core/repr.js';
import { getEventLoop } from '../core/running.js';

/**
 * Make an asyncio future of a promise, so that a coroutine can await it (`asyncio.wrap_future`).
 *
 * The loop counts it as outstanding: a virtual clock does not move on before it is settled.
 * Cancelling the future does not stop what the promise stands for; its result is then ignored. The
 * future of an executor or of a thread (`concurrent.futures.Future`) is cancelled with it. It is of the
 * running loop, or of the loop given.
 *
 * @example
 * const response = yield* wrapFuture(fetch('https://example.com'));
 */
export function wrapFuture<T>(
  promise: PromiseLike<T>,
  options: { readonly loop?: EventLoop | undefined } = {},
): Future<T> {
  if (isFuture(promise)) return promise as Future<T>;
  if (typeof promise?.then !== 'function') {
    throw new TypeError(`a promise was expected, got ${repr(promise)}`);
  }
  const loop = options.loop ?? getEventLoop();
  const future = new Future<T>({ loop });
  future.label = 'a promise';
  if (promise instanceof ConcurrentFuture) {
    // Its own threads and loops a host knows without being told.
    if (promise.host !== loop.host) promise.addDoneCallback(loop.host.expectWakeUp());
    chainToLoop(promise as ConcurrentFuture<Awaited<T>>, future as Future<Awaited<T>>);
    return future;
  }
  const arrived = loop.host.expectWakeUp();
  const settle = (complete: () => void) => {
    arrived();
    if (!future.done() && !loop.isClosed()) complete();
  };
  promise.then(
    (value) => settle(() => future.setResult(value)),
    (error: unknown) => settle(() => future.setException(error)),
  );
  return future;
}
