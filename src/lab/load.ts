/**
 * Imports the module of a scenario, be it ours or a user's; whatever is wrong with it is one line.
 */

import { pathToFileURL } from 'node:url';
import { slipOf } from './define.js';
import { describeError } from './describe-error.js';
import { FindError } from './find-error.js';
import type { Scenario } from './scenario.js';

/** Import a scenario's module and return its default export; `undefined` when it has none. */
export async function loadModule(path: string): Promise<unknown> {
  try {
    const module: { default?: unknown } = await import(pathToFileURL(path).href);
    return module.default;
  } catch (error) {
    throw new FindError({ type: 'throws', path, error: describeError(error) });
  }
}

/** Import a scenario's module, which must have one as its default export. */
export async function loadScenario(path: string): Promise<Scenario> {
  const exported = await loadModule(path);
  if (exported === undefined) throw new FindError({ type: 'no-default-export', path });
  return asScenario(exported, path);
}

/** Return a module's default export if it is a scenario. */
export function asScenario(exported: unknown, path: string): Scenario {
  const slip = slipOf(exported);
  if (slip !== undefined) throw new FindError({ type: 'no-scenario', path, slip });
  return exported as Scenario;
}
