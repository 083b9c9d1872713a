/**
 * What all copies of the runtime in one process have in common.
 *
 * A loader may give a program another copy of this package than the one that called it: a worker's,
 * the command line's. Which host is the default and where functions are declared must not depend on
 * which copy one asks, so both are kept in a place that they share.
 */
export function shared<T>(name: string, make: () => T): T {
  const places = globalThis as Record<symbol, unknown>;
  const key = Symbol.for(`asyncio-lab.${name}`);
  places[key] ??= make();
  return places[key] as T;
}
