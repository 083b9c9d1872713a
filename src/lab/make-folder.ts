/**
 * Makes folders one by one. Node's own way of making a whole path never ends where a file system
 * says of a folder that is there that it is not, as Linux' /proc does.
 */

import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Make a folder, and those that lead to it, where they are missing. */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  mkdirSync(path);
}
