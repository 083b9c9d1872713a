/**
 * Coroutines: lazy, named, awaited once.
 *
 * `coroutine(function* …)` is `async def`: calling the result runs nothing and makes a coroutine
 * object. Whoever awaits one runs it as far as its first suspension, as a function is called; from
 * then on it is on the task's own stack of coroutines, whose innermost the task resumes by itself. So
 * a resume costs the same at any depth, and the chain of who awaits whom is known at every moment.
 * Recursion does not overflow: from some depth on a coroutine is not called, it hands itself up as a
 * suspension that says "enter me".
 *
 * A bare generator is a coroutine too, without a name and without the checks.
 */
import { declareCoroutineFunction } from './addresses.js';
import type { Awaitable, Suspension } from './awaitables.js';
import { type CoroutineKind, generatorKind, pauses } from './coroutinekinds.js';
import { RuntimeError, ValueError } from './exceptions.js';
import type { Output } from './host.js';
import { runningLoop } from './running.js';
import { endedWithNothing, goesOn, pause, pauseOver, pausing, type Steps } from './steps.js';
import type { Task } from './tasks.js';
import { Unawaited } from './unawaited.js';

/** The body of a coroutine: a generator whose yields are suspensions. */
export type Body<T> = Generator<Suspension, T, unknown>;

function* generatorFunction() {}
const generatorPrototype: Body<unknown> = Object.getPrototypeOf(generatorFunction).prototype;

/**
 * @internal What resumes generators: called as they are, not looked up, for each generator function
 * gives its generators a shape of their own, and V8 finds nothing fast in objects of many shapes.
 */
export const { next: generatorNext, throw: generatorThrow } = generatorPrototype;

type Result<T> = IteratorResult<Suspension, T>;

/**
 * How deep coroutines call each other: no deeper than the returns that a processor foresees, for one
 * that it does not foresee takes it longer than to hand a coroutine up.
 */
const MAXIMUM_DEPTH = 5;

let depth = 0;

/** While a coroutine is closed: the task that runs then, if one does, on whose stack nothing is put. */
let closing: { readonly within: unknown } | undefined;

/**
 * `created`: nobody has awaited it, which is to be warned of; `exempt`: nor has anybody, but there is
 * to be no warning; `entering`: somebody awaits it, and it is not on a task's stack yet; `handedUp`: a
 * task is to enter it; `pausing`: it is suspended in a sleep of no length.
 */
type State =
  | 'created'
  | 'exempt'
  | 'entering'
  | 'handedUp'
  | 'suspended'
  | 'pausing'
  | 'running'
  | 'closed';

/** A coroutine object: what calling a coroutine function returns. */
export class Coroutine<T> implements Awaitable<T> {
  private readonly kind: CoroutineKind;
  /** @internal */
  state: State;
  /** @internal The coroutine that awaits this one, in the same task. */
  caller: Coroutine<unknown> | undefined;
  /** @internal At the bottom of a stack, where that goes on: itself, or the innermost one that it awaits. */
  innermost: Coroutine<unknown> = this as Coroutine<unknown>;
  /** @internal What it runs, until it is closed. */
  body: Body<T> | Steps<T> | undefined;

  /** @internal */
  constructor(kind: CoroutineKind, body: Body<T> | Steps<T>, isTracked: boolean) {
    this.kind = kind;
    this.body = body;
    this.state = isTracked ? 'created' : 'exempt';
    if (isTracked) (runningLoop()?.unawaited ?? outside).add(this);
  }

  /** The name of the function, which warnings and reports show. */
  get name(): string {
    return this.kind.name;
  }

  /** Await it; only `yield*` inside another coroutine should. */
  [Symbol.iterator](): Iterator<Suspension, T, unknown> {
    if (!this.isNew()) this.refuse();
    this.state = 'entering';
    return this as unknown as Iterator<Suspension, T, unknown>;
  }

  /**
   * @internal Run it to its first suspension or its end, on top of the stack of the task that runs;
   * after that, give what it has ended with. Where no task runs, whoever calls this drives it.
   */
  next(value: unknown): IteratorResult<Suspension, T> {
    if (this.kind === pauses) return this.pause();
    if (this.state !== 'entering') {
      if (this.state !== 'closed') return this.nextByHand(value);
      return value === undefined ? endedWithNothing : { done: true, value: value as T };
    }
    const task = runningLoop()?.currentTask;
    if (task === undefined || (closing !== undefined && closing.within === task)) {
      return this.runAlone(false, undefined);
    }
    if (this.kind.isLeaf) return this.nextOfLeaf(task);
    if (depth === MAXIMUM_DEPTH) {
      this.state = 'handedUp';
      return { done: false, value: this as unknown as Suspension };
    }
    const { bottom } = task;
    this.enter(bottom);
    depth += 1;
    try {
      const result = this.resume(false, undefined);
      depth -= 1;
      if (result.done) this.leave(bottom);
      return result;
    } catch (error) {
      depth -= 1;
      this.end();
      this.leave(bottom);
      throw error;
    }
  }

  /** Suspend, then end: unless a task has run it to its end, or somebody has closed it, meanwhile. */
  private pause(): IteratorResult<Suspension, never> {
    if (this.state === 'entering') {
      this.state = 'suspended';
      this.body = pauseOver as Steps<T>;
      return pausing;
    }
    if (this.state === 'closed') this.refuse();
    this.end();
    return endedWithNothing;
  }

  /** Run it, and put it on the stack only if it is suspended. */
  private nextOfLeaf(task: Task<unknown>): IteratorResult<Suspension, T> {
    const result = this.runAlone(false, undefined);
    if (!result.done) this.enter(task.bottom);
    return result;
  }

  /** Run it on where no task runs; a task does that by itself. */
  private nextByHand(value: unknown): IteratorResult<Suspension, T> {
    if (this.isDrivenByHand()) return this.runAlone(false, value);
    throw new RuntimeError(
      `coroutine '${this.name}' was resumed by hand in a task, which does that by itself: write yield* to await it`,
    );
  }

  /** Tell whether somebody who is no task has run it to where it is suspended, and is to run it on. */
  private isDrivenByHand(): boolean {
    return this.isSuspended() && runningLoop()?.currentTask === undefined;
  }

  /** Run it on no task's stack. Of what is being closed, it never goes on if it suspends. */
  private runAlone(isThrown: boolean, value: unknown): IteratorResult<Suspension, T> {
    try {
      const result = this.resume(isThrown, value);
      if (result === goesOn) throw value;
      return result;
    } catch (error) {
      this.end();
      throw error;
    }
  }

  /** @internal Put it on top of the stack that stands on another. */
  enter(bottom: Coroutine<unknown>): void {
    this.state = 'suspended';
    this.caller = bottom.innermost;
    bottom.innermost = this as Coroutine<unknown>;
  }

  /** @internal Take it off the top of the stack; returns who awaits it, if it is not the last. */
  leave(bottom: Coroutine<unknown>): Coroutine<unknown> | undefined {
    const { caller } = this;
    if (caller !== undefined) {
      this.caller = undefined;
      bottom.innermost = caller;
    }
    return caller;
  }

  /** @internal */
  throw(error: unknown): IteratorResult<Suspension, T> {
    if (this.isDrivenByHand()) return this.runAlone(true, error);
    this.end();
    throw error;
  }

  /** @internal Close it. Of what the task that runs has on its stack, somebody has had an item, as of a list. */
  return(value: T): IteratorResult<Suspension, T> {
    const task = closing === undefined ? runningLoop()?.currentTask : undefined;
    const isOnStack = task !== undefined && this.isOnStackOf(task);
    this.close();
    if (isOnStack) {
      task.bottom.innermost = this.caller as Coroutine<unknown>;
      this.caller = undefined;
      const hint = `'${this.name}' is to be awaited: write yield* in front of it`;
      throw Object.assign(new TypeError("'coroutine' object is not iterable"), { hint });
    }
    return { done: true, value };
  }

  /** Tell whether it is among a task's own; those who await the outermost of them wait in another task. */
  private isOnStackOf({ innermost, outermost }: Task<unknown>): boolean {
    let coroutine: Coroutine<unknown> | undefined = innermost;
    while (coroutine !== undefined && coroutine !== this && coroutine !== outermost) {
      coroutine = coroutine.caller;
    }
    return coroutine === this;
  }

  /**
   * Throw `GeneratorExit`'s equivalent into it: its `finally` blocks run, and what they await; it
   * never goes on.
   *
   * @throws ValueError when it is running, or awaits what is running.
   * @throws RuntimeError when it waits once more.
   */
  close(): void {
    if (this.state === 'closed') return;
    if (this.isExecuting()) throw new ValueError('coroutine already executing');
    this.state = 'closed';
    const outer = { depth, closing };
    depth = MAXIMUM_DEPTH;
    closing = { within: runningLoop()?.currentTask };
    try {
      const result = this.body?.return(undefined as T) as Result<T> | undefined;
      if (result?.done === false) throw new RuntimeError('coroutine ignored GeneratorExit');
    } finally {
      ({ depth, closing } = outer);
      this.body = undefined;
    }
  }

  /** Tell whether it runs, or awaits what runs: for that may have been handed up, or resumed by itself. */
  private isExecuting(): boolean {
    if (this.state === 'running') return true;
    const task = runningLoop()?.currentTask;
    return task?.innermost.state === 'running' && this.isOnStackOf(task);
  }

  /** @internal Warn nobody that nobody has awaited it. */
  forget(): void {
    if (this.state === 'created') this.state = 'exempt';
  }

  /** @internal Tell whether it is to go on where it was suspended. */
  isSuspended(): boolean {
    return this.state === 'suspended' || this.state === 'pausing';
  }

  /** @internal Tell whether nobody has awaited it, or run it as a task. */
  isNew(): boolean {
    return this.state === 'created' || this.state === 'exempt';
  }

  /**
   * @internal Mark it as awaited, by the task whose first step is to run it.
   *
   * @throws RuntimeError when it was awaited before.
   * @throws ValueError when it is running.
   */
  begin(): void {
    if (!this.isNew()) this.refuse();
    this.state = 'suspended';
  }

  private refuse(): never {
    if (this.isExecuting()) throw new ValueError('coroutine already executing');
    throw new RuntimeError(
      this.state === 'closed'
        ? 'cannot reuse already awaited coroutine'
        : 'coroutine is being awaited already',
    );
  }

  /**
   * @internal Run it to its next suspension or its end, with a value or an exception thrown in.
   *
   * Whoever calls this catches what it throws, and ends it: to throw an exception on takes V8 longer
   * than most steps do.
   */
  resume(isThrown: boolean, value: unknown): IteratorResult<Suspension, T> {
    this.state = 'running';
    const { body } = this;
    const result = this.kind.isByHand
      ? (body as Steps<T>).resume(isThrown, value, this)
      : ((isThrown ? generatorThrow : generatorNext).call(body as Body<T>, value) as Result<T>);
    if (result.done) this.end();
    else this.state = result === pausing ? 'pausing' : 'suspended';
    return result;
  }

  /** @internal What the body held is not kept for as long as somebody has the coroutine. */
  end(): void {
    this.state = 'closed';
    this.body = undefined;
  }

  toString(): string {
    return `<coroutine object ${this.name}>`;
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
  const kind = generatorKind(fn.name || '<anonymous>');
  const make = function (this: This, ...args: A): Coroutine<T> {
    return new Coroutine(kind, fn.apply(this, args), true);
  };
  Object.defineProperty(make, 'name', { value: fn.name, configurable: true });
  coroutineFunctions.add(make);
  if (runningLoop() === undefined) declareCoroutineFunction(make, fn.name, String(fn));
  return make;
}

const coroutineFunctions = new WeakSet<object>();

const kinds = new Map<string, CoroutineKind>();

/** @internal Make a coroutine object under a name of Python's, such as `Lock.acquire`. */
export function namedCoroutine<T>(name: string, body: Body<T>): Coroutine<T> {
  let kind = kinds.get(name);
  if (kind === undefined) {
    kind = generatorKind(name);
    kinds.set(name, kind);
  }
  return new Coroutine(kind, body, true);
}

/** @internal Make a coroutine object whose steps are written by hand. */
export function steppedCoroutine<T>(kind: CoroutineKind, steps: Steps<T>): Coroutine<T> {
  return new Coroutine(kind, steps, true);
}

/**
 * @internal Make a sleep of no length.
 *
 * It runs nothing. So who awaits it suspends without putting it on the stack, and goes on by itself.
 */
export function pausingCoroutine(): Coroutine<undefined> {
  return steppedCoroutine(pauses, pause);
}

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

const ofGenerators = generatorKind('<generator>');

/** @internal Return the coroutine object for what {@link isCoroutine} accepts. */
export function asCoroutine<T>(object: Coroutine<T> | Body<T>): Coroutine<T> {
  return object instanceof Coroutine ? object : new Coroutine<T>(ofGenerators, object, false);
}

const outside = new Unawaited();

/** @internal The coroutines made outside of any loop that nobody has awaited, but for earlier ones. */
export function unawaitedOutside(
  earlier?: ReadonlySet<Coroutine<unknown>>,
): Set<Coroutine<unknown>> {
  return new Set([...outside].filter((coroutine) => !earlier?.has(coroutine)));
}

/** @internal Warn of coroutines that nobody has awaited, of each once. */
export function warnOfUnawaited(
  coroutines: Iterable<Coroutine<unknown>>,
  output: Pick<Output, 'warn'>,
): void {
  for (const coroutine of coroutines) {
    coroutine.forget();
    output.warn(`RuntimeWarning: coroutine '${coroutine.name}' was never awaited`, coroutine.body);
  }
}
