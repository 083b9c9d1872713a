/**
 * The addresses of functions: what a function is called where no function can be handed over.
 *
 * Threads share no functions, but they load the same modules. A function declared with `threaded` is
 * known by its module and its name; a coroutine function that a module declares, by its name alone.
 * Nothing is imported to find one, so it is found while its module still runs.
 */

import { shared } from './shared.js';

/** The module that declares a function, and the function's name; no module for a coroutine function. */
export interface Address {
  readonly module: string | undefined;
  readonly name: string;
}

/** Stands for the module in the addresses of the runtime's own functions. */
export const RUNTIME = 'asyncio-lab';

type AnyFunction = (...args: never[]) => unknown;

const standsFor = Symbol.for('asyncio-lab.stands-for');

interface Registry {
  readonly addresses: WeakMap<AnyFunction, Address>;
  readonly declared: Map<string, AnyFunction>;
  /** The sources of the functions, and the names that stand for two coroutine functions. */
  readonly sources: Map<string, string>;
  readonly ambiguous: Set<string>;
}

const { addresses, declared, sources, ambiguous } = shared<Registry>('functions', () => ({
  addresses: new WeakMap(),
  declared: new Map(),
  sources: new Map(),
  ambiguous: new Set(),
}));

/**
 * Make a function known by its module and its name; `source` tells a reloaded one from another one.
 *
 * @throws TypeError when the module has declared another one under the name.
 */
export function declare(fn: AnyFunction, module: string, name: string, source: string): void {
  const address = { module, name };
  const key = keyOf(address);
  // Each copy of the runtime declares its own functions, under the package's name.
  if (module !== RUNTIME && (sources.get(key) ?? source) !== source) {
    throw new TypeError(`two threaded functions are named '${name}': give one another name`);
  }
  sources.set(key, source);
  addresses.set(fn, address);
  declared.set(key, fn);
}

/** Make a coroutine function known by its name; `source` tells a reloaded one from another one. */
export function declareCoroutineFunction(fn: AnyFunction, name: string, source: string): void {
  if (name === '') return;
  const address = { module: undefined, name };
  if ((sources.get(name) ?? source) !== source) ambiguous.add(name);
  sources.set(name, source);
  addresses.set(fn, address);
  declared.set(keyOf(address), fn);
}

/** A function that stands for another; kept on it, for a weak map would cost each call an entry. */
interface StandIn extends AnyFunction {
  [standsFor]?: AnyFunction;
}

/** Make a function stand for another: it has the other's address, and its name. */
export function standIn<F extends AnyFunction>(fn: AnyFunction, replacement: F): F {
  (replacement as StandIn)[standsFor] = fn;
  return replacement;
}

/** Return the address of a function; `undefined` when it has none. */
export function addressOf(fn: unknown): Address | undefined {
  if (typeof fn !== 'function') return undefined;
  return addresses.get((fn as StandIn)[standsFor] ?? (fn as AnyFunction));
}

/** Return the name of a function, or of the one that it stands for. */
export function nameOf(fn: AnyFunction): string {
  return ((fn as StandIn)[standsFor] ?? fn).name;
}

/**
 * Return the address under which the other threads find a function.
 *
 * @throws TypeError when they would not; the message says how to declare it.
 */
export function travelAddressOf(fn: AnyFunction): Address {
  const address = addressOf(fn);
  const name = fn.name || 'work';
  if (address === undefined) {
    throw new TypeError(
      `function '${name}' cannot travel from a thread to the loop: declare it in the module with ` +
        `export const ${name} = threaded(import.meta.url, function ${name}(…) { … }), ` +
        'or, for a coroutine, with coroutine(function* …)',
    );
  }
  if (address.module === undefined && ambiguous.has(name)) {
    throw new TypeError(
      `two coroutine functions are named '${name}': give the one that travels another name`,
    );
  }
  return address;
}

/** Return the function at an address; `undefined` when none is declared there. */
export function functionAt(address: Address): AnyFunction | undefined {
  return declared.get(keyOf(address));
}

function keyOf({ module, name }: Address): string {
  return `${module ?? ''}#${name}`;
}
