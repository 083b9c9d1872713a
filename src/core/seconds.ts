/**
 * Numbers of seconds, as messages show them.
 */

/** Write a number with three decimals; one right between two goes to the even one (`'%.3f'`). */
export function inThousandths(value: number): string {
  const text = value.toFixed(3);
  // Only an odd number of sixteenths is right between two, and is rounded upwards.
  const isBetween = Number.isInteger(value * 16) && !Number.isInteger(value * 8);
  return isBetween && Number(text.at(-1)) % 2 === 1
    ? (value - Math.sign(value) / 2048).toFixed(3)
    : text;
}
