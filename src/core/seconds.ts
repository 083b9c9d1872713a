/**
 * Numbers of seconds, checked where they come in: a wait for `'1'` would never end.
 */
import { ValueError } from './exceptions.js';
import { repr } from './repr.js';

/**
 * Refuse what is no number of seconds.
 *
 * @throws TypeError when it is no number at all.
 * @throws ValueError when it is not a number in the sense of NaN.
 */
export function checkSeconds(value: unknown, name: string): asserts value is number {
  if (typeof value !== 'number') {
    throw new TypeError(`${name} must be a number of seconds, not ${repr(value)}`);
  }
  if (Number.isNaN(value)) throw new ValueError(`Invalid ${name}: NaN (not a number)`);
}
