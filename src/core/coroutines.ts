/**
 * Coroutines: lazy, named, awaited once.
 *
 * `coroutine(function* …)` is `async def`: calling the result runs nothing and makes a coroutine
 * object. Awaiting one does not drive it from the awaiter's generator; it hands itself up as a
 * suspension that says "enter me", and the task puts it on top of its own stack of coroutines. So a
 * resume costs the same at any depth, recursion does not overflow, and the chain of who awaits whom
 * is known at every moment.
 *
 * A bare generator is a coroutine too, without a name and without the checks.
 */
import { declareCoroutineFunction } from './addresses.js';
import type { Awaitable, Suspension } from './awaitables.js';
import { RuntimeError } from './exceptions.js';
import { runningLoop } from './running.js';

/** The body of a coroutine: a generator whose yields are suspensions. */
export type Body<T> = Generator<Suspension, T, unknown>;

type State = 'created' | 'suspended' | 'running' | 'closed';

/** A coroutine object: what calling a coroutine function returns. */
export class Coroutine<T> implements Awaitable<T> {
  /** The name of the function, which warnings and reports show. */
  readonly name: string;
  /** @internal */
  state: State = 'created';
  /** @internal The coroutine that awaits this one, in the same task. */
  caller: Coroutine<unknown> | undefined;
  /** @internal Where a task that runs it goes on: itself, or the innermost one that it awaits. */
  innermost: Coroutine<unknown> = this as Coroutine<unknown>;
  /** @internal Set while it travels up to its task to be entered. */
  isEntering = false;
  /** @internal */
  readonly body: Body<T>;
  readonly #unawaited: Set<Coroutine<unknown>> | undefined;

  /** @internal */
  constructor(name: string, body: Body<T>, options: { tracked: boolean }) {
    this.name = name;
    this.body = body;
    if (options.tracked) {
      this.#unawaited = runningLoop()?.unawaited ?? outside;
      this.#unawaited.add(this);
    }
  }

  /** Await it; only `yield*` inside another coroutine should. */
  [Symbol.iterator](): Iterator<Suspension, T, unknown> {
    this.begin();
    this.isEntering = true;
    return new Entry(this);
  }

  /** Throw `GeneratorExit`'s equivalent into it: its `finally` blocks run, it never goes on. */
  close(): void {
    this.#unawaited?.delete(this);
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.body.return(undefined as T);
  }

  /** @internal Take it off the list of those that nobody has awaited. */
  forget(): void {
    this.#unawaited?.delete(this);
  }

  /**
   * @internal Mark it as awaited.
   *
   * @throws RuntimeError when it was awaited before.
   */
  begin(): void {
    if (this.state === 'created') {
      this.#unawaited?.delete(this);
      this.state = 'suspended';
    } else if (this.state === 'closed') {
      throw new RuntimeError('cannot reuse already awaited coroutine');
    } else {
      throw new RuntimeError('coroutine is being awaited already');
    }
  }

  /** @internal Report it with those of a loop, whose task has not begun to run it. */
  reportWith(unawaited: Set<Coroutine<unknown>>): void {
    if (this.#unawaited?.delete(this)) unawaited.add(this);
  }

  /** @internal Run it to its next suspension or its end, with a value or an exception thrown in. */
  resume(thrown: boolean, value: unknown): IteratorResult<Suspension, T> {
    this.state = 'running';
    try {
      const result = thrown ? this.body.throw(value) : this.body.next(value);
      this.state = result.done ? 'closed' : 'suspended';
      return result;
    } catch (error) {
      this.state = 'closed';
      throw error;
    }
  }

  toString(): string {
    return `<coroutine object ${this.name}>`;
  }
}

/** The iterator of one await: yields the coroutine to be entered, then gives what it ended with. */
class Entry<T> implements Iterator<Suspension, T, unknown> {
  readonly #coroutine: Coroutine<T>;
  #isEntered = false;

  constructor(coroutine: Coroutine<T>) {
    this.#coroutine = coroutine;
  }

  next(value: unknown): IteratorResult<Suspension, T> {
    if (this.#isEntered) return { done: true, value: value as T };
    this.#isEntered = true;
    return { done: false, value: this.#coroutine as unknown as Suspension };
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    throw error;
  }

  return(value: T): IteratorResult<Suspension, T> {
    this.#coroutine.close();
    return { done: true, value };
  }
}

/**
 * Make a coroutine function of a generator function (`async def`).
 *
 * Calling it runs nothing. The coroutine object it returns is awaited with `yield*`, or handed to
 * `run`, `createTask`, `gather` and the like. One that nobody awaits is reported when the run ends:
 * `RuntimeWarning: coroutine 'sayAfter' was never awaited`.
 *
 * @example
 * const sayAfter = coroutine(function* sayAfter(delay: number, what: string) {
 *   yield* sleep(delay);
 *   print(what);
 * });
 * await run(sayAfter(1, 'hello'));
 */
export function coroutine<This, A extends unknown[], T>(
  fn: (this: This, ...args: A) => Body<T>,
): (this: This, ...args: A) => Coroutine<T> {
  const name = fn.name || '<anonymous>';
  const make = function (this: This, ...args: A): Coroutine<T> {
    return namedCoroutine(name, fn.apply(this, args));
  };
  Object.defineProperty(make, 'name', { value: fn.name, configurable: true });
  coroutineFunctions.add(make);
  if (runningLoop() === undefined) declareCoroutineFunction(make, fn.name, String(fn));
  return make;
}

const coroutineFunctions = new WeakSet<object>();

/** @internal Make a coroutine object under a name of Python's, such as `Lock.acquire`. */
export function namedCoroutine<T>(name: string, body: Body<T>): Coroutine<T> {
  return new Coroutine(name, body, { tracked: true });
}

function* generatorFunction() {}
const generatorPrototype: object = Object.getPrototypeOf(generatorFunction).prototype;

/** Tell whether an object is a generator, that is, a coroutine without a name. */
export function isGenerator(object: unknown): object is Body<unknown> {
  return (
    typeof object === 'object' &&
    object !== null &&
    Object.prototype.isPrototypeOf.call(generatorPrototype, object)
  );
}

/** Tell whether an object is a coroutine object (`asyncio.iscoroutine`). */
export function isCoroutine(object: unknown): object is Coroutine<unknown> | Body<unknown> {
  return object instanceof Coroutine || isGenerator(object);
}

/**
 * Tell whether an object is a function that `coroutine` has made, or a generator function
 * (`asyncio.iscoroutinefunction`).
 */
export function isCoroutineFunction(object: unknown): boolean {
  return (
    typeof object === 'function' &&
    (coroutineFunctions.has(object) ||
      Object.getPrototypeOf(object) === Object.getPrototypeOf(generatorFunction))
  );
}

/** @internal Return the coroutine object for what {@link isCoroutine} accepts. */
export function asCoroutine<T>(object: Coroutine<T> | Body<T>): Coroutine<T> {
  return object instanceof Coroutine
    ? object
    : new Coroutine<T>('<generator>', object, { tracked: false });
}

const outside = new Set<Coroutine<unknown>>();

/** @internal The coroutines made outside of any loop that nobody has awaited, but for earlier ones. */
export function unawaitedOutside(
  earlier?: ReadonlySet<Coroutine<unknown>>,
): Set<Coroutine<unknown>> {
  return new Set([...outside].filter((coroutine) => !earlier?.has(coroutine)));
}

/** @internal Return the warnings on coroutines that nobody has awaited; each is warned of once. */
export function takeUnawaited(coroutines: ReadonlySet<Coroutine<unknown>>): string[] {
  return Array.from(coroutines, (coroutine) => {
    coroutine.forget();
    return `RuntimeWarning: coroutine '${coroutine.name}' was never awaited`;
  });
}
