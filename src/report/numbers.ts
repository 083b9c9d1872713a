/**
 * Instants and durations as people read them, in seconds.
 */

/** A measured instant: three decimals, and on a clock that is exact all that there are. */
export function measured(seconds: number, exact: boolean): string {
  const short = rounded(seconds).toFixed(3);
  return exact && Number(short) !== rounded(seconds) ? plain(seconds) : short;
}

/** A number of seconds that is expected or was asked for: no more digits than it needs. */
export function plain(seconds: number): string {
  return String(rounded(seconds));
}

/** How many times: one decimal, none from ten on. */
export function times(ratio: number): string {
  return ratio.toFixed(ratio < 9.95 ? 1 : 0);
}

/** Round to nanoseconds: what is finer is an artefact of binary fractions. */
export function rounded(seconds: number): number {
  return Number(seconds.toFixed(9));
}

/** Add up durations, each as a report has it. */
export function totalOf(durations: readonly number[]): number {
  return rounded(durations.reduce((total, seconds) => total + rounded(seconds), 0));
}
