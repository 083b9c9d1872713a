/**
 * Operands: numbers, checked where they come in, for JavaScript compares and adds anything: a wait for
 * `'1'` would never end.
 *
 * Python refuses them where it first computes with them, so what it says is what the operator says. The
 * error's `hint` says what was expected.
 */
import { ValueError } from './exceptions.js';
import { typeName } from './repr.js';

/** What Python compares a number with. */
type Other = 'int' | 'float';

/**
 * Return a number that Python compares with another, as in `delay <= 0`.
 *
 * @throws TypeError when it is none.
 */
export function compared(
  value: unknown,
  operator: '<' | '<=',
  other: Other,
  expected: string,
): number {
  return numberOf(
    value,
    expected,
    (type) => `'${operator}' not supported between instances of '${type}' and '${other}'`,
  );
}

/**
 * Return a number of seconds that Python adds to an instant, as in `loop.time() + delay`.
 *
 * @throws TypeError when it is none.
 */
export function added(value: unknown, expected: string): number {
  return numberOf(
    value,
    expected,
    (type) => `unsupported operand type(s) for +: 'float' and '${type}'`,
  );
}

/**
 * Return a number that Python converts.
 *
 * @throws TypeError when it is none.
 */
export function interpreted(value: unknown, expected: string): number {
  return numberOf(
    value,
    expected,
    (type) => `'${type}' object cannot be interpreted as an integer`,
  );
}

/**
 * Refuse what is not a number in the sense of NaN.
 *
 * @throws ValueError when it is.
 */
export function checkNotNaN(value: number, name: string): void {
  if (Number.isNaN(value)) throw new ValueError(`Invalid ${name}: NaN (not a number)`);
}

/** Truth values are numbers in Python. */
function numberOf(value: unknown, expected: string, refusal: (type: string) => string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value);
  const hint = `${expected} is expected`;
  throw Object.assign(new TypeError(refusal(typeName(value))), { hint });
}
