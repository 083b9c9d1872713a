/**
 * Where a project lies: in whose repository, and whether this package can be imported there.
 */

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Return the root of the repository that a folder, which may be still to be made, is in. */
export function repositoryOf(folder: string): string | undefined {
  return upwards(folder).find((path) => existsSync(join(path, '.git')));
}

/** Whether modules in a folder find this package. */
export function findsUs(folder: string): boolean {
  const ours = 'node_modules/asyncio-lab/package.json';
  return upwards(folder).some((path) => existsSync(join(path, ours)));
}

function upwards(folder: string): string[] {
  const paths = [resolve(folder)];
  for (let path = dirname(paths[0] ?? ''); path !== paths.at(-1); path = dirname(path)) {
    paths.push(path);
  }
  return paths;
}
