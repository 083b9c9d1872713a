/**
 * The folders of exercises that a path stands for, found by the files that lie there. Nothing is
 * loaded to find out.
 */

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Return them: an exercise's own folder, or all those of a set; none when it is neither. */
export function exerciseFolders(path: string): string[] {
  const folder = resolve(path);
  if (existsSync(join(folder, 'exercise.ts'))) return [folder];
  if (!existsSync(join(folder, 'set.ts'))) return [];
  return foldersIn(folder)
    .flatMap(foldersIn)
    .filter((inside) => existsSync(join(inside, 'exercise.ts')));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort();
}
