/**
 * `async for`: a body for each value of an asynchronous source.
 */
import type { Awaitable } from '../core/awaitables.js';
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import { notAwaited, notNext } from '../core/mistakes.js';
import { repr } from '../core/repr.js';
import { wrapFuture } from './wrapfuture.js';

/** A source of values that have to be awaited: `anext()` gives the next one, or the end. */
export interface AsyncSource<T> {
  anext(): Awaitable<IteratorResult<T, unknown>>;
}

/**
 * Run a body for each value of a source (`async for x in source`); one that returns `false` ends it.
 *
 * The source is any object with `anext()`, or any JavaScript async iterable.
 *
 * @example
 * yield* asyncFor(asCompleted(tasks), function* (task) {
 *   print(task.result());
 * });
 */
export function asyncFor<T>(
  source: AsyncSource<T> | AsyncIterable<T>,
  body: (value: T) => Awaitable<unknown>,
): Coroutine<void> {
  return namedCoroutine('async for', each(source, body));
}

function* each<T>(
  source: AsyncSource<T> | AsyncIterable<T>,
  body: (value: T) => Awaitable<unknown>,
) {
  if (typeof source === 'object' && 'anext' in source) {
    for (;;) {
      const pending = source.anext();
      if (!hasIterator(pending)) throw notNext(pending);
      const next = yield* pending;
      if (next?.done === undefined && !('value' in Object(next))) throw notNext(next);
      if (next.done || (yield* awaitable(body(next.value))) === false) return;
    }
  }
  if (typeof source[Symbol.asyncIterator] !== 'function') {
    throw new TypeError(`asyncFor takes an object with anext(), not ${repr(source)}`);
  }
  const iterator = source[Symbol.asyncIterator]();
  let isExhausted = false;
  try {
    for (;;) {
      const next = yield* wrapFuture(iterator.next());
      if (next.done) {
        isExhausted = true;
        return;
      }
      if ((yield* awaitable(body(next.value))) === false) return;
    }
  } finally {
    if (!isExhausted && iterator.return !== undefined) yield* wrapFuture(iterator.return());
  }
}

function hasIterator(given: Partial<Awaitable<unknown>> | undefined): boolean {
  return typeof given?.[Symbol.iterator] === 'function';
}

/** Return what a body gave, if it can be awaited. */
function awaitable(given: Awaitable<unknown>): Awaitable<unknown> {
  if (!hasIterator(given)) throw notAwaited('async for', 'its body', given);
  return given;
}
