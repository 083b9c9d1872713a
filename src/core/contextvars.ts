/**
 * Context variables: values that belong to a task, not to the program.
 *
 * A context is a mapping that is copied in O(1): the map behind it is never changed, a `set` puts a
 * new one in its place. Every handle and every task runs in the context it was given when it was
 * made, so what a task sets is seen by what it starts and by nobody else.
 *
 * Most of them are never written to, nor looked at. So the copy that a handle or a task is given is at
 * first one that is shared by all who were given the same values; who runs in it gets one of its own as
 * soon as that makes a difference.
 */
import { LookupError, RuntimeError, ValueError } from './exceptions.js';
import { repr } from './repr.js';

type Values = ReadonlyMap<ContextVar<unknown>, unknown>;

const NO_VALUES: Values = new Map();

/** A mapping of context variables to values, that code can be run in. */
export class Context {
  /** @internal */
  mapping: Values = NO_VALUES;
  /** @internal */
  entered = false;
  /** @internal Whether it stands for the copies of several, and is never written to. */
  isShared = false;

  /** Call `fn(...args)` in this context and return what it returns (`Context.run`). */
  run<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): R {
    const outer = enterContextOf({ context: this });
    try {
      return fn(...args);
    } finally {
      leaveContext(outer);
    }
  }

  /** Return a shallow copy (`Context.copy`). */
  copy(): Context {
    const copy = new Context();
    copy.mapping = this.mapping;
    return copy;
  }

  /** Return the variable's value in this context, or the fallback (`Context.get`). */
  get<T, D = undefined>(variable: ContextVar<T>, fallback?: D): T | D {
    const key = keyOf(variable);
    return (this.mapping.has(key) ? this.mapping.get(key) : fallback) as T | D;
  }

  /** Tell whether the variable has a value in this context (`var in context`). */
  has(variable: ContextVar<never>): boolean;
  has(variable: ContextVar<unknown>): boolean;
  has(variable: ContextVar<unknown>): boolean {
    return this.mapping.has(keyOf(variable));
  }

  /** The number of variables that have a value here (`len(context)`). */
  get size(): number {
    return this.mapping.size;
  }

  /** Give the variables that have a value here, in the order in which they got one (`Context.keys`). */
  keys(): IterableIterator<ContextVar<unknown>> {
    return this.mapping.keys();
  }

  /** Give their values (`Context.values`). */
  values(): IterableIterator<unknown> {
    return this.mapping.values();
  }

  /** Give the variables with their values (`Context.items`). */
  items(): IterableIterator<[variable: ContextVar<unknown>, value: unknown]> {
    return this.mapping.entries();
  }

  /** Give the variables that have a value here (`for var in context`). */
  [Symbol.iterator](): IterableIterator<ContextVar<unknown>> {
    return this.keys();
  }

  toString(): string {
    return '<_contextvars.Context object>';
  }
}

/** Who runs in a context: a handle or a task. */
export interface ContextHolder {
  /** @internal */
  context: Context;
}

/** Who runs when no loop does. */
const nobody: ContextHolder = { context: new Context() };
nobody.context.entered = true;

/** Who runs: the current context is the one of this holder. */
let holder = nobody;

let shared = sharedContext(NO_VALUES);

function sharedContext(values: Values): Context {
  const context = new Context();
  context.mapping = values;
  context.isShared = true;
  return context;
}

/** Return a copy of the current context (`contextvars.copy_context`). */
export function copyContext(): Context {
  return holder.context.copy();
}

/** @internal Return what stands for a copy of the current context until it makes a difference. */
export function inheritContext(): Context {
  const { context } = holder;
  if (context.isShared) return context;
  if (shared.mapping !== context.mapping) shared = sharedContext(context.mapping);
  return shared;
}

/** @internal Return the context of a handle or a task, its own from now on. */
export function ownContext(who: ContextHolder): Context {
  if (who.context.isShared) {
    who.context = who.context.copy();
    who.context.entered = who === holder;
  }
  return who.context;
}

/**
 * @internal Refuse a context that code is running in already.
 *
 * @throws RuntimeError when it is.
 */
export function checkNotEntered(context: Context): void {
  if (context.entered) {
    throw new RuntimeError(`cannot enter context: ${context} is already entered`);
  }
}

/**
 * @internal Make the context of a handle or a task the current one; returns who ran before, for
 * {@link leaveContext}.
 */
export function enterContextOf(who: ContextHolder): ContextHolder {
  const outer = holder;
  if (outer.context.isShared) ownContext(outer);
  if (!who.context.isShared) {
    checkNotEntered(who.context);
    who.context.entered = true;
  }
  holder = who;
  return outer;
}

/** @internal Make the outer context the current one again. */
export function leaveContext(outer: ContextHolder): void {
  holder.context.entered = false;
  holder = outer;
}

const MISSING = Symbol('Token.MISSING');

/** What `set` returns, so that `reset` can bring the value before it back (`contextvars.Token`). */
export class Token<T> {
  /** The variable that was set (`Token.var`). */
  readonly var: ContextVar<T>;
  /** @internal */
  used = false;

  /** @internal */
  constructor(
    variable: ContextVar<T>,
    readonly oldValue: T | typeof MISSING,
    readonly context: Context,
  ) {
    this.var = variable;
  }

  /** Stands for "there was no value before". */
  static readonly MISSING = MISSING;

  toString(): string {
    return `<Token${this.used ? ' used' : ''} var=${this.var}>`;
  }
}

/**
 * A variable whose value belongs to the context it is set in (`contextvars.ContextVar`).
 *
 * @example
 * const user = new ContextVar('user', { default: 'nobody' });
 * const token = user.set('Ann');
 * user.get(); // 'Ann'
 * user.reset(token);
 */
export class ContextVar<T> {
  readonly #fallback: { readonly default: T } | undefined;

  constructor(
    readonly name: string,
    options?: { readonly default: T },
  ) {
    if (typeof name !== 'string') throw new TypeError('context variable name must be a str');
    this.#fallback = options;
  }

  /**
   * Return the value in the current context, else the argument, else the variable's default.
   *
   * @throws LookupError when there is none of the three.
   */
  get(): T;
  get<D>(fallback: D): T | D;
  get<D>(...fallback: [] | [D]): T | D {
    const key = this as ContextVar<unknown>;
    const { mapping } = holder.context;
    if (mapping.has(key)) return mapping.get(key) as T;
    if (fallback.length > 0) return fallback[0] as D;
    if (this.#fallback !== undefined) return this.#fallback.default;
    throw new LookupError(this);
  }

  /** Set the value in the current context; the token brings the one before it back. */
  set(value: T): Token<T> {
    const current = ownContext(holder);
    const key = this as ContextVar<unknown>;
    const old = current.mapping.has(key) ? (current.mapping.get(key) as T) : MISSING;
    const values = new Map(current.mapping);
    values.set(key, value);
    current.mapping = values;
    return new Token(this, old, current);
  }

  /**
   * Bring back the value that the variable had before the `set` that made the token.
   *
   * @throws RuntimeError when the token was used before.
   * @throws ValueError when it was made in another context or by another variable.
   */
  reset(token: Token<T>): void {
    if (!(token instanceof Token)) {
      throw new TypeError(`expected an instance of Token, got ${repr(token)}`);
    }
    if (token.used) throw new RuntimeError(`${token} has already been used once`);
    if (token.var !== this) throw new ValueError(`${token} was created by a different ContextVar`);
    const current = holder.context;
    if (token.context !== current) {
      throw new ValueError(`${token} was created in a different Context`);
    }
    token.used = true;
    const key = this as ContextVar<unknown>;
    const values = new Map(current.mapping);
    if (token.oldValue === MISSING) values.delete(key);
    else values.set(key, token.oldValue);
    current.mapping = values;
  }

  toString(): string {
    const fallback = this.#fallback === undefined ? '' : ` default=${repr(this.#fallback.default)}`;
    return `<ContextVar name=${repr(this.name)}${fallback}>`;
  }
}

/** Contexts know variables, not their names. */
function keyOf(variable: ContextVar<never> | ContextVar<unknown>): ContextVar<unknown> {
  if (!(variable instanceof ContextVar)) {
    throw new TypeError(`a ContextVar key was expected, got ${repr(variable)}`);
  }
  return variable as ContextVar<unknown>;
}
