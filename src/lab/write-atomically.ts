/**
 * Writes a file as a whole: whoever reads it gets the old one or the new one, never a part.
 *
 * A link stays a link, and the file that it leads to is the one that is written. What is no regular
 * file, a device or a pipe, cannot be replaced: it is written to.
 */

import { readlinkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Write the text of a file. */
export function writeAtomically(path: string, text: string): void {
  const target = targetOf(path);
  if (isDevice(target)) {
    writeFileSync(target, text);
    return;
  }
  const draft = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Return the path that a path leads to by links, even if nothing is there; a device is its own. */
export function targetOf(path: string): string {
  if (isDevice(path)) return path;
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return realpathSync(path);
  const next = linkAt(path);
  return next === undefined ? path : targetOf(resolve(dirname(path), next));
}

/** Return whether a path is written to as it is: it exists, and is neither a file nor a folder. */
export function isDevice(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
