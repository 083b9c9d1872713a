/**
 * Finds scenarios by name or by path, and loads them.
 */

import { resolve } from 'node:path';
import { FindError } from './find-error.js';
import { type Found, foundAt } from './found.js';
import { asScenario, type ImportModule, loadModule, loadScenario } from './load.js';
import { type Location, locate } from './locate.js';
import type { Scenario } from './scenario.js';

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
    const finding = await loadSound(locate(reference), importModule);
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

/**
 * Load what lies at a location; `undefined` when it is a helper of scenarios and not one itself.
 *
 * @throws FindError when it cannot be loaded, or is no scenario though it should be.
 */
export async function findAt(
  location: Location,
  importModule?: ImportModule,
): Promise<Found | undefined> {
  const scenario = await scenarioAt(location, importModule);
  return scenario && foundAt(location, scenario);
}

/**
 * Load the scenario at a location, without what lies beside it; `undefined` when it is a helper.
 *
 * @throws FindError when it cannot be loaded, or is no scenario though it should be.
 */
export async function scenarioAt(
  { path, mayBeHelper }: Location,
  importModule?: ImportModule,
): Promise<Scenario | undefined> {
  if (!mayBeHelper) return loadScenario(path, importModule);
  const exported = await loadModule(path, importModule);
  const isHelper = typeof exported !== 'object' || exported === null || !('variants' in exported);
  return isHelper ? undefined : asScenario(exported, path);
}

async function loadSound(
  locations: readonly Location[],
  importModule?: ImportModule,
): Promise<Finding> {
  const scenarios: Found[] = [];
  const broken: FindError[] = [];
  for (const location of locations) {
    try {
      const found = await findAt(location, importModule);
      if (found !== undefined) scenarios.push(found);
    } catch (error) {
      if (!(error instanceof FindError)) throw error;
      broken.push(error);
    }
  }
  return { scenarios, broken };
}
