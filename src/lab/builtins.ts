/**
 * The scenarios that come with this package, each in `scenarios/<name>/`. Several that belong
 * together have a folder in common, which is part of their names: `pitfalls/blocking`.
 */

import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moduleNamed } from './module-files.js';

/** Where their modules lie: beside the lab, compiled as it is. */
const modules = fileURLToPath(new URL('../../scenarios/', import.meta.url));

const packageFolder = dirname(createRequire(import.meta.url).resolve('asyncio-lab/package.json'));

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
  'api-server',
  'pitfalls/never-awaited',
  'pitfalls/sequential-awaits',
  'pitfalls/blocking',
  'pitfalls/lost-task',
  'pitfalls/gather-or-taskgroup',
  'pitfalls/swallowed-cancel',
  'pitfalls/wait-for',
  'pitfalls/shield',
];

let ordered: readonly string[] | undefined;

/** Return their names, in the order of the guide. */
export function builtInNames(): readonly string[] {
  ordered ??= inOrder(namesIn(''));
  return ordered;
}

/** Return the names that one stands for: itself, or those of all in the folder of that name. */
export function builtInsNamed(name: string): readonly string[] {
  const names = builtInNames();
  return names.includes(name) ? [name] : names.filter((it) => it.startsWith(`${name}/`));
}

/** Return the module of one of them, as it was compiled. */
export function builtInModule(name: string): string {
  const folder = join(modules, name);
  return moduleNamed(basename(name), folder) ?? folder;
}

/** Tell whether a module is one of theirs, as it was compiled. */
export function isBuiltIn(path: string): boolean {
  return path.startsWith(modules);
}

/** Return the file of one of them that a learner reads and edits. */
export function builtInSource(name: string): string {
  return join(packageFolder, 'scenarios', name, `${basename(name)}.ts`);
}

function inOrder(names: readonly string[]): string[] {
  return [
    ...curriculum.filter((name) => names.includes(name)),
    ...names.filter((name) => !curriculum.includes(name)),
  ];
}

/** A folder is a scenario's own, with a module of its name, or it holds such folders. */
function namesIn(folder: string): string[] {
  return readdirSync(join(modules, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => (folder === '' ? name : `${folder}/${name}`))
    .sort()
    .flatMap((name) =>
      moduleNamed(basename(name), join(modules, name)) === undefined ? namesIn(name) : [name],
    );
}
