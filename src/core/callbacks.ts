/**
 * What `callSoon` and its like are called with: a function, its arguments, and perhaps a context.
 */
import { Context } from './contextvars.js';
import { isCoroutine, isCoroutineFunction } from './coroutines.js';
import { repr } from './repr.js';

/** A callback's arguments, and the context that it is to run in. */
export type WithContext<A extends unknown[]> = [...A, { readonly context: Context | undefined }];

/** A callback whose arguments have been checked against it. */
export type AnyCallback = (...args: unknown[]) => unknown;

/** Take `{ context }` off the end of a callback's arguments. */
export function splitContext(args: readonly unknown[]): [readonly unknown[], Context | undefined] {
  const last = args.at(-1);
  const isOption =
    typeof last === 'object' &&
    last !== null &&
    'context' in last &&
    (last.context === undefined || last.context instanceof Context) &&
    Object.keys(last).length === 1;
  return isOption ? [args.slice(0, -1), last.context as Context | undefined] : [args, undefined];
}

/** Refuse what cannot be called back, or would do nothing: debug mode looks. */
export function checkCallback(callback: unknown, method: string): void {
  if (isCoroutine(callback) || isCoroutineFunction(callback)) {
    throw new TypeError(`coroutines cannot be used with ${method}()`);
  }
  if (typeof callback !== 'function') {
    throw new TypeError(`a callable object was expected by ${method}(), got ${repr(callback)}`);
  }
}
