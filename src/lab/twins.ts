/**
 * Finds scenarios together with their twins: the same program in Python, `<name>.py` beside the
 * scenario, or whichever file is named after it.
 */

import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scenarioAt } from './find.js';
import { FindError } from './find-error.js';
import type { Found } from './found.js';
import type { ImportModule } from './load.js';
import { type Location, locate } from './locate.js';

/** A scenario and its twin. What the scenario was held to until now is not looked at. */
export interface Pair {
  readonly found: Found;
  /** The file of the Python program. */
  readonly twin: string;
}

/** The pairs that were asked for, and why others are none. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly broken: readonly FindError[];
  /** Of folders: the scenarios that have no twin, which nobody asked for by name. */
  readonly alone: readonly FindError[];
}

/**
 * Find the pairs that names and paths stand for, in their order.
 *
 * @throws FindError when one stands for nothing at all, or when there is not a single pair.
 */
export async function findPairs(
  references: readonly string[],
  importModule?: ImportModule,
): Promise<Pairing> {
  const pairs: Pair[] = [];
  const broken: FindError[] = [];
  const alone: FindError[] = [];
  for (const { location, twin } of places(references)) {
    try {
      const found = await foundAlone(location, importModule);
      if (found === undefined) continue;
      if (existsSync(twin)) pairs.push({ found, twin });
      else (location.mayBeHelper ? alone : broken).push(noTwin(location, twin));
    } catch (error) {
      if (!(error instanceof FindError)) throw error;
      broken.push(error);
    }
  }
  if (pairs.length > 0) return { pairs, broken, alone };
  throw broken[0] ?? alone[0] ?? noneIn(references);
}

function noTwin({ source }: Location, twin: string): FindError {
  return new FindError({ type: 'no-twin', path: source, twin });
}

function noneIn([reference = '.']: readonly string[]): FindError {
  return new FindError({ type: 'empty-folder', path: resolve(reference) });
}

interface Place {
  readonly location: Location;
  readonly twin: string;
}

/** A file of Python is the twin of what is named before it. */
function places(references: readonly string[]): Place[] {
  const all: Place[] = [];
  let open: Location | undefined;
  for (const reference of references) {
    if (extname(reference) === '.py') {
      const place = all.at(-1);
      if (open === undefined || place === undefined) {
        throw new FindError({ type: 'lone-twin', path: reference });
      }
      if (!existsSync(reference)) {
        throw new FindError({
          type: 'unreadable',
          path: reference,
          cause: 'no such file or folder',
        });
      }
      all[all.length - 1] = { ...place, twin: resolve(reference) };
      open = undefined;
      continue;
    }
    const located = locate(reference);
    if (located.length === 0) throw noneIn([reference]);
    all.push(...located.map((location) => ({ location, twin: twinOf(location) })));
    open = located.length === 1 ? located[0] : undefined;
  }
  return all;
}

function twinOf({ source }: Location): string {
  return join(dirname(source), `${basename(source, extname(source))}.py`);
}

async function foundAlone(
  location: Location,
  importModule?: ImportModule,
): Promise<Found | undefined> {
  const scenario = await scenarioAt(location, importModule);
  const { name, path, source } = location;
  return scenario && { name, scenario, module: pathToFileURL(path).href, source };
}
