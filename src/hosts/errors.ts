/**
 * Exceptions on their way from one thread to another.
 *
 * Structured clone keeps an error's message and stack but not its class; the classes of the runtime
 * are found again by their names.
 */
import * as exceptions from '../core/exceptions.js';

/** An exception as plain data. */
export type EncodedError =
  | { readonly name: string; readonly message: string; readonly stack: string | undefined }
  | { readonly thrown: unknown };

/** Turn an exception into data that can be cloned. */
export function encodeError(error: unknown): EncodedError {
  if (!(error instanceof Error)) return { thrown: error };
  return { name: error.name, message: error.message, stack: error.stack };
}

/** Make an exception of the same class, where the class is the runtime's or JavaScript's own. */
export function decodeError(encoded: EncodedError): unknown {
  if ('thrown' in encoded) return encoded.thrown;
  const type = classNamed(encoded.name);
  const error = type === undefined ? new Error(encoded.message) : new type(encoded.message);
  if (error.name !== encoded.name) error.name = encoded.name;
  if (encoded.stack !== undefined) error.stack = encoded.stack;
  return error;
}

type ErrorClass = new (message: string) => Error;

const NATIVE: Record<string, ErrorClass> = { TypeError, RangeError, SyntaxError, ReferenceError };

function classNamed(name: string): ErrorClass | undefined {
  const own = (exceptions as Record<string, unknown>)[name];
  const isOwn = typeof own === 'function' && own.prototype instanceof exceptions.PythonError;
  return isOwn ? (own as ErrorClass) : NATIVE[name];
}
