/**
 * Python's `<`, for what a priority queue orders: numbers, strings, and arrays and bytes item by item.
 *
 * JavaScript's own puts `10` before `9` in arrays and finds an order even for objects that have none.
 * Arrays are compared as Python compares tuples and lists: the first items that are not equal decide,
 * and where there are none, the shorter one comes first. So what has no order may follow what differs,
 * and two dictionaries may stand in the same place when they are equal.
 */
import { typeName } from '../core/repr.js';

/**
 * Tell whether one value comes before another.
 *
 * @throws TypeError when there is no order between them.
 */
export function isLess(a: unknown, b: unknown): boolean {
  if (isNumber(a) && isNumber(b)) return a < b;
  if (typeof a === 'string' && typeof b === 'string') return a < b;
  if (Array.isArray(a) && Array.isArray(b)) return isLessInOrder(a, b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) return isLessInOrder(a, b);
  throw Object.assign(
    new TypeError(`'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`),
    {
      hint: 'say how they compare: new PriorityQueue({ compare: (a, b) => a.priority - b.priority })',
    },
  );
}

function isLessInOrder(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i += 1) if (!isEqual(a[i], b[i])) return isLess(a[i], b[i]);
  return a.length < b.length;
}

function isEqual(a: unknown, b: unknown): boolean {
  // In a list nan is what it is.
  if (Object.is(a, b)) return true;
  // In Python True equals 1, and an integer the float of its value.
  if (isNumber(a) && isNumber(b)) return a <= b && a >= b;
  return typeof a === 'object' && areEqualCollections(a, b);
}

function areEqualCollections(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  }
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
  }
  if (a instanceof Set && b instanceof Set) {
    return a.size === b.size && [...a].every((item) => b.has(item));
  }
  const [left, right] = [entriesOf(a), entriesOf(b)];
  if (left === undefined || right === undefined || left.size !== right.size) return false;
  return [...left].every(([key, value]) => right.has(key) && isEqual(value, right.get(key)));
}

/** Return what a dictionary holds. */
function entriesOf(value: unknown): ReadonlyMap<unknown, unknown> | undefined {
  if (value instanceof Map) return value;
  const isDictionary =
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype;
  return isDictionary ? new Map(Object.entries(value)) : undefined;
}

function isNumber(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}
