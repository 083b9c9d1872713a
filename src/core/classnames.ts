/**
 * The names of classes as Python shows them, with the modules that it has them in.
 *
 * Those of JavaScript have the names of what their objects show as here. A class of the program's own has
 * the name that it was written with.
 */

const fullNames = new WeakMap<object, string>([
  [Array, 'list'],
  [BigInt, 'int'],
  [Boolean, 'bool'],
  [Error, 'Exception'],
  [Function, 'function'],
  [function* () {}.constructor, 'function'],
  [Map, 'dict'],
  [Object, 'dict'],
  [Set, 'set'],
  [String, 'str'],
  [Uint8Array, 'bytes'],
]);

/** Return the name of a class as Python shows the class itself. */
export function className(type: { readonly name: string }): string {
  return fullNames.get(type) ?? type.name;
}

/**
 * @internal Say what Python calls classes.
 *
 * @param module where Python has them, if they are no built-ins
 */
export function nameClasses(classes: Readonly<Record<string, object>>, module?: string): void {
  for (const [name, type] of Object.entries(classes)) {
    fullNames.set(type, module === undefined ? name : `${module}.${name}`);
  }
}
