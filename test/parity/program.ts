/**
 * A program as data: a small piece of Python, which both interpreters run.
 *
 * It is written in Python's words. Python's interpreter takes them as they are; the other one
 * translates them by the rule of the library (`create_task` is `createTask`, keyword arguments are a
 * trailing object, a class takes `new`). So neither interpreter knows what a task or a lock is, and
 * whatever the API has can be used in a program.
 *
 * All names are the program's, whichever function sets them; only what `as` or a loop binds belongs
 * to the function. A function of the program is called by its name, what is asyncio's has the name
 * of its module before it: `asyncio.sleep`, `contextvars.ContextVar`, `time.sleep`.
 */

/** An expression. */
export type Expression =
  | Constant
  | { readonly list: readonly Expression[] }
  | { readonly dict: Readonly<Record<string, Expression>> }
  | { readonly name: string }
  | { readonly add: readonly [Expression, Expression] }
  | { readonly await: Expression }
  | Call
  | { readonly get: string; readonly of: Expression };

export type Constant = string | number | boolean | null;

/** A call: of a function or a class by its name, or of a method of something. */
export interface Call {
  readonly call: string;
  readonly on?: Expression;
  readonly args?: readonly Expression[];
  /** Keyword arguments. */
  readonly options?: Readonly<Record<string, Expression>>;
}

/** A statement. */
export type Statement =
  | { readonly do: 'print'; readonly values: readonly Expression[] }
  | { readonly do: 'evaluate'; readonly value: Expression }
  | { readonly do: 'set'; readonly name: string; readonly value: Expression }
  /** Set an attribute of something. */
  | {
      readonly do: 'set attribute';
      readonly of: Expression;
      readonly name: string;
      readonly value: Expression;
    }
  | { readonly do: 'return'; readonly value: Expression }
  /** Without an error, the one that is being handled is raised again. */
  | { readonly do: 'raise'; readonly error?: Expression }
  | { readonly do: 'if'; readonly test: Expression; readonly body: Block; readonly else?: Block }
  | { readonly do: 'repeat'; readonly times: number; readonly body: Block }
  | For<'for'>
  | For<'async for'>
  | {
      readonly do: 'async with';
      readonly manager: Expression;
      readonly as?: string;
      readonly body: Block;
    }
  | Try;

export type Block = readonly Statement[];

/** A loop over a sequence, or over an asynchronous source. */
export interface For<D> {
  readonly do: D;
  readonly name: string;
  readonly in: Expression;
  readonly body: Block;
}

/** `try` with any number of `except` clauses, `finally`, or both. */
export interface Try {
  readonly do: 'try';
  readonly body: Block;
  readonly except?: readonly Except[];
  readonly finally?: Block;
}

/** One `except` clause. */
export interface Except {
  /** The class: `Exception`, `BaseException`, `asyncio.CancelledError`, `ValueError`, … */
  readonly error: string;
  readonly as?: string;
  readonly body: Block;
}

/** How a program is run. */
export type Entry =
  /** `asyncio.run(main())`. */
  | 'run'
  /** All its mains, one after the other, in one `asyncio.Runner`. */
  | 'runner'
  /** The same with `run_until_complete` in a loop that is then closed, leftovers and all. */
  | 'loop'
  /** The same with a task for each main and `run_forever`, which is stopped when the task is done. */
  | 'forever';

/** A whole program. */
export interface Program {
  readonly entry: Entry;
  /** Keyword arguments of `asyncio.run` or of the runner. */
  readonly options?: Readonly<Record<string, Expression>>;
  /** The coroutine functions that are run, in order. */
  readonly mains: readonly string[];
  /** Statements of the module, which run before there is a loop. */
  readonly module: Block;
  /** Plain functions, for callbacks: nothing in them is awaited. */
  readonly callbacks: Readonly<Record<string, Block>>;
  /** Coroutine functions. */
  readonly coroutines: Readonly<Record<string, Block>>;
}
