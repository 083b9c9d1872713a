/** The project that a file belongs to: the nearest folder above it with a `package.json`. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Return the folder; that of the file itself when there is none. */
export function projectOf(file: string): string {
  const own = dirname(file);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return own;
  }
}
