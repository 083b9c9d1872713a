/**
 * What can be awaited, and what awaiting is.
 *
 * `await aw` is `yield* aw` here, so an awaitable is any iterable whose iterator yields the
 * runtime's suspensions and returns the value: `[Symbol.iterator]` stands for `__await__`.
 * A suspension is what travels from the innermost await up to the task: a future to wait for,
 * a coroutine to enter, or nothing at all (a bare `yield`: let one iteration of the loop pass).
 * The type is opaque, so that `yield sleep(1)`, the star forgotten, is an error at compile time.
 */
import { Context } from './contextvars.js';

declare const suspended: unique symbol;

/** What a coroutine hands to its task when it is suspended; `undefined` is a bare yield. */
export type Suspension = { readonly [suspended]: never } | undefined;

/** Any object that `yield*` can wait for: coroutines, futures, tasks, and classes of your own. */
export interface Awaitable<T> {
  [Symbol.iterator](): Iterator<Suspension, T, unknown>;
}

/** Tell whether an object can be awaited: it has an iterator and is no collection of values. */
export function isAwaitable(object: unknown): object is Awaitable<unknown> {
  return (
    typeof object === 'object' &&
    object !== null &&
    typeof (object as Partial<Awaitable<unknown>>)[Symbol.iterator] === 'function' &&
    !isCollection(object)
  );
}

function isCollection(object: object): boolean {
  return (
    Array.isArray(object) ||
    ArrayBuffer.isView(object) ||
    object instanceof Set ||
    object instanceof Map ||
    object instanceof Context
  );
}
