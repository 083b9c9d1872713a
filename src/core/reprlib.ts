/**
 * `reprlib`: a value as `repr()` shows it, cut short, for descriptions that quote results and arguments.
 *
 * The limits are those of Python: so many items of a list, a set or a dictionary, so many levels of
 * them, and so many characters of anything else, out of whose middle the rest is taken.
 */
import { repr } from './repr.js';

const MAX_LEVEL = 6;
const MAX_ITEMS = 6;
const MAX_ENTRIES = 4;
const MAX_LENGTH = 30;
const REST = '...';

/** Return the `repr()` of a value, cut short (`reprlib.repr`). */
export function shortRepr(value: unknown): string {
  return within(value, MAX_LEVEL);
}

function within(value: unknown, level: number): string {
  if (typeof value === 'string') return shortString(value);
  if (Array.isArray(value)) return `[${itemsOf(value, level)}]`;
  if (value instanceof Set)
    return value.size === 0 ? repr(value) : `{${itemsOf(sorted(value), level)}}`;
  if (value instanceof Map) return `{${entriesOf(value, level)}}`;
  if (isDictionary(value)) return `{${entriesOf(new Map(Object.entries(value)), level)}}`;
  return cut(repr(value));
}

function isDictionary(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

function shortString(value: string): string {
  const text = repr(value.slice(0, MAX_LENGTH));
  if (text.length <= MAX_LENGTH) return text;
  // What the middle is taken out of is quoted as a whole, for its marks depend on what it has.
  return cut(repr(value.slice(0, HEAD) + value.slice(Math.max(HEAD, value.length - TAIL))), true);
}

const HEAD = Math.floor((MAX_LENGTH - REST.length) / 2);
const TAIL = MAX_LENGTH - REST.length - HEAD;

function cut(text: string, always = false): string {
  if (!always && text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, HEAD)}${REST}${text.slice(-TAIL)}`;
}

function itemsOf(values: readonly unknown[], level: number): string {
  if (level <= 0 && values.length > 0) return REST;
  const shown = values.slice(0, MAX_ITEMS).map((value) => within(value, level - 1));
  return listed(shown, values.length);
}

function entriesOf(entries: ReadonlyMap<unknown, unknown>, level: number): string {
  if (level <= 0 && entries.size > 0) return REST;
  const shown = sorted(entries.keys())
    .slice(0, MAX_ENTRIES)
    .map((key) => `${within(key, level - 1)}: ${within(entries.get(key), level - 1)}`);
  return listed(shown, entries.size);
}

function listed(shown: readonly string[], count: number): string {
  return (count > shown.length ? [...shown, REST] : shown).join(', ');
}

/** Return values in order where they have one, else as they come. */
function sorted(values: Iterable<unknown>): unknown[] {
  const list = [...values];
  const isOrdered =
    list.every((value) => typeof value === 'string') ||
    list.every((value) => typeof value === 'number');
  return isOrdered ? (list as (string | number)[]).sort((a, b) => (a < b ? -1 : 1)) : list;
}
