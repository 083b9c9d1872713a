/**
 * Numbers of seconds: checked where they come in, for a wait for `'1'` would never end; and as messages
 * show them.
 */
import { ValueError } from './exceptions.js';
import { repr } from './repr.js';

/** Write a number with three decimals; one right between two goes to the even one (`'%.3f'`). */
export function inThousandths(value: number): string {
  const text = value.toFixed(3);
  // Only an odd number of sixteenths is right between two, and is rounded upwards.
  const isBetween = Number.isInteger(value * 16) && !Number.isInteger(value * 8);
  return isBetween && Number(text.at(-1)) % 2 === 1
    ? (value - Math.sign(value) / 2048).toFixed(3)
    : text;
}

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
