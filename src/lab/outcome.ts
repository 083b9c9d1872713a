/**
 * How a program ended, as a value that can be kept and compared.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from './scenario.js';

/** Call a function, wait for its promise if it gives one, and say how it ended. */
export async function outcomeOf(program: () => unknown): Promise<Outcome> {
  try {
    return returned(await program());
  } catch (error) {
    return raised(error);
  }
}

/** A value that JSON cannot keep is no part of what is compared. */
function returned(value: unknown): Outcome {
  if (value === undefined || value === null) return { type: 'return' };
  try {
    const kept: unknown = JSON.parse(JSON.stringify(value));
    return isDeepStrictEqual(kept, value) ? { type: 'return', value } : { type: 'return' };
  } catch {
    return { type: 'return' };
  }
}

function raised(error: unknown): Outcome {
  return error instanceof Error
    ? { type: 'error', name: error.name, message: error.message }
    : { type: 'error', name: typeof error, message: String(error) };
}
