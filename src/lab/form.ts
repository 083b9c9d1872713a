/**
 * What values must look like, put together from small checks.
 *
 * A check says in a few words what is wrong with a value, naming the field where it lies, or gives
 * `undefined`. An object may hold only the fields that its form names: one that is merely misspelt
 * would otherwise be left out in silence.
 */

import { nearest } from './nearest.js';

/** Says what is wrong with the value of a field; `undefined` when nothing is. */
export type Check = (value: unknown, field: string) => string | undefined;

/** Make a check of a single value; `what` says what it must be. */
export function must(be: string, test: (value: unknown) => boolean): Check {
  return (value, field) => (test(value) ? undefined : `${nameOf(field)} must be ${be}`);
}

/** Make a check that lets a field be left out. */
export function optional(check: Check): Check {
  return (value, field) => (value === undefined ? undefined : check(value, field));
}

/** Make a check of a list whose items all pass another one. */
export function listOf(check: Check): Check {
  return (value, field) => {
    if (!Array.isArray(value)) return `${nameOf(field)} must be a list`;
    return firstSlip(value, (item, index) => check(item, `${field}[${index}]`));
  };
}

/** Make a check of an object that holds these fields and no others. */
export function form(fields: Readonly<Record<string, Check>>): Check {
  return (value, field) => {
    if (!isRecord(value)) return `${nameOf(field)} must be an object`;
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) return slipOfUnknown(unknown, field, Object.keys(fields));
    return firstSlip(Object.entries(fields), ([key, check]) =>
      check(value[key], within(field, key)),
    );
  };
}

/** Make a check of an object whose values, under any names, all pass another one. */
export function recordOf(check: Check): Check {
  return (value, field) => {
    if (!isRecord(value)) return `${nameOf(field)} must be an object`;
    return firstSlip(Object.entries(value), ([key, item]) => check(item, within(field, key)));
  };
}

/** Return whether a value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstSlip<T>(
  items: readonly T[],
  slipOf: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const slip = slipOf(item, index);
    if (slip !== undefined) return slip;
  }
  return undefined;
}

function slipOfUnknown(key: string, field: string, known: readonly string[]): string {
  const [near] = nearest(key, known);
  const hint = near === undefined ? `there are ${known.join(', ')}` : `did you mean '${near}'?`;
  return `there is no field '${within(field, key)}'; ${hint}`;
}

function within(field: string, key: string): string {
  return field === '' ? key : `${field}.${key}`;
}

function nameOf(field: string): string {
  return field === '' ? 'it' : `'${field}'`;
}
