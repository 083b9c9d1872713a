/**
 * How a program ended, as a value that can be kept and compared.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from './scenario.js';

/** Call a function, wait for its promise if it gives one, and say how it ended. */
export async function outcomeOf(
  program: () => unknown,
  onError?: (error: unknown) => void,
): Promise<Outcome> {
  try {
    return returned(await program());
  } catch (error) {
    onError?.(error);
    return raised(error);
  }
}

/** A value that JSON cannot keep is no part of what is compared. */
function returned(value: unknown): Outcome {
  const isNothing = value === undefined || value === null;
  return !isNothing && isKeptByJson(value) ? { type: 'return', value } : { type: 'return' };
}

/** Return whether a value is the same after it has been written as JSON and read again. */
export function isKeptByJson(value: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
  } catch {
    return false;
  }
}

function raised(error: unknown): Outcome {
  return error instanceof Error
    ? { type: 'error', name: nameOf(error), message: error.message }
    : { type: 'error', name: typeof error, message: String(error) };
}

/** Python calls an error by its class, JavaScript those of a program's own classes like what they derive from. */
function nameOf(error: Error): string {
  const { name } = error;
  const own = ((name === 'Error' || name === 'TypeError') && error.constructor.name) || name;
  return own === 'Error' ? 'Exception' : own;
}
