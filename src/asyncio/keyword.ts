/**
 * Arguments that may be given by their names: `waitFor(work(), { timeout: 1 })` is Python's
 * `wait_for(work(), timeout=1)`.
 */

/** An argument, or an object that has it under its name. */
export type Keyword<K extends string, T> = T | { readonly [key in K]?: T };

/** Return the argument itself, however it was given; what has not the name is left to be refused. */
export function keyword<K extends string, T extends number | undefined>(
  argument: Keyword<K, T>,
  name: K,
): T {
  const isNamed = typeof argument === 'object' && argument !== null && name in argument;
  return (isNamed ? argument[name] : argument) as T;
}
