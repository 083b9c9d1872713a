/**
 * Imports the module of a scenario; whatever is wrong with it is one line.
 */

import { pathToFileURL } from 'node:url';
import { slipOf } from './define.js';
import { describeError } from './describe-error.js';
import { FindError } from './find-error.js';
import { placedBy } from './place.js';
import type { Scenario } from './scenario.js';

/** Imports a module by its address. */
export type ImportModule = (url: string) => Promise<{ readonly default?: unknown }>;

const importDirectly: ImportModule = (url) => import(url);

/** Import a module and return its default export; `undefined` when it has none. */
export async function loadModule(path: string, importModule = importDirectly): Promise<unknown> {
  try {
    return (await importModule(pathToFileURL(path).href)).default;
  } catch (error) {
    if (error instanceof FindError) throw error;
    throw new FindError({ type: 'throws', path, error: describeError(error), ...placedBy(error) });
  }
}

/** Import a scenario's module, which must have one as its default export. */
export async function loadScenario(path: string, importModule = importDirectly): Promise<Scenario> {
  const exported = await loadModule(path, importModule);
  if (exported === undefined) throw new FindError({ type: 'no-default-export', path });
  return asScenario(exported, path);
}

/** Return a module's default export if it is a scenario. */
export function asScenario(exported: unknown, path: string): Scenario {
  const slip = slipOf(exported);
  if (slip !== undefined) throw new FindError({ type: 'no-scenario', path, slip });
  return exported as Scenario;
}
