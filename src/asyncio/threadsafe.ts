/**
 * The way from a thread to a loop: coroutines and functions that a thread has run there.
 */
import { travelAddressOf } from '../core/addresses.js';
import type { Awaitable } from '../core/awaitables.js';
import { ConcurrentFuture, chainToThread } from '../core/concurrent.js';
import { isCoroutine } from '../core/coroutines.js';
import { ensureFuture } from '../core/ensurefuture.js';
import type { EventLoop } from '../core/events.js';
import { RuntimeError } from '../core/exceptions.js';
import type { Submission } from '../core/host.js';
import { type Keyword, keyword } from '../core/keyword.js';
import { currentHost } from '../core/surroundings.js';

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
export function runCoroutineThreadsafe<T>(
  coro: Awaitable<T>,
  loop: Keyword<'loop', EventLoop>,
): ConcurrentFuture<T>;
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
  return submitTo(keyword(rest[0] as Keyword<'loop', EventLoop>, 'loop'), () => first);
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
 * @internal Run a coroutine in the loop that a thread was started from. There may be none, or it is
 * closed: then what is submitted fails, and nothing else does.
 */
export function submitFromThread(
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
  const future = new ConcurrentFuture<unknown>({ host: loop.host });
  const callbacks = {
    // Its name in CPython, which reports show.
    'run_coroutine_threadsafe.<locals>.callback': () => {
      try {
        chainToThread(ensureFuture(make() as Awaitable<unknown>, { loop }), future);
      } catch (error) {
        if (future.setRunningOrNotifyCancel()) future.setException(error);
        throw error;
      }
    },
  };
  loop.callSoonThreadsafe(callbacks['run_coroutine_threadsafe.<locals>.callback']);
  return future;
}
