/**
 * Runs a program that is data on this library; see `program.ts` for the form.
 *
 * The twin of `interpreter.py`, part by part. It knows Python and the translation rule, not asyncio:
 * what a program calls is looked up by name in the public API.
 */

import { repr } from '../../src/core/repr.js';
import * as library from '../../src/index.js';
import {
  type AsyncContextManager,
  type AsyncSource,
  type Awaitable,
  asyncFor,
  asyncWith,
  blockingSleep,
  type Coroutine,
  coroutine,
  type EventLoop,
  type ExceptionContext,
  getRunningLoop,
  newEventLoop,
  PythonError,
  print,
  Runner,
  run,
  type Suspension,
  Task,
  threaded,
} from '../../src/index.js';
import type { Block, Call, Expression, Program, Statement, Try } from './program.js';
import { inCamelCase, isClassName, translated, withoutModule } from './translation.js';

/** How many statements a program runs; those that would come after are left out. */
const MAX_STATEMENTS = 500;

type Running<T> = Generator<Suspension, T, unknown>;
type Scope = Readonly<Record<string, unknown>>;
type Kind<K extends Statement['do']> = Extract<Statement, { readonly do: K }>;

/** What a block gives that has met a return statement. */
class Returned {
  constructor(readonly value: unknown) {}
}

/** A name that the program has not set yet. */
class NameError extends PythonError {
  override name = 'NameError';
}

/** Run a program, in the surrounding host, and print how each main ended. */
export function interpret(program: Program): Promise<void> {
  return new Interpreter(program).run();
}

class Interpreter {
  readonly #program: Program;
  readonly #names = new Map<string, unknown>([
    ['report', report],
    ['fail', fail],
    ['block', block],
    ['crash', crash],
    ['employ', employ],
    ['encoded', encoded],
    ['several', several],
  ]);
  #loop: EventLoop | undefined;
  #statements = 0;

  constructor(program: Program) {
    this.#program = program;
    for (const [name, body] of Object.entries(program.callbacks)) {
      this.#names.set(name, this.#callback(name, body));
    }
    for (const [name, body] of Object.entries(program.coroutines)) {
      this.#names.set(name, this.#coroutineFunction(name, body));
    }
  }

  async run(): Promise<void> {
    const { module, entry, mains } = this.#program;
    runNow(this.#block(module, {}));
    const options: library.RunOptions = runNow(this.#dict(this.#program.options ?? {}, {}));
    if (entry === 'run') {
      await note('run', () => run(this.#main(mains[0] as string), options));
    } else if (entry === 'runner') {
      const runner = new Runner(options);
      for (const main of mains) await note(main, () => runner.run(this.#main(main)));
      await note('close', () => runner.close());
      await note('close again', () => runner.close());
      await note('after that', () => runner.getLoop());
    } else {
      const loop = newEventLoop();
      const runMain = entry === 'loop' ? runUntilComplete : runForever;
      for (const main of mains) await note(main, () => runMain(loop, this.#main(main)));
      await note('close', () => loop.close());
      await note('after that', () => loop.runForever());
    }
  }

  #main(name: string): Coroutine<unknown> {
    return (this.#names.get(name) as () => Coroutine<unknown>)();
  }

  #callback(name: string, body: Block): () => unknown {
    return named(name, () => runNow(this.#block(body, {}))?.value);
  }

  #coroutineFunction(name: string, body: Block): () => Awaitable<unknown> {
    const block = (scope: Scope) => this.#block(body, scope);
    const enter = () => {
      this.#loop = getRunningLoop();
    };
    return coroutine(
      named(name, function* () {
        enter();
        return (yield* block({}))?.value;
      }),
    );
  }

  /** Run statements; gives a Returned if one of them has returned. */
  *#block(body: Block, scope: Scope): Running<Returned | undefined> {
    for (const statement of body) {
      if (this.#isOver()) return undefined;
      const result = yield* this.#do(statement, scope);
      if (result !== undefined) return result;
    }
    return undefined;
  }

  /** Tell whether to go on: not for too long, nor when the end of a loop closes it. */
  #isOver(): boolean {
    this.#statements += 1;
    return this.#loop?.isClosed() || this.#statements > MAX_STATEMENTS;
  }

  *#do(statement: Statement, scope: Scope): Running<Returned | undefined> {
    switch (statement.do) {
      case 'print':
        print(...(yield* this.#values(statement.values, scope)).map(show));
        return undefined;
      case 'evaluate':
        yield* this.#value(statement.value, scope);
        return undefined;
      case 'set':
        this.#names.set(statement.name, yield* this.#value(statement.value, scope));
        return undefined;
      case 'set attribute': {
        const owner = (yield* this.#value(statement.of, scope)) as Record<string, unknown>;
        owner[inCamelCase(statement.name)] = yield* this.#value(statement.value, scope);
        return undefined;
      }
      case 'return':
        return new Returned(yield* this.#value(statement.value, scope));
      case 'raise':
        throw statement.error === undefined
          ? scope.handled
          : yield* this.#value(statement.error, scope);
      case 'if': {
        const test = yield* this.#value(statement.test, scope);
        return yield* this.#block((test ? statement.body : statement.else) ?? [], scope);
      }
      case 'repeat':
        return yield* this.#repeat(statement, scope);
      case 'for':
        return yield* this.#for(statement, scope);
      case 'async for':
        return yield* this.#asyncFor(statement, scope);
      case 'async with':
        return yield* this.#asyncWith(statement, scope);
      case 'try':
        return yield* this.#try(statement, scope);
    }
  }

  *#repeat({ times, body }: Kind<'repeat'>, scope: Scope): Running<Returned | undefined> {
    for (let i = 0; i < times; i += 1) {
      const result = yield* this.#block(body, scope);
      if (result !== undefined) return result;
    }
    return undefined;
  }

  *#for(statement: Kind<'for'>, scope: Scope): Running<Returned | undefined> {
    const items = (yield* this.#value(statement.in, scope)) as Iterable<unknown>;
    for (const item of items) {
      const result = yield* this.#block(statement.body, { ...scope, [statement.name]: item });
      if (result !== undefined) return result;
    }
    return undefined;
  }

  *#asyncFor(statement: Kind<'async for'>, scope: Scope): Running<Returned | undefined> {
    const source = (yield* this.#value(statement.in, scope)) as AsyncSource<unknown>;
    const block = (item: unknown) =>
      this.#block(statement.body, { ...scope, [statement.name]: item });
    let result: Returned | undefined;
    yield* asyncFor(source, function* (item) {
      result = yield* block(item);
      return result === undefined;
    });
    return result;
  }

  *#asyncWith(statement: Kind<'async with'>, scope: Scope): Running<Returned | undefined> {
    const { as, body } = statement;
    const manager = (yield* this.#value(statement.manager, scope)) as AsyncContextManager<unknown>;
    return yield* asyncWith(manager, (value) =>
      this.#block(body, as === undefined ? scope : { ...scope, [as]: value }),
    );
  }

  *#try(statement: Try, scope: Scope): Running<Returned | undefined> {
    try {
      return yield* this.#tryAndCatch(statement, scope);
    } finally {
      yield* this.#block(statement.finally ?? [], scope);
    }
  }

  *#tryAndCatch(statement: Try, scope: Scope): Running<Returned | undefined> {
    try {
      return yield* this.#block(statement.body, scope);
    } catch (error) {
      const clause = (statement.except ?? []).find(({ error: type }) => isInstance(error, type));
      if (clause === undefined) throw error;
      const inner = { ...scope, handled: error, ...(clause.as && { [clause.as]: error }) };
      return yield* this.#block(clause.body, inner);
    }
  }

  *#values(expressions: readonly Expression[], scope: Scope): Running<unknown[]> {
    const values: unknown[] = [];
    for (const expression of expressions) values.push(yield* this.#value(expression, scope));
    return values;
  }

  *#value(expression: Expression, scope: Scope): Running<unknown> {
    if (expression === null) return undefined;
    if (typeof expression !== 'object') return expression;
    if ('call' in expression) return yield* this.#call(expression, scope);
    if ('await' in expression) {
      return yield* (yield* this.#value(expression.await, scope)) as Awaitable<unknown>;
    }
    if ('name' in expression) return this.#lookUp(expression.name, scope);
    if ('list' in expression) return yield* this.#values(expression.list, scope);
    if ('dict' in expression) return yield* this.#dict(expression.dict, scope);
    if ('add' in expression) {
      const [a, b] = yield* this.#values(expression.add, scope);
      return (a as number) + (b as number);
    }
    return member(yield* this.#value(expression.of, scope), expression.get);
  }

  *#dict(entries: Readonly<Record<string, Expression>>, scope: Scope): Running<object> {
    const names = Object.keys(entries).map(inCamelCase);
    const values = yield* this.#values(Object.values(entries), scope);
    return Object.fromEntries(names.map((name, i) => [name, values[i]]));
  }

  *#call({ call, on, args = [], options }: Call, scope: Scope): Running<unknown> {
    const owner = on === undefined ? undefined : yield* this.#value(on, scope);
    const callee = on === undefined ? this.#lookUp(call, scope) : member(owner, call);
    const values = yield* this.#values(args, scope);
    if (options !== undefined) {
      values.push(yield* this.#dict(options, scope));
    }
    return isClassName(withoutModule(call))
      ? Reflect.construct(callee as new () => unknown, values)
      : Reflect.apply(callee as () => unknown, owner, values);
  }

  #lookUp(name: string, scope: Scope): unknown {
    if (Object.hasOwn(scope, name)) return scope[name];
    if (this.#names.has(name)) return this.#names.get(name);
    const found = builtIn(name);
    if (found === undefined) throw new NameError(`name '${name}' is not defined`);
    return found;
  }
}

const global: Readonly<Record<string, unknown>> = { String, TypeError, Infinity, NaN };

/** Return what stands for a name of Python's: what the library exports, as a rule. */
function builtIn(name: string): unknown {
  const exports: Readonly<Record<string, unknown>> = library;
  return exports[translated(name)] ?? global[translated(name)];
}

/** Return an attribute; one that is missing is a TypeError. */
function member(owner: unknown, name: string): unknown {
  const translated = inCamelCase(name);
  if (owner === undefined || !(translated in Object(owner))) throw new TypeError(name);
  return (owner as Record<string, unknown>)[translated];
}

/** Run code that waits for nothing. */
function runNow<T>(code: Running<T>): T {
  const result = code.next();
  if (result.done) return result.value;
  code.return(undefined as T);
  throw new library.RuntimeError('await outside of a coroutine');
}

/** Give a function a name, which its coroutines have too. */
function named<F extends (...args: never[]) => unknown>(name: string, fn: F): F {
  return Object.defineProperty(fn, 'name', { value: name });
}

function runUntilComplete(loop: EventLoop, main: Coroutine<unknown>): Promise<unknown> {
  return loop.runUntilComplete(main);
}

function runForever(loop: EventLoop, main: Coroutine<unknown>): Promise<void> {
  loop.createTask(main).addDoneCallback(() => loop.stop());
  return loop.runForever();
}

async function note(what: string, call: () => unknown): Promise<void> {
  try {
    print(what, 'gave', show(await call()));
  } catch (error) {
    print(what, 'raised', show(error));
  }
}

/** Print what an exception handler is told. */
function report(_loop: EventLoop, context: ExceptionContext): void {
  const task = context.task ?? context.future;
  const name = task instanceof Task ? task.getName() : '-';
  const parts = Object.keys(context).sort();
  const concerned = context.handle ?? task;
  print('report:', context.message, show(context.exception), name, show(parts), repr(concerned));
}

/** The same, by a handler that fails itself. */
function fail(loop: EventLoop, context: ExceptionContext): void {
  report(loop, context);
  throw new library.ValueError('fail');
}

/** Block a thread. */
export const block = threaded(import.meta.url, function block(label: string, seconds: number) {
  blockingSleep(seconds);
  print('blocked:', label);
  return label;
});

/** The same, and fail. */
export const crash = threaded(import.meta.url, function crash(label: string, seconds: number) {
  block(label, seconds);
  throw new library.ValueError(label);
});

/** A task of a class of the program's own. */
class Job extends Task<unknown> {}

/** Make a Job of a coroutine, as a task factory does. */
const employ: library.TaskFactory = (loop, coro, options) => new Job(coro, { ...options, loop });

/** Bytes, which programs as data do not have. */
function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A tuple of them. */
function several(...texts: string[]): Uint8Array[] {
  return texts.map(encoded);
}

/** Tell whether an `except` clause with a class of that name takes an error. */
function isInstance(error: unknown, name: string): boolean {
  if (name === 'BaseException') return true;
  if (name === 'Exception') return isException(error);
  if (isStackOverflow(error)) return name === 'RuntimeError';
  return error instanceof (builtIn(name) as typeof Error);
}

function isException(error: unknown): boolean {
  try {
    library.rethrowIfCancelled(error);
    return true;
  } catch {
    return false;
  }
}

/** Tell whether the engine ran out of stack, which in Python is a RecursionError, a RuntimeError. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

/** Return a value as both interpreters show it. */
function show(value: unknown): string {
  const isCaused = value instanceof Error && value.cause !== undefined;
  return isCaused ? `${showAlone(value)} from ${show(value.cause)}` : showAlone(value);
}

/** The same, without the cause of an exception. */
function showAlone(value: unknown): string {
  if (isStackOverflow(value)) return 'RecursionError()';
  if (value instanceof TypeError || value instanceof library.DeadlockError)
    return `${value.name}()`;
  if (value instanceof Error) return `${value.message}: ${repr(value)}`;
  if (typeof value === 'number') {
    return repr(Number.isFinite(value) ? Math.round(value * 1e9) / 1e9 : value);
  }
  if (value instanceof Uint8Array) return repr(value);
  if (Array.isArray(value) || value instanceof Set)
    return `[${Array.from(value, show).join(', ')}]`;
  if (value instanceof Task) return value.getName();
  if (typeof value === 'object' && value !== null && 'isAsync' in value && 'name' in value) {
    return String(value.name);
  }
  if (value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? value : 'object';
}
