/**
 * Where the scenarios lie that names and paths stand for: one of ours, a user's module, or a folder
 * of them. Nothing is loaded to find out, for loading runs what a user wrote.
 */

import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { builtInModule, builtInSource, builtInsNamed } from './builtins.js';
import { FindError } from './find-error.js';
import { isModule, moduleNamed } from './module-files.js';
import { nearestBuiltIns } from './nearest-built-in.js';
import { systemCause } from './system-cause.js';

/** A module that holds a scenario, or may hold one. */
export interface Location {
  readonly name: string;
  /** The module. */
  readonly path: string;
  /** The file that a learner reads and edits. */
  readonly source: string;
  /** It was found in a folder, where a module that exports no scenario is a helper of the others. */
  readonly mayBeHelper: boolean;
}

/**
 * Locate what a name or a path stands for; of a folder, all that may be scenarios.
 *
 * @throws FindError when it stands for nothing.
 */
export function locate(reference: string): Location[] {
  const ours = builtInsNamed(reference);
  if (ours.length > 0) return ours.map(builtIn);
  const path = resolve(reference);
  const kind = kindOf(path, reference);
  if (kind?.isDirectory()) return locateIn(path);
  if (kind !== undefined) return [locateFile(path)];
  const near = nearestTo(reference);
  throw new FindError(
    looksLikePath(reference) && near.length === 0
      ? { type: 'unreadable', path: reference, cause: 'no such file or folder' }
      : { type: 'unknown-scenario', name: reference, nearest: near },
  );
}

function builtIn(name: string): Location {
  return { name, path: builtInModule(name), source: builtInSource(name), mayBeHelper: false };
}

function locateFile(path: string): Location {
  if (!isModule(path)) throw new FindError({ type: 'not-a-module', path });
  return locationOf(path);
}

/**
 * A folder is a scenario's own, with a module of its name, or it holds scenarios: modules, and
 * folders of their own.
 */
function locateIn(folder: string): Location[] {
  const own = moduleNamed(basename(folder), folder);
  if (own !== undefined) return [locateFile(own)];
  return readFolder(folder).flatMap((entry) => {
    const inside = join(folder, entry.name);
    const path = entry.isDirectory() ? moduleNamed(entry.name, inside) : inside;
    return path !== undefined && isModule(path) ? [{ ...locationOf(path), mayBeHelper: true }] : [];
  });
}

function locationOf(path: string): Location {
  return { name: basename(path, extname(path)), path, source: path, mayBeHelper: false };
}

function kindOf(path: string, reference: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new FindError({ type: 'unreadable', path: reference, cause: systemCause(error) });
  }
}

/** Name the file that lies here: a path needs its `./` and its extension. */
function nearestTo(reference: string): string[] {
  const here = moduleNamed(reference, '.');
  return here === undefined ? nearestBuiltIns(reference) : [`./${here}`];
}

function looksLikePath(reference: string): boolean {
  return /[/\\]|^\.|\.[cm]?[jt]s$/.test(reference);
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new FindError({ type: 'unreadable', path, cause: systemCause(error) });
  }
}
