/**
 * Numbers, checked where they come in: JavaScript compares anything with a number, and finds `'x'` neither
 * below 0 nor above it.
 */
import { repr } from './repr.js';

/**
 * Refuse what is no number.
 *
 * @throws TypeError when it is none.
 */
export function checkNumber(value: unknown, name: string): asserts value is number {
  if (typeof value !== 'number') {
    throw new TypeError(`${name} must be a number, not ${repr(value)}`);
  }
}
