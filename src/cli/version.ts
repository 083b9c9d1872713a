/**
 * The version of this package, as its package.json has it.
 */

import { readFileSync } from 'node:fs';

/** The file lies where the folder of the sources does, or where that of the build does. */
const file = import.meta.url.endsWith('.ts') ? '../../package.json' : '../../../package.json';

/** Return the version. */
export function versionOfPackage(): string {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).version;
}
