/** The types of this copy of the library, for the compiler. */

import { fileURLToPath } from 'node:url';

/** Return the file that has them, as it was built: the sources would all be checked as well. */
export function typesOfLibrary(): string {
  const isSource = import.meta.url.endsWith('.ts');
  return fileURLToPath(
    new URL(isSource ? '../../dist/src/index.d.ts' : '../index.d.ts', import.meta.url),
  );
}
