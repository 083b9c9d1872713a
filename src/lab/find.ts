/**
 * Finds scenarios by name or by path: one of ours, a user's module, or a folder of them.
 */

import { type Dirent, existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { builtInFolder, builtInNames, builtInSource } from './builtins.js';
import { FindError } from './find-error.js';
import { type Found, foundAt } from './found.js';
import { asScenario, type ImportModule, loadModule, loadScenario } from './load.js';
import { nearest } from './nearest.js';

/** The scenarios that were asked for, and why others cannot be run. */
export interface Finding {
  readonly scenarios: readonly Found[];
  readonly broken: readonly FindError[];
}

/**
 * Find the scenarios that names and paths stand for, in their order.
 *
 * @param importUserModule imports modules that are not ours, in place of `import()`
 * @throws FindError at the first that stands for none.
 */
export async function findScenarios(
  references: readonly string[],
  importUserModule?: ImportModule,
): Promise<readonly Found[]> {
  const { scenarios, broken } = await findSound(references, importUserModule);
  if (broken[0] !== undefined) throw broken[0];
  return scenarios;
}

/**
 * Find the scenarios that names and paths stand for, though others among them are broken.
 *
 * @throws FindError when one stands for nothing at all, or when not a single scenario is sound.
 */
export async function findSound(
  references: readonly string[],
  importModule?: ImportModule,
): Promise<Finding> {
  const findings: Finding[] = [];
  for (const reference of references) {
    const finding = await load(searchesFor(reference, importModule));
    if (finding.scenarios.length + finding.broken.length === 0) {
      throw new FindError({ type: 'empty-folder', path: resolve(reference) });
    }
    findings.push(finding);
  }
  const scenarios = findings.flatMap((finding) => finding.scenarios);
  const broken = findings.flatMap((finding) => finding.broken);
  if (scenarios.length === 0 && broken[0] !== undefined) throw broken[0];
  return { scenarios, broken };
}

async function load(searches: readonly Search[]): Promise<Finding> {
  const scenarios: Found[] = [];
  const broken: FindError[] = [];
  for (const search of searches) {
    try {
      scenarios.push(...(await search()));
    } catch (error) {
      if (!(error instanceof FindError)) throw error;
      broken.push(error);
    }
  }
  return { scenarios, broken };
}

/** Loads what may be a scenario; of a module in a folder that is none, nothing comes. */
type Search = () => Promise<Found[]>;

/** Return what is to be loaded for a name or a path. */
function searchesFor(reference: string, importModule?: ImportModule): Search[] {
  const names = builtInNames();
  if (names.includes(reference)) return [async () => [await findBuiltIn(reference)]];
  const path = resolve(reference);
  const kind = kindOf(path, reference);
  if (kind?.isDirectory()) return searchesIn(path, importModule);
  if (kind !== undefined) return [async () => [await findInFile(path, importModule)]];
  throw new FindError(
    looksLikePath(reference)
      ? { type: 'unreadable', path: reference, cause: 'no such file or folder' }
      : { type: 'unknown-scenario', name: reference, nearest: nearestTo(reference, names) },
  );
}

function kindOf(path: string, reference: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new FindError({ type: 'unreadable', path: reference, cause: causeOf(error) });
  }
}

/** Name the file first that lies here: a path needs its `./` and its extension. */
function nearestTo(reference: string, names: readonly string[]): string[] {
  const here = moduleNamed(reference, '.');
  return here === undefined ? nearest(reference, names) : [`./${here}`];
}

function looksLikePath(reference: string): boolean {
  return /[/\\]|^\.|\.[cm]?[jt]s$/.test(reference);
}

async function findBuiltIn(name: string): Promise<Found> {
  const folder = builtInFolder(name);
  const path = moduleNamed(name, folder);
  if (path === undefined) throw new FindError({ type: 'empty-folder', path: folder });
  const scenario = await loadScenario(path);
  return { ...foundAt(path, scenario), source: builtInSource(name) };
}

async function findInFile(path: string, importModule?: ImportModule): Promise<Found> {
  if (!isModule(path)) throw new FindError({ type: 'not-a-module', path });
  return foundAt(path, await loadScenario(path, importModule));
}

/**
 * A folder is a scenario's own, with a module of its name, or it holds scenarios: modules, and
 * folders of their own. Modules that export no scenario are their helpers.
 */
function searchesIn(folder: string, importModule?: ImportModule): Search[] {
  const own = moduleNamed(basename(folder), folder);
  if (own !== undefined) return [async () => [await findInFile(own, importModule)]];
  const paths = readFolder(folder).flatMap((entry) => {
    const inside = join(folder, entry.name);
    const path = entry.isDirectory() ? moduleNamed(entry.name, inside) : inside;
    return path !== undefined && isModule(path) ? [path] : [];
  });
  return paths.map((path) => () => findAmong(path, importModule));
}

async function findAmong(path: string, importModule?: ImportModule): Promise<Found[]> {
  const exported = await loadModule(path, importModule);
  const isHelper = typeof exported !== 'object' || exported === null || !('variants' in exported);
  return isHelper ? [] : [foundAt(path, asScenario(exported, path))];
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new FindError({ type: 'unreadable', path, cause: causeOf(error) });
  }
}

/** What the system says, without its code and without the call: `permission denied`. */
function causeOf(error: unknown): string {
  const { message } = error as Error;
  return /^\w+: ([^,]+)/.exec(message)?.[1] ?? message;
}

const extensions = ['.ts', '.mts', '.js', '.mjs'];

function moduleNamed(name: string, folder: string): string | undefined {
  return extensions.map((extension) => join(folder, name + extension)).find((it) => existsSync(it));
}

function isModule(path: string): boolean {
  return extensions.includes(extname(path)) && !/\.(?:d|test|spec)\.\w+$/.test(path);
}
