/**
 * Futures for all awaitables: a future stays what it is, anything else becomes a task.
 */
import { type Awaitable, isAwaitable } from './awaitables.js';
import {
  asCoroutine,
  type Body,
  type Coroutine,
  isCoroutine,
  namedCoroutine,
} from './coroutines.js';
import type { EventLoop } from './events.js';
import { RuntimeError, ValueError } from './exceptions.js';
import { type Future, isFuture } from './futures.js';
import { notAwaitable } from './mistakes.js';
import { getEventLoop } from './running.js';

/**
 * Return the future or task itself, or a new task for any other awaitable (`asyncio.ensure_future`).
 *
 * @throws TypeError when it cannot be awaited.
 * @throws ValueError when the future belongs to another loop than the one given.
 */
export function ensureFuture<T>(
  awaitable: Awaitable<T>,
  options: { readonly loop?: EventLoop | undefined } = {},
): Future<T> {
  if (isFuture(awaitable)) {
    if (options.loop !== undefined && options.loop !== awaitable.loop) {
      throw new ValueError(
        'The future belongs to a different loop than the one specified as the loop argument',
      );
    }
    return awaitable as Future<T>;
  }
  const coroutine = toCoroutine(awaitable, 'ensure_future');
  const loop = options.loop ?? getEventLoop();
  try {
    return loop.createTask(coroutine);
  } catch (error) {
    // One that was made here for another awaitable is left, and warned of.
    if (error instanceof RuntimeError && coroutine === awaitable) asCoroutine(coroutine).close();
    throw error;
  }
}

/** @internal Return a coroutine for any awaitable; `wrapper` is the function of Python's that makes it. */
export function toCoroutine<T>(
  awaitable: Awaitable<T>,
  wrapper: 'ensure_future' | 'Runner.run',
): Coroutine<T> | Body<T> {
  if (isCoroutine(awaitable)) return awaitable as Coroutine<T> | Body<T>;
  if (!isAwaitable(awaitable)) throw notAwaitable(awaitable);
  return namedCoroutine(`${wrapper}.<locals>._wrap_awaitable`, resultOf(awaitable));
}

function* resultOf<T>(awaitable: Awaitable<T>): Body<T> {
  return yield* awaitable;
}
