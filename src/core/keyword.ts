/**
 * Arguments that may be given by their names: `waitFor(work(), { timeout: 1 })` is Python's
 * `wait_for(work(), timeout=1)`.
 *
 * An object literal that has nothing but the name is what carries the argument. So a value of that very
 * shape, where any value is welcome, has to be given by its name as well.
 */

/** An argument, or an object literal that has it under its name. */
export type Keyword<K extends string, T> = T | { readonly [key in K]?: T };

/** Return the argument itself, however it was given; what has not the name is left to be refused. */
export function keyword<K extends string, T>(argument: Keyword<K, T>, name: K): T {
  return (hasOnly(argument, name) ? argument[name] : argument) as T;
}

/** Tell whether an argument is an object literal, with at least one of these names and no other. */
export function hasOnly<K extends string>(
  argument: unknown,
  ...names: readonly K[]
): argument is Readonly<Partial<Record<K, unknown>>> {
  if (typeof argument !== 'object' || argument === null) return false;
  if (Object.getPrototypeOf(argument) !== Object.prototype) return false;
  const given: readonly string[] = Object.keys(argument);
  return given.length > 0 && given.every((name) => (names as readonly string[]).includes(name));
}

/** Return arguments by their names: those that come one after the other, and those of a last object. */
export function byName<T extends object>(
  names: readonly (keyof T)[],
  args: readonly unknown[],
): Partial<T> {
  const last = args.at(-1);
  const isNamed = typeof last === 'object' && last !== null && !Array.isArray(last);
  const positional = isNamed ? args.slice(0, -1) : args;
  const byPosition = Object.fromEntries(names.map((name, i) => [name, positional[i]]));
  return { ...byPosition, ...(isNamed ? last : {}) } as Partial<T>;
}
