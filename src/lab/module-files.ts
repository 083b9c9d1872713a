/**
 * Which files are modules that may hold a scenario, by their names.
 */

import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';

const extensions = ['.ts', '.mts', '.js', '.mjs'];

/** Return the module of a name in a folder; `undefined` when there is none. */
export function moduleNamed(name: string, folder: string): string | undefined {
  return extensions.map((extension) => join(folder, name + extension)).find((it) => existsSync(it));
}

/** Tell whether a file is a module, and no test or declaration. */
export function isModule(path: string): boolean {
  return extensions.includes(extname(path)) && !/\.(?:d|test|spec)\.\w+$/.test(path);
}
