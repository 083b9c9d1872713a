/**
 * Functions that travel: declared under an address at which a thread finds them.
 */
import { declare } from '../core/addresses.js';
import { runningLoop } from '../core/running.js';
import { currentHost } from '../core/surroundings.js';

declare const travels: unique symbol;

/** A function that can be called on a thread, and here as any other. */
export type Threaded<A extends unknown[], R> = ((...args: A) => R) & { readonly [travels]: true };

/**
 * Declare a function that can be called on a thread.
 *
 * The thread loads the module and finds the function there under its own name; arguments and result
 * are copied by structured clone. What the module runs with `run` at its top does not run there again.
 *
 * @param moduleUrl the `import.meta.url` of the module
 * @throws TypeError when the function has no name.
 * @example
 * export const hardWork = threaded(import.meta.url, function hardWork(n: number) {
 *   blockingSleep(n);
 *   return threadId();
 * });
 */
export function threaded<A extends unknown[], R>(
  moduleUrl: string,
  fn: (...args: A) => R,
): Threaded<A, R> {
  const { name } = fn;
  if (name === '') {
    throw new TypeError('threaded: give the function a name, function hardWork(…) { … }');
  }
  const call = (...args: A): R => {
    try {
      return fn(...args);
    } finally {
      // On a thread, its pool tells the observers.
      const loop = runningLoop();
      if (loop?.host === currentHost()) loop?.instruments?.report('functionEnded', loop, name);
    }
  };
  Object.defineProperty(call, 'name', { value: name, configurable: true });
  declare(call, moduleUrl, name, String(fn));
  return call as Threaded<A, R>;
}
