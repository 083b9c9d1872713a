/**
 * Errors that nobody caught, and whose they are.
 *
 * A stray timer or promise of one variant may fail while another runs, or after all have run. Node's
 * asynchronous context tells where it began, so that each is laid at the right door.
 */

import { AsyncLocalStorage } from 'node:async_hooks';
import { describeError } from './describe-error.js';
import { placedBy } from './place.js';

/** An error that nobody caught, in one line. */
export interface Stray {
  readonly error: string;
  /** Where it was thrown: `file:line`. */
  readonly place?: string;
}

/** The errors of one variant that nobody caught. */
export interface Strays {
  /** The variant, with its scenario: `gather/mixed`. */
  readonly of: string;
  readonly errors: Stray[];
  /** Whether the variant has been judged, so that what comes now is late. */
  isJudged: boolean;
}

const running = new AsyncLocalStorage<Strays>();
let latest: Strays | undefined;

/** Call a function, and note what it throws later on. */
export function collectStrays<T>(strays: Strays, fn: () => T): T {
  latest = strays;
  return running.run(strays, fn);
}

/** Lay an uncaught error at the door of the variant that it comes from, or else of the latest. */
export function blame(error: unknown): Strays | undefined {
  const strays = running.getStore() ?? latest;
  strays?.errors.push({ error: describeError(error), ...placedBy(error) });
  return strays;
}

/** Return the variant that began last; an empty name before the first. */
export function latestVariant(): string {
  return latest?.of ?? '';
}
