/**
 * `defineScenario`, and what makes a module's default export a scenario.
 *
 * The types say what a scenario looks like, but a user's module may be plain JavaScript, or carry a
 * slip that types do not see (a ratio between variants that do not exist). Every slip is one
 * sentence, so that a user reads it in one line wherever the scenario is loaded.
 */

import type { Scenario, Variant } from './scenario.js';

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
  for (const text of ['title', 'about', 'lesson']) {
    if (!isText(value[text])) return `'${text}' must be a text, or one in 'en' and one in 'zh-TW'`;
  }
  const { variants } = value;
  if (!isRecord(variants) || Object.keys(variants).length === 0) {
    return "'variants' must hold at least one variant";
  }
  for (const [name, variant] of Object.entries(variants)) {
    const slip = isRecord(variant) ? slipOfVariant(variant) : 'it must be an object';
    if (slip !== undefined) return `variant '${name}': ${slip}`;
  }
  return slipOfRatios((value as unknown as Scenario).ratios ?? [], Object.keys(variants));
}

function slipOfVariant(variant: Partial<Record<keyof Variant, unknown>>): string | undefined {
  if (!isText(variant.about)) return "'about' must be a text";
  const { main, program } = variant;
  if ((main === undefined) === (program === undefined)) return "give it either 'main' or 'program'";
  if (typeof (main ?? program) !== 'function') {
    return `'${main === undefined ? 'program' : 'main'}' must be a function, not what it returns`;
  }
  return undefined;
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

function isText(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    (isRecord(value) && typeof value.en === 'string' && typeof value['zh-TW'] === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
