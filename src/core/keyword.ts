/**
 * Arguments that may be given by their names: `waitFor(work(), { timeout: 1 })` is Python's
 * `wait_for(work(), timeout=1)`.
 *
 * An object literal that has nothing but the name is what carries the argument. So a value of that very
 * shape, where any value is welcome, has to be given by its name as well. Where no object is welcome, and
 * in the options of a function, a name that there is not is refused as Python does: a misspelled one would
 * go unnoticed.
 */
import { suggestionFor } from './suggestion.js';

/** An argument, or an object literal that has it under its name. */
export type Keyword<K extends string, T> = T | { readonly [key in K]?: T };

/**
 * Return the argument itself, however it was given.
 *
 * @param callee what it is an argument of, where no object is welcome
 * @throws TypeError when it is given by another name there.
 */
export function keyword<K extends string, T>(argument: Keyword<K, T>, name: K, callee?: string): T {
  if (hasOnly(argument, name)) return argument[name] as T;
  if (callee !== undefined && isLiteral(argument)) refuseUnknown(argument, [name], callee);
  return argument as T;
}

/**
 * Look through options for a name that there is not.
 *
 * @throws TypeError when there is one.
 */
export function refuseUnknown(options: object, names: readonly string[], callee: string): void {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const meant = suggestionFor(unknown, names);
  throw new TypeError(
    `${callee}() got an unexpected keyword argument '${unknown}'${meant === undefined ? '' : `. Did you mean '${meant}'?`}`,
  );
}

/** Tell whether an argument is an object literal, with at least one of these names and no other. */
export function hasOnly<K extends string>(
  argument: unknown,
  ...names: readonly K[]
): argument is Readonly<Partial<Record<K, unknown>>> {
  if (!isLiteral(argument)) return false;
  const given: readonly string[] = Object.keys(argument);
  return given.length > 0 && given.every((name) => (names as readonly string[]).includes(name));
}

function isLiteral(argument: unknown): argument is object {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    Object.getPrototypeOf(argument) === Object.prototype
  );
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
