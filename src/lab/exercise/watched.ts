/**
 * Wraps what the library exports, so that calls are counted. Nothing else is different: a wrapped
 * class makes the same objects, and they are its instances.
 */

import { type Body, Coroutine } from '../../index.js';
import { noteCall, noteCoroutine } from './calls.js';

/** Return a function or a class that counts its calls under a name. */
export function watched<F extends object>(name: string, original: F): F {
  return new Proxy(original, {
    apply(target, self, args) {
      noteCall(name);
      const result: unknown = Reflect.apply(target as CallableFunction, self, args);
      if (result instanceof Coroutine && result.body !== undefined) noteCoroutine(result.body);
      return result;
    },
    construct(target, args, newTarget) {
      noteCall(name);
      return Reflect.construct(target as NewableFunction, args, newTarget);
    },
  });
}

type CoroutineFunction<This, A extends unknown[], T> = (this: This, ...args: A) => Coroutine<T>;
type MakeCoroutineFunction = <This, A extends unknown[], T>(
  fn: (this: This, ...args: A) => Body<T>,
) => CoroutineFunction<This, A, T>;

/** Return `coroutine` with a note of where each coroutine is made: one that is lost was made there. */
export function watchedCoroutine(original: MakeCoroutineFunction): MakeCoroutineFunction {
  return watched('coroutine', function coroutine<
    This,
    A extends unknown[],
    T,
  >(fn: (this: This, ...args: A) => Body<T>): CoroutineFunction<This, A, T> {
    const noted = function (this: This, ...args: A): Body<T> {
      const body = fn.apply(this, args);
      if (typeof body === 'object' && body !== null) noteCoroutine(body);
      return body;
    };
    Object.defineProperties(noted, {
      name: { value: fn.name },
      toString: { value: () => String(fn) },
    });
    return original(noted);
  });
}
