/**
 * Teaches Node's module loader to import modules that users write: TypeScript, in folders that have
 * never heard of this package.
 *
 * TypeScript is tsx's business. Ours is that `asyncio-lab` is this very copy wherever the importing
 * module lies: two copies of the runtime would have two running loops, and neither would know of the
 * other's. Each thread has a loader of its own, so workers need this as well.
 */
import { register } from 'node:module';

let prepared: Promise<void> | undefined;

/** Prepare this thread's loader for modules of users; once is enough. */
export function prepareForUserModules(): Promise<void> {
  prepared ??= teachLoader();
  return prepared;
}

async function teachLoader(): Promise<void> {
  const tsx = await import('tsx/esm/api');
  tsx.register();
  // Registered last, so it is asked first: tsx would follow the `paths` of a user's tsconfig.
  register('./usermodulehooks.js', import.meta.url);
}
