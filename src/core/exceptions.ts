/**
 * The exceptions of asyncio and of the Python built-ins that its users meet.
 *
 * `name` is the Python class's name and `message` what `str(e)` gives: the empty string when the
 * exception carries nothing. Where the message is CPython's to the letter and a learner needs more,
 * `hint` says what to do; it is printed with an uncaught error.
 */
import { nameErrors } from './errornames.js';
import { str } from './repr.js';

/** An exception of Python's, with its name, its `str()` and perhaps a hint. */
export class PythonError extends Error {
  /** What to do about it, where CPython's message alone does not say. */
  declare hint?: string;

  readonly #given: unknown;

  constructor(message?: unknown, options?: ErrorOptions & { hint?: string }) {
    super(message === undefined ? undefined : str(message), options);
    this.#given = message;
    if (options?.hint !== undefined) this.hint = options.hint;
  }

  /** What it was made with: the message, or nothing (`e.args`). */
  get args(): readonly unknown[] {
    return this.#given === undefined ? [] : [this.#given];
  }
}

/**
 * A future or task was cancelled. In Python a `BaseException`: see {@link rethrowIfCancelled}.
 *
 * Programs make them by the thousand and look at none, so it carries no stack, which would cost many
 * times as much as all the rest of a cancellation: its `stack` is what it says, and nothing more.
 */
export class CancelledError extends PythonError {
  constructor(message?: unknown) {
    const { stackTraceLimit } = ErrorWithLimit;
    ErrorWithLimit.stackTraceLimit = undefined;
    try {
      super(message);
    } finally {
      ErrorWithLimit.stackTraceLimit = stackTraceLimit;
    }
    // V8 gives it one all the same, which is undefined.
    const isPlain = this.message === '' && new.target === CancelledError;
    this.stack = isPlain ? 'CancelledError' : String(this);
  }
}

/**
 * Where engines are told how much of a stack an error is to carry: none at all, if it is no number.
 * Those that do not know it carry on.
 */
const ErrorWithLimit = Error as unknown as { stackTraceLimit: number | undefined };

/** A deadline passed before the work was done. */
export class TimeoutError extends PythonError {}

/** The operation does not fit the future's state: its result is asked for too early, or set twice. */
export class InvalidStateError extends PythonError {}

/** Something was used in a way that its state does not allow. */
export class RuntimeError extends PythonError {}

/** This kind of object cannot do it. */
export class NotImplementedError extends RuntimeError {}

/** An argument has the right type but an unusable value. */
export class ValueError extends PythonError {}

/** Something that must always hold does not: a mistake in the order of calls. */
export class AssertionError extends PythonError {}

/** A key or a context variable has no value. */
export class LookupError extends PythonError {}

/** The program was interrupted, by Ctrl-C as a rule. In Python a `BaseException`. */
export class KeyboardInterrupt extends PythonError {}

/**
 * @internal What is thrown into a coroutine that is closed, as a context manager's `aexit` sees it. In
 * Python a `BaseException`.
 */
export class GeneratorExit extends PythonError {}

/** `getNowait()` found the queue empty. */
export class QueueEmpty extends PythonError {}

/** `putNowait()` found the queue full. */
export class QueueFull extends PythonError {}

/** The queue was shut down. */
export class QueueShutDown extends PythonError {}

/** The barrier was aborted or reset while tasks waited at it. */
export class BrokenBarrierError extends RuntimeError {}

/** The stream ended before all expected bytes were read. */
export class IncompleteReadError extends PythonError {
  constructor(
    readonly partial: Uint8Array,
    readonly expected: number | undefined,
  ) {
    super(`${partial.length} bytes read on a total of ${expected ?? 'undefined'} expected bytes`);
  }
}

/** The buffer's limit was reached while looking for a separator. */
export class LimitOverrunError extends PythonError {
  constructor(
    message: string,
    readonly consumed: number,
  ) {
    super(message);
  }
}

/**
 * No task can ever go on: nothing is ready, no timer is set and nothing outside is outstanding.
 * asyncio hangs at this point; here the message lists what each pending task awaits.
 */
export class DeadlockError extends PythonError {}

/** @internal Return the exception that is meant: of a class a new one, as `raise ValueError` makes it. */
export function exceptionOf(exception: unknown): unknown {
  const isClass = typeof exception === 'function' && exception.prototype instanceof Error;
  return isClass ? new (exception as new () => Error)() : exception;
}

nameErrors({
  PythonError,
  TimeoutError,
  RuntimeError,
  NotImplementedError,
  ValueError,
  AssertionError,
  LookupError,
  KeyboardInterrupt,
  GeneratorExit,
  DeadlockError,
});
nameErrors(
  {
    CancelledError,
    InvalidStateError,
    BrokenBarrierError,
    IncompleteReadError,
    LimitOverrunError,
  },
  'asyncio.exceptions',
);
nameErrors({ QueueEmpty, QueueFull, QueueShutDown }, 'asyncio.queues');
