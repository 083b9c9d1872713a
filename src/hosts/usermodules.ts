/**
 * Imports modules that users write: TypeScript, in folders that have never heard of this package.
 *
 * Node's module loader has to be taught both. TypeScript is tsx's business. Ours is that
 * `asyncio-lab` is this very copy wherever the importing module lies: two copies of the runtime would
 * have two running loops, and neither would know of the other's. Each thread has a loader of its own,
 * so workers import through this as well.
 */
import { register } from 'node:module';

/** What this package has compiled itself needs no preparation. */
const compiledHere = new URL('../../', import.meta.url).href;

let hooks: Promise<void> | undefined;
let typeScript: Promise<void> | undefined;

/** Import a module that a user wrote. */
export async function importUserModule(url: string): Promise<Readonly<Record<string, unknown>>> {
  if (url.startsWith(compiledHere)) return import(url);
  if (/\.m?ts$/.test(new URL(url).pathname)) {
    typeScript ??= registerTypeScript();
    await typeScript;
  } else {
    hooks ??= registerHooks();
    await hooks;
  }
  return import(url);
}

/** Kept from modules that need none of it, for tsx takes a while to load. */
async function registerTypeScript(): Promise<void> {
  const tsx = await import('tsx/esm/api');
  tsx.register();
  // Registered last, so they are asked first: tsx would follow the `paths` of a user's tsconfig.
  await registerHooks();
}

async function registerHooks(): Promise<void> {
  register('./usermodulehooks.js', import.meta.url);
}
