/**
 * Delays that look random and are the same for every peer, in every language and in every round.
 */

const modulus = 2 ** 31;

/** How many seconds of delay there are for each sleeper, so that waiting costs less than the work. */
const spread = 5e-7;

/** Return the delays of so many sleepers, in seconds: up to half a microsecond for each of them. */
export function delays(count: number): Float64Array {
  const result = new Float64Array(count);
  let seed = 1;
  for (let i = 0; i < count; i += 1) {
    seed = (seed * 48271) % (modulus - 1);
    result[i] = (seed / modulus) * count * spread;
  }
  return result;
}
