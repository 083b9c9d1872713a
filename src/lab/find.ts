/**
 * Finds scenarios by name or by path.
 *
 * Ours lie in `scenarios/<name>/`, and so may a user's; a single file does as well. Whatever belongs
 * to a scenario lies beside its module, its recording first of all.
 */

import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Recording, readRecording } from './cpython/recording.js';
import { FindError } from './find-error.js';
import { asScenario, loadModule, loadScenario } from './load.js';
import { nearest } from './nearest.js';
import type { Scenario } from './scenario.js';

/** A scenario with all that belongs to it. */
export interface Found {
  readonly name: string;
  readonly scenario: Scenario;
  /** The address of its module. */
  readonly module: string;
  /** The file that a learner reads and edits. */
  readonly source: string;
  /** What CPython did, where it was recorded. */
  readonly recording?: Recording;
}

const modules = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const sources = join(
  dirname(createRequire(import.meta.url).resolve('asyncio-lab/package.json')),
  'scenarios',
);

/** The order in which the guide teaches; what is not in it comes after. */
const curriculum = [
  'hello',
  'generators',
  'event-loop',
  'fetch',
  'tasks',
  'cancel',
  'future',
  'gather',
  'timeout',
  'to-thread',
  'run',
  'wait',
  'threadsafe',
  'gil',
];

/** Return the names of the scenarios that come with this package, in the order of the guide. */
export function builtInNames(): string[] {
  const names = readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return [
    ...curriculum.filter((name) => names.includes(name)),
    ...names.filter((name) => !curriculum.includes(name)),
  ];
}

/**
 * Find the scenarios that names and paths stand for, in their order.
 *
 * @param prepareForUserModules called before the first module of a user is imported
 * @throws FindError at the first that stands for none.
 */
export async function findScenarios(
  references: readonly string[],
  prepareForUserModules: () => Promise<void>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const reference of references) {
    found.push(...(await findScenario(reference, prepareForUserModules)));
  }
  return found;
}

async function findScenario(
  reference: string,
  prepareForUserModules: () => Promise<void>,
): Promise<Found[]> {
  const names = builtInNames();
  if (names.includes(reference)) return [await builtIn(reference)];
  const path = resolve(reference);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind !== undefined) {
    await prepareForUserModules();
    return kind.isDirectory() ? findInFolder(path) : [await findInFile(path)];
  }
  throw new FindError(
    looksLikePath(reference)
      ? { type: 'unreadable', path: reference, cause: 'no such file or folder' }
      : { type: 'unknown-scenario', name: reference, nearest: nearest(reference, names) },
  );
}

function looksLikePath(reference: string): boolean {
  return /[/\\]|^\.|\.[cm]?[jt]s$/.test(reference);
}

async function builtIn(name: string): Promise<Found> {
  const module = moduleNamed(name, join(modules, name));
  if (module === undefined)
    throw new FindError({ type: 'empty-folder', path: join(modules, name) });
  return {
    ...found(module, await loadScenario(module)),
    source: join(sources, name, `${name}.ts`),
  };
}

async function findInFile(path: string): Promise<Found> {
  if (!isModule(path)) throw new FindError({ type: 'not-a-module', path });
  return found(path, await loadScenario(path));
}

/**
 * A folder is a scenario's own, with a module of its name, or it holds scenarios: modules, and
 * folders of their own. Modules that export no scenario are their helpers.
 */
async function findInFolder(path: string): Promise<Found[]> {
  const own = moduleNamed(basename(path), path);
  if (own !== undefined) return [await findInFile(own)];
  const scenarios: Found[] = [];
  for (const entry of readFolder(path)) {
    const inside = join(path, entry.name);
    const module = entry.isDirectory() ? moduleNamed(entry.name, inside) : inside;
    if (module === undefined || !isModule(module)) continue;
    const exported = await loadModule(module);
    if (typeof exported !== 'object' || exported === null || !('variants' in exported)) continue;
    scenarios.push(found(module, asScenario(exported, module)));
  }
  if (scenarios.length === 0) throw new FindError({ type: 'empty-folder', path });
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

function found(module: string, scenario: Scenario): Found {
  const name = basename(module, extname(module));
  const path = join(dirname(module), `${name}.cpython.json`);
  const recording = existsSync(path) ? readRecordingAt(path) : undefined;
  return {
    name,
    scenario,
    module: pathToFileURL(module).href,
    source: module,
    ...(recording !== undefined && { recording }),
  };
}

function readRecordingAt(path: string): Recording {
  try {
    return readRecording(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new FindError({ type: 'bad-recording', path, cause: (error as Error).message });
  }
}
