/**
 * Python's `<`, for what a priority queue orders: numbers, strings, and arrays item by item.
 *
 * JavaScript's own puts `10` before `9` in arrays and finds an order even for objects that have none.
 * Arrays are compared as Python compares tuples and lists: the first items that are not equal decide,
 * and where there are none, the shorter one comes first.
 */

/**
 * Tell whether one value comes before another.
 *
 * @throws TypeError when there is no order between them.
 */
export function isLess(a: unknown, b: unknown): boolean {
  if (isNumber(a) && isNumber(b)) return a < b;
  if (typeof a === 'string' && typeof b === 'string') return a < b;
  if (Array.isArray(a) && Array.isArray(b)) {
    const end = Math.min(a.length, b.length);
    for (let i = 0; i < end; i += 1) if (!isEqual(a[i], b[i])) return isLess(a[i], b[i]);
    return a.length < b.length;
  }
  throw Object.assign(
    new TypeError(`'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`),
    {
      hint: 'say how they compare: new PriorityQueue({ compare: (a, b) => a.priority - b.priority })',
    },
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a === b || (a.length === b.length && a.every((item, i) => isEqual(item, b[i])));
  }
  // In Python True equals 1, and an integer the float of its value; in a list nan is what it is.
  return Object.is(a, b) || (isNumber(a) && isNumber(b) && a <= b && a >= b);
}

function isNumber(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

function typeName(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'str';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'undefined':
      return 'NoneType';
    case 'object':
      return value === null ? 'NoneType' : objectTypeName(value);
    default:
      return typeof value;
  }
}

function objectTypeName(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null || value instanceof Map) return 'dict';
  if (Array.isArray(value)) return 'list';
  return value instanceof Set ? 'set' : value.constructor.name;
}
