/**
 * Runs a program that is data on this library; see `program.ts` for the form.
 *
 * The twin of `interpreter.py`, part by part. It knows Python and the translation rule, not asyncio:
 * what a program calls is looked up by name in the public API.
 */
import * as library from '../../src/index.js';
import {
  type Awaitable,
  type AsyncContextManager,
  asyncFor,
  asyncWith,
  type AsyncSource,
  coroutine,
  type EventLoop,
  type ExceptionContext,
  getRunningLoop,
  newEventLoop,
  print,
  PythonError,
  Runner,
  run,
  type Suspension,
  Task,
} from '../../src/index.js';
import type { Block, Call, Expression, Program, Statement, Try } from './program.js';

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
  readonly #names = new Map<string, unknown>([['report', report]]);
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
    const call = (main: string) => (this.#names.get(main) as () => Awaitable<unknown>)();
    if (entry === 'run') {
      await note('run', () => run(call(mains[0] as string)));
    } else if (entry === 'runner') {
      const runner = new Runner();
      for (const main of mains) await note(main, () => runner.run(call(main)));
      await note('close', () => runner.close());
    } else {
      const loop = newEventLoop();
      for (const main of mains) await note(main, () => loop.runUntilComplete(call(main)));
      await note('close', () => loop.close());
    }
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
    let isLeaving = true;
    try {
      const result = yield* this.#tryAndCatch(statement, scope);
      isLeaving = false;
      return result;
    } finally {
      const result = yield* this.#block(statement.finally ?? [], scope);
      // biome-ignore lint/correctness/noUnsafeFinally: a return in a finally block does this.
      if (result !== undefined) return result;
    }
  }

  *#tryAndCatch(statement: Try, scope: Scope): Running<Returned | undefined> {
    try {
      return yield* this.#block(statement.body, scope);
    } catch (error) {
      const clause = (statement.except ?? []).find((it) => isInstance(error, it.error));
      if (clause === undefined) throw error;
      const inner = { ...scope, handled: error, ...(clause.as && { [clause.as]: error }) };
      return yield* this.#block(clause.body, inner);
    }
  }
