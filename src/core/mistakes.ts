/**
 * The mistakes that learners make, answered with the mistake and the fix.
 *
 * Where Python cannot make the same mistake, the message says both; where it can, the message is
 * CPython's and the error's `hint` says what to do.
 */
import { Coroutine, isGenerator } from './coroutines.js';
import { RuntimeError } from './exceptions.js';
import { repr, typeName } from './repr.js';

/** A coroutine has yielded something that nobody can wait for. */
export function badYield(task: object, suspension: unknown): RuntimeError {
  if (suspension instanceof Coroutine || isGenerator(suspension)) {
    const what = suspension instanceof Coroutine ? `coroutine '${suspension.name}'` : 'a generator';
    return new RuntimeError(
      `yield was used instead of yield* in task ${task} with ${what}: write yield* to await it`,
    );
  }
  if (suspension instanceof Promise) {
    return new RuntimeError(
      `Task got bad yield: a Promise: write yield* wrapFuture(promise) to await it`,
    );
  }
  return new RuntimeError(
    `Task got bad yield: ${repr(suspension)}: only awaitables can be waited for, with yield*`,
  );
}

/** The TypeErrors with which JavaScript answers what cannot be awaited or run, and what to do. */
const hints: readonly { readonly answer: RegExp; readonly help: string; readonly hint: string }[] =
  [
    {
      answer: /\[Generator\]\.prototype\.next called on incompatible receiver/,
      help: 'coroutine() takes a generator function; write function* f() { … }',
      hint: 'function* f() { … }',
    },
    {
      answer: /^function is not iterable\b/,
      help: 'yield* takes an awaitable, and a function is none; write yield* f() to call it',
      hint: 'yield* f()',
    },
    {
      answer: /\bis not (async )?iterable\b|Symbol\.iterator/,
      help: 'yield* takes an awaitable; to await a promise, write yield* wrapFuture(promise)',
      hint: 'yield* wrapFuture(promise)',
    },
    {
      answer: /\biterator does not provide a 'throw' method/,
      help: 'yield* takes an awaitable, and a list of them is none; write yield* gather(...list)',
      hint: 'yield* gather(...list)',
    },
  ];

/** Say what to do about an error that JavaScript itself has raised. */
export function withHint(error: unknown): unknown {
  if (!(error instanceof TypeError) || 'hint' in error) return error;
  const found = hints.find(({ answer }) => answer.test(error.message));
  if (found !== undefined) {
    error.message = `${error.message.replace(/\.$/, '')}: ${found.help}`;
    Object.assign(error, { hint: found.hint });
  }
  return error;
}

/** Say what to do about a callback that is a method and was handed over without its object. */
export function withLostObject(error: unknown, callback: (...args: never[]) => unknown): unknown {
  if (!(error instanceof TypeError && /\bundefined\b/.test(error.message))) return error;
  if (!isMethod(callback)) return error;
  const hint = `() => object.${callback.name}(…)`;
  error.message += `: ${callback.name} was handed over without its object; write ${hint}`;
  return Object.assign(error, { hint });
}

/** Tell whether a function stands as a method in the program's text. */
function isMethod(fn: (...args: never[]) => unknown): boolean {
  const text = String(fn).replace(/^(?:async\s+)?(?:\*\s*)?/, '');
  return fn.name !== '' && text.startsWith(`${fn.name}(`);
}

/** A part of a block: of those that are methods their names. */
export type Part = 'aenter()' | 'aexit()' | 'its body';

/** A part of a block gave nothing to wait for: its star was forgotten, or it is an arrow function. */
export function notAwaited(
  block: 'async with' | 'async for',
  part: Part,
  given: unknown,
): TypeError {
  const type = typeName(given);
  return Object.assign(
    new TypeError(
      `'${block}' received an object from ${part} that does not implement __await__: ${type}`,
    ),
    {
      hint:
        part === 'its body' ? 'the body is function* (…) { … }' : `write it with a star: *${part}`,
    },
  );
}

/** A source gave something that is no result of an iterator. */
export function notNext(given: unknown): TypeError {
  return Object.assign(
    new TypeError(`'async for' received an invalid object from anext(): ${typeName(given)}`),
    { hint: 'anext() gives { value, done }' },
  );
}

/** Something was to be awaited that cannot be. */
export function notAwaitable(object: unknown): TypeError {
  const message = 'An asyncio.Future, a coroutine or an awaitable is required';
  if (object instanceof Promise) {
    return new TypeError(`${message}, not a Promise: write wrapFuture(promise)`);
  }
  const error = new TypeError(message);
  if (typeof object === 'function') {
    Object.assign(error, { hint: `call the function: ${object.name || 'main'}()` });
  }
  return error;
}
