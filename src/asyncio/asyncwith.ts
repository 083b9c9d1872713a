/**
 * `async with`: a block of code between the two halves of a context manager.
 */
import type { Awaitable } from '../core/awaitables.js';
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import { RuntimeError } from '../core/exceptions.js';
import { repr } from '../core/repr.js';

/** An object with something to do before and after a block of code. */
export interface AsyncContextManager<V> {
  /** Enter the block; what it gives is handed to the body. */
  aenter(): Awaitable<V>;
  /** Leave the block, with the exception that the body has thrown; `true` swallows it. */
  // biome-ignore lint/suspicious/noConfusingVoidType: nothing is the usual result
  aexit(error: unknown): Awaitable<boolean | void | undefined>;
}

/**
 * Run a body inside a context manager and return what it returns (`async with manager as value`).
 *
 * @example
 * yield* asyncWith(lock, function* () {
 *   yield* sleep(1);
 * });
 */
export function asyncWith<V, T>(
  manager: AsyncContextManager<V>,
  body: (value: V) => Awaitable<T>,
): Coroutine<T> {
  return namedCoroutine('async with', inside(manager, body));
}

function* inside<V, T>(manager: AsyncContextManager<V>, body: (value: V) => Awaitable<T>) {
  if (typeof manager?.aenter !== 'function' || typeof manager.aexit !== 'function') {
    throw new TypeError(
      `${repr(manager)} does not support the asynchronous context manager protocol: aenter() and aexit()`,
    );
  }
  const value = yield* manager.aenter();
  let isLeft = false;
  let result: T;
  try {
    result = yield* body(value);
    isLeft = true;
  } catch (error) {
    isLeft = true;
    if ((yield* manager.aexit(error)) === true) return undefined as T;
    throw error;
  } finally {
    // The coroutine is closed from outside, as CPython does with GeneratorExit.
    if (!isLeft) yield* manager.aexit(new RuntimeError('coroutine closed'));
  }
  yield* manager.aexit(undefined);
  return result;
}
