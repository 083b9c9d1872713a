/**
 * Exceptions on their way from one thread to another.
 *
 * Structured clone keeps an error's message and stack but not its class, nor what it holds. Here it is
 * taken apart as Python's pickle does it: into its class and what that makes it of, then what was set on
 * it. A class of the program's own is not known on the other side, so the exception arrives as one of
 * the runtime's class that it derives from, under its own name.
 */
import { errorName } from '../core/errornames.js';
import * as groups from '../core/exceptiongroups.js';
import * as exceptions from '../core/exceptions.js';
import * as osErrors from '../core/oserrors.js';

/** An exception as plain data. */
export type EncodedError =
  | {
      readonly name: string;
      readonly message: string;
      readonly stack: string | undefined;
      /** The class that both sides know. */
      readonly kind: string;
      /** What that class makes it of. */
      readonly parts: readonly unknown[];
      /** The exceptions of a group. */
      readonly errors?: readonly EncodedError[];
      /** What was set on it, but for its cause. */
      readonly fields: Readonly<Record<string, unknown>>;
      readonly cause?: EncodedError;
    }
  | { readonly thrown: unknown };

type ErrorClass = new (...parts: unknown[]) => Error;

/** The classes that both sides know, by their names in Python or JavaScript. */
const classes = new Map(
  Object.entries<unknown>({
    ...exceptions,
    ...osErrors,
    ...groups,
    Error,
    TypeError,
    RangeError,
    SyntaxError,
    ReferenceError,
  }).filter((entry): entry is [string, ErrorClass] => isErrorClass(entry[1])),
);

const names = new Map(Array.from(classes, ([name, type]) => [type, name]));

/** Turn an exception into data that can be cloned; `outer` are those that it is the cause or a part of. */
export function encodeError(error: unknown, outer: readonly unknown[] = []): EncodedError {
  if (!(error instanceof Error)) return { thrown: error };
  const { message, stack, cause } = error;
  const own = errorName(error);
  const all = [...outer, error];
  const parts = partsOf(error);
  const isGroup = error instanceof groups.BaseExceptionGroup;
  const hasCause =
    'cause' in error && !all.includes(cause) && (cause instanceof Error || travels(cause));
  return {
    name: own === 'Exception' ? error.name : own,
    message,
    stack,
    kind: kindOf(error),
    parts: travels(parts) ? parts : [message],
    fields: Object.fromEntries(
      Object.entries(error).filter(([field, value]) => field !== 'cause' && travels(value)),
    ),
    ...(isGroup && { errors: error.exceptions.map((inner) => encodeError(inner, all)) }),
    ...(hasCause && { cause: encodeError(cause, all) }),
  };
}

/** Make an exception of the same class, or of the one that both sides know. */
export function decodeError(encoded: EncodedError): unknown {
  if ('thrown' in encoded) return encoded.thrown;
  const { name, message, stack, kind, parts, errors, fields, cause } = encoded;
  const type: ErrorClass = classes.get(kind) ?? (Error as ErrorClass);
  const error = new type(...parts, ...(errors === undefined ? [] : [errors.map(decodeError)]));
  Object.assign(error, fields);
  // A class of the program's own may have another name, and another message.
  if (error.message !== message) error.message = message;
  if (error.name !== name) error.name = name;
  if (stack !== undefined) error.stack = stack;
  if (cause !== undefined) {
    const value = decodeError(cause);
    Object.defineProperty(error, 'cause', { value, writable: true, configurable: true });
  }
  return error;
}

function isErrorClass(value: unknown): value is ErrorClass {
  return typeof value === 'function' && (value === Error || value.prototype instanceof Error);
}

/** Return the class that both sides know: the exception's own, or the nearest that it derives from. */
function kindOf(error: Error): string {
  let prototype: object | null = Object.getPrototypeOf(error);
  while (prototype !== null) {
    const name = names.get(prototype.constructor as ErrorClass);
    if (name !== undefined) return name;
    prototype = Object.getPrototypeOf(prototype);
  }
  return 'Error';
}

/** Return what the class of an exception makes it of (`__reduce__`). */
function partsOf(error: Error): readonly unknown[] {
  if (error instanceof exceptions.IncompleteReadError) return [error.partial, error.expected];
  if (error instanceof exceptions.LimitOverrunError) return [error.message, error.consumed];
  if (error instanceof osErrors.SSLError) return [error.message];
  if (error instanceof osErrors.OSError && error.errno !== undefined) {
    return [error.errno, error.strerror, error.filename];
  }
  if (error instanceof exceptions.PythonError) return error.args;
  if (error instanceof groups.BaseExceptionGroup) return [error.text];
  return error.message === '' ? [] : [error.message];
}

/** Tell whether a value can be copied from one thread to another. */
function travels(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}
