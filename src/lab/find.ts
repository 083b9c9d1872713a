/**
 * Finds scenarios by name or by path: one of ours, a user's module, or a folder of them.
 */

import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { builtInFolder, builtInNames, builtInSource } from './builtins.js';
import { FindError } from './find-error.js';
import { type Found, foundAt } from './found.js';
import { asScenario, type ImportModule, loadModule, loadScenario } from './load.js';
import { nearest } from './nearest.js';

/**
 * Find the scenarios that names and paths stand for, in their order.
 *
 * @param importUserModule imports modules that are not ours, in place of `import()`
 * @throws FindError at the first that stands for none.
 */
export async function findScenarios(
  references: readonly string[],
  importUserModule?: ImportModule,
): Promise<Found[]> {
  const scenarios: Found[] = [];
  for (const reference of references) {
    scenarios.push(...(await findScenario(reference, importUserModule)));
  }
  return scenarios;
}

async function findScenario(reference: string, importModule?: ImportModule): Promise<Found[]> {
  const names = builtInNames();
  if (names.includes(reference)) return [await findBuiltIn(reference)];
  const path = resolve(reference);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isDirectory()) return findInFolder(path, importModule);
  if (kind !== undefined) return [await findInFile(path, importModule)];
  throw new FindError(
    looksLikePath(reference)
      ? { type: 'unreadable', path: reference, cause: 'no such file or folder' }
      : { type: 'unknown-scenario', name: reference, nearest: nearest(reference, names) },
  );
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
async function findInFolder(folder: string, importModule?: ImportModule): Promise<Found[]> {
  const own = moduleNamed(basename(folder), folder);
  if (own !== undefined) return [await findInFile(own, importModule)];
  const scenarios: Found[] = [];
  for (const entry of readFolder(folder)) {
    const inside = join(folder, entry.name);
    const path = entry.isDirectory() ? moduleNamed(entry.name, inside) : inside;
    if (path === undefined || !isModule(path)) continue;
    const exported = await loadModule(path, importModule);
    if (typeof exported !== 'object' || exported === null || !('variants' in exported)) continue;
    scenarios.push(foundAt(path, asScenario(exported, path)));
  }
  if (scenarios.length === 0) throw new FindError({ type: 'empty-folder', path: folder });
  return scenarios;
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new FindError({ type: 'unreadable', path, cause: (error as Error).message });
  }
}

const extensions = ['.ts', '.mts', '.js', '.mjs'];

function moduleNamed(name: string, folder: string): string | undefined {
  return extensions.map((extension) => join(folder, name + extension)).find((it) => existsSync(it));
}

function isModule(path: string): boolean {
  return extensions.includes(extname(path)) && !/\.(?:d|test|spec)\.\w+$/.test(path);
}
