/**
 * `defineScenario`, and what makes a module's default export a scenario.
 *
 * The types say what a scenario looks like, but a user's module may be plain JavaScript, or carry a
 * slip that types do not see (a ratio between variants that do not exist). Every slip is one
 * sentence that names the variant and the field, so that a user reads it in one line wherever the scenario is loaded.
 */

import { isRecord } from './form.js';
import type { Scenario, Variant } from './scenario.js';
import { scenarioForm, variantForm } from './scenario-form.js';

/**
 * Define a scenario: the default export of a scenario's module.
 *
 * @throws TypeError when it is not in the form of a scenario; the message says what is wrong.
 *
 * @example
 * export default defineScenario({
 *   title: 'Two sleeps',
 *   about: 'Both sleep at the same time. So the longer one decides.',
 *   lesson: 'What is waited for together takes as long as the longest.',
 *   variants: {
 *     together: { about: 'with gather', main, expect: { elapsed: 2, lines: [[2, 'done']] } },
 *   },
 * });
 */
export function defineScenario<S extends Scenario>(scenario: S): S {
  const slip = slipOf(scenario);
  if (slip !== undefined) throw new TypeError(`defineScenario: ${slip}`);
  return scenario;
}

/** Say in a few words why a value is no scenario; `undefined` when it is one. */
export function slipOf(value: unknown): string | undefined {
  if (!isRecord(value)) return 'a scenario is an object';
  const slip = scenarioForm(value, '');
  if (slip !== undefined) return slip;
  const { variants, ratios = [] } = value as unknown as Scenario;
  for (const [name, variant] of Object.entries(variants)) {
    const slipInside = variantForm(variant, '') ?? slipOfStart(variant);
    if (slipInside !== undefined) return `variant '${name}': ${slipInside}`;
  }
  return slipOfRatios(ratios, Object.keys(variants));
}

function slipOfStart({ main, program }: Variant): string | undefined {
  const hasOne = (main === undefined) !== (program === undefined);
  return hasOne ? undefined : "give it either 'main' or 'program'";
}

function slipOfRatios(
  ratios: NonNullable<Scenario['ratios']>,
  variants: readonly string[],
): string | undefined {
  for (const { faster, than } of ratios) {
    const unknown = [faster, than].find((name) => !variants.includes(name));
    if (unknown !== undefined) return `a ratio names the variant '${unknown}', which is not there`;
  }
  return undefined;
}
