/**
 * Exception groups: several exceptions that were raised at the same time, as one.
 *
 * Python catches parts of a group with `except*`; here `split` and `subgroup` take it apart. A group
 * of mere `Exception`s is an `ExceptionGroup`, which `except Exception` catches; one that holds a
 * `CancelledError`, or anything else that is not meant to be caught in passing, is a
 * `BaseExceptionGroup` and no more.
 */
import { isBaseException } from './baseexceptions.js';
import { nameErrors } from './errornames.js';
import { ValueError } from './exceptions.js';
import { typeName } from './repr.js';

/** A class of errors, such as `ValueError`. */
export type ErrorClass = abstract new (...args: never[]) => Error;

/** Which exceptions are meant: those of a class, of one of several, or that a function accepts. */
export type Matcher = ErrorClass | readonly ErrorClass[] | ((error: Error) => boolean);

/** Several exceptions as one (`BaseExceptionGroup`); makes an `ExceptionGroup` where it can. */
export class BaseExceptionGroup extends AggregateError {
  readonly #text: string;

  /**
   * @param message what happened; the number of exceptions is added to it
   * @throws ValueError when there is no exception, or something that is none.
   */
  constructor(message: string, exceptions: readonly Error[], options?: ErrorOptions) {
    if (typeof message !== 'string') {
      const given = message === undefined ? 'None' : typeName(message);
      throw new TypeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${given}`);
    }
    check(exceptions);
    const { length } = exceptions;
    super(exceptions, `${message} (${length} sub-exception${length > 1 ? 's' : ''})`, options);
    this.#text = message;
    if (exceptions.some(isBaseException)) {
      if (this instanceof ExceptionGroup) {
        const name = new.target === ExceptionGroup ? 'an ExceptionGroup' : `'${new.target.name}'`;
        throw new TypeError(`Cannot nest BaseExceptions in ${name}`);
      }
    } else if (new.target === BaseExceptionGroup) {
      Object.setPrototypeOf(this, ExceptionGroup.prototype);
    }
  }

  /** @internal What it was made with: the message without the number of exceptions. */
  get text(): string {
    return this.#text;
  }

  /** The exceptions, in order. */
  get exceptions(): readonly Error[] {
    return this.errors;
  }

  /** Return those exceptions that match as a group nested like this one; `undefined` without any. */
  subgroup(matcher: Matcher): BaseExceptionGroup | undefined {
    return this.split(matcher)[0];
  }

  /**
   * Return two groups nested like this one: of the exceptions that match, and of the others.
   *
   * Either is `undefined` when it would be empty.
   *
   * @example
   * const [invalid, others] = group.split(ValueError);
   */
  split(
    matcher: Matcher,
  ): [match: BaseExceptionGroup | undefined, rest: BaseExceptionGroup | undefined] {
    const [match, rest] = splitBy(this, testOf(matcher));
    return [match as BaseExceptionGroup | undefined, rest as BaseExceptionGroup | undefined];
  }

  /** Make a group of the same kind for other exceptions: `split` does; a class of your own overrides it. */
  derive(exceptions: readonly Error[]): BaseExceptionGroup {
    return new BaseExceptionGroup(this.#text, exceptions);
  }
}

/**
 * Several exceptions as one, each of which `except Exception` would catch (`ExceptionGroup`).
 *
 * @throws TypeError when one of them is not: a `CancelledError` above all.
 */
export class ExceptionGroup extends BaseExceptionGroup {}

nameErrors({ BaseExceptionGroup, ExceptionGroup });

function check(exceptions: readonly unknown[]): void {
  if (!Array.isArray(exceptions)) {
    throw new TypeError('second argument (exceptions) must be a sequence');
  }
  if (exceptions.length === 0) {
    throw new ValueError('second argument (exceptions) must be a non-empty sequence');
  }
  const index = exceptions.findIndex((exception) => !(exception instanceof Error));
  if (index >= 0) {
    throw new ValueError(`Item ${index} of second argument (exceptions) is not an exception`);
  }
}

type Test = (error: Error) => boolean;

function testOf(matcher: Matcher): Test {
  const classes = Array.isArray(matcher) ? matcher : [matcher];
  if (classes.every(isErrorClass)) return (error) => classes.some((type) => error instanceof type);
  if (typeof matcher === 'function') return matcher as Test;
  throw new TypeError(
    'expected an exception type, a tuple of exception types, or a callable (other than a class)',
  );
}

function isErrorClass(object: unknown): object is ErrorClass {
  return typeof object === 'function' && (object === Error || object.prototype instanceof Error);
}

function splitBy(error: Error, test: Test): [match: Error | undefined, rest: Error | undefined] {
  if (test(error)) return [error, undefined];
  if (!(error instanceof BaseExceptionGroup)) return [undefined, error];
  const parts = error.exceptions.map((inner) => splitBy(inner, test));
  return [
    subset(
      error,
      parts.map(([match]) => match),
    ),
    subset(
      error,
      parts.map(([, rest]) => rest),
    ),
  ];
}

/** Make a group like the one given of those exceptions that are there; `undefined` without any. */
function subset(
  group: BaseExceptionGroup,
  exceptions: readonly (Error | undefined)[],
): BaseExceptionGroup | undefined {
  const present = exceptions.filter((error) => error !== undefined);
  if (present.length === 0) return undefined;
  const derived: unknown = group.derive(present);
  if (!(derived instanceof BaseExceptionGroup)) {
    throw new TypeError('derive must return an instance of BaseExceptionGroup');
  }
  if ('cause' in group) derived.cause = group.cause;
  return derived;
}
