/**
 * The version of this package, as its package.json has it.
 */

import { createRequire } from 'node:module';

/** Return the version. */
export function versionOfPackage(): string {
  return createRequire(import.meta.url)('asyncio-lab/package.json').version;
}
