/**
 * The names of classes as Python shows the classes themselves: `<class 'asyncio.locks.Lock'>`.
 *
 * Those of JavaScript have the names of what they show as here. A program's own classes have their own.
 */

const names = new WeakMap<object, string>([
  [Array, 'list'],
  [BigInt, 'int'],
  [Boolean, 'bool'],
  [Error, 'Exception'],
  [Function, 'function'],
  [Map, 'dict'],
  [Object, 'dict'],
  [Set, 'set'],
  [String, 'str'],
  [Uint8Array, 'bytes'],
]);

/** Return the name of a class, with the module that Python has it in. */
export function className(type: { readonly name: string }): string {
  return names.get(type) ?? type.name;
}

/** @internal Say what Python calls a class. */
export function nameClass(type: object, name: string): void {
  names.set(type, name);
}
