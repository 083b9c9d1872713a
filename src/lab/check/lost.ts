/**
 * What is left to say of a scenario whose process has come to its end.
 */

import type { JudgedLine } from '../alignment.js';
import type { Location } from '../locate.js';
import { placeOfVariant } from '../place-of-variant.js';
import { type ScenarioResult, statusOf, type VariantResult } from '../result.js';
import type { Lost } from './member.js';

/** Make the result of the variant that was running: its log shows how far it got. */
export function lostVariant(
  { fault, missing }: Lost,
  current: VariantResult,
  { source }: Location,
): VariantResult {
  if (fault === undefined) return { ...current, status: 'skip', interrupted: true };
  const log: JudgedLine[] = [
    ...current.log,
    ...missing.map((expected) => ({ state: 'missing' as const, expected })),
  ];
  const count = log.filter(({ state }) => state !== 'ok' && state !== 'unjudged').length;
  return {
    ...current,
    status: 'fail',
    log,
    faults: [...(count > 0 ? [{ type: 'lines' as const, count }] : []), fault],
    place: placeOfVariant(source, current.name),
  };
}

/** Make the result of a scenario from those of its variants, in their order; the others were skipped. */
export function scenarioOf(
  { name, source }: Location,
  variants: readonly VariantResult[],
  order: readonly string[],
): ScenarioResult {
  const inOrder = order.map(
    (name) => variants.find((variant) => variant.name === name) ?? skippedVariant(name),
  );
  return { name, source, status: statusOf(inOrder), variants: inOrder };
}

function skippedVariant(name: string): VariantResult {
  return {
    name,
    about: '',
    status: 'skip',
    source: 'author',
    measures: [],
    log: [],
    warnings: [],
    faults: [],
  };
}

/** Make the result of a scenario that ended its process while it was loading, or blocked it. */
export function lostWhileLoading(
  location: Location,
  { fault, isBlocked }: Pick<Lost, 'fault' | 'isBlocked'>,
): ScenarioResult {
  const { path } = location;
  if (fault === undefined) return skippedScenario(location);
  if (fault.type !== 'hang') return brokenScenario(location, { type: 'exits', path });
  return brokenScenario(
    location,
    isBlocked ? { type: 'blocks', path, seconds: fault.seconds } : { type: 'never-loads', path },
  );
}

/** Make the result of a scenario that cannot be loaded. */
export function brokenScenario(
  { name, source }: Location,
  problem: NonNullable<ScenarioResult['problem']>,
): ScenarioResult {
  return { name, source, status: 'fail', problem, variants: [] };
}

/** Make the result of a scenario that did not get its turn; its variants are not known. */
export function skippedScenario({ name, source }: Location): ScenarioResult {
  return { name, source, status: 'skip', variants: [] };
}
