/**
 * The scenarios that come with this package, each in `scenarios/<name>/`.
 */

import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
];

/** Return their names, in the order of the guide. */
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

/** Return the folder of one of them. */
export function builtInFolder(name: string): string {
  return join(modules, name);
}

/** Tell whether a module is one of theirs, as it was compiled. */
export function isBuiltIn(path: string): boolean {
  return path.startsWith(modules);
}

/** Return the file of one of them that a learner reads and edits. */
export function builtInSource(name: string): string {
  return join(packageFolder, 'scenarios', name, `${name}.ts`);
}
