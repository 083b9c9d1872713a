/**
 * Imports modules that users write: TypeScript, in folders that have never heard of this package.
 *
 * Node's module loader has to be taught both. TypeScript is tsx's business. Ours is that
 * `asyncio-lab` is this very copy wherever the importing module lies: two copies of the runtime would
 * have two running loops, and neither would know of the other's. Each thread has a loader of its own,
 * so workers import through this as well.
 */
import module from 'node:module';
import { initialize, resolve } from './usermodulehooks.js';

/** What this package has compiled itself needs no preparation. */
const compiledHere = new URL('../../', import.meta.url).href;

/** Node has it since 22.15; the types are those of the oldest version that we support. */
const { registerHooks } = module as {
  registerHooks?: (hooks: { resolve: typeof resolve }) => void;
};

let taught = false;
let runtime: string | undefined;
let typeScript: Promise<void> | undefined;

/** Have another module stand for `asyncio-lab`, by its address, before the first is imported. */
export function useRuntime(url: string): void {
  runtime = url;
}

/** Import a module that a user wrote. */
export async function importUserModule(url: string): Promise<Readonly<Record<string, unknown>>> {
  if (url.startsWith(compiledHere)) return import(url);
  if (/\.m?ts$/.test(new URL(url).pathname)) {
    typeScript ??= registerTypeScript();
    await typeScript;
  } else if (!taught) {
    teachLoader();
  }
  return import(url);
}

/** Kept from modules that need none of it, for tsx takes a while to load. */
async function registerTypeScript(): Promise<void> {
  const tsx = await import('tsx/esm/api');
  tsx.register();
  // Registered last, so they are asked first: tsx would follow the `paths` of a user's tsconfig.
  teachLoader();
}

/**
 * Hooks on the importing thread are asked before those on a thread of their own. So wherever Node has
 * the former ours must be of that kind, for tsx's may be.
 */
function teachLoader(): void {
  taught = true;
  const data = runtime === undefined ? undefined : { runtime };
  if (registerHooks === undefined) {
    module.register('../hosts/usermodulehooks.js', import.meta.url, { data });
    return;
  }
  initialize(data);
  registerHooks({ resolve });
}
