/**
 * The programs of this package that are started in processes and threads of their own.
 */

import { fileURLToPath } from 'node:url';

/** Return the path of one: as it was built, even where the command line itself runs from its sources. */
export function programOfPackage(name: string): string {
  const isSource = import.meta.url.endsWith('.ts');
  const folder = isSource ? '../../dist/src/cli/' : '../cli/';
  return fileURLToPath(new URL(`${folder}${name}.js`, import.meta.url));
}
