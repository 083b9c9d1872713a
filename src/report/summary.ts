/**
 * What is said after everything: the lesson of a scenario, and how many variants are as expected.
 */

import type { Found } from '../lab/found.js';
import type { Results, ScenarioResult, Status, VariantResult } from '../lab/result.js';
import { wrap } from './columns.js';
import { faultText } from './faults.js';
import { type Style, textIn } from './style.js';
import { visible } from './visible.js';

/** Render what to learn from a scenario. */
export function lesson({ scenario }: Found, style: Style): string {
  return wrap(visible(textIn(style.language, scenario.lesson)), style.width - 2)
    .map((line) => ` ${style.paint.bold(line)}`)
    .join('\n');
}

/** Render a remark on what is shown, in lines. */
export function aside(text: string, { width, paint }: Style): string[] {
  return wrap(text, width - 2).map((line) => ` ${paint.dim(line)}`);
}

/** Render the ratios between variants that are not as they should be, one a line. */
export function ratioFaults({ variants }: ScenarioResult, exact: boolean, style: Style): string[] {
  return variants
    .flatMap(({ faults }) => faults)
    .filter(({ type }) => type === 'ratio')
    .flatMap((fault) => wrap(`✗ ${faultText(fault, exact, style)}`, style.width - 2))
    .map((line) => ` ${style.paint.bad(line)}`);
}

/** How many tests came to each status: variants, and scenarios that cannot be loaded. */
export function countsOf(results: Pick<Results, 'scenarios'>): Record<Status, number> {
  const counts = variantCountsOf(results);
  return { ...counts, fail: counts.fail + brokenOnes(results).length };
}

function variantCountsOf({ scenarios }: Pick<Results, 'scenarios'>): Record<Status, number> {
  const counts = { pass: 0, fail: 0, skip: 0 };
  for (const { variants } of scenarios) {
    for (const { status } of variants) counts[status]++;
  }
  return counts;
}

/** The names of the scenarios that cannot be loaded. */
function brokenOnes({ scenarios }: Pick<Results, 'scenarios'>): string[] {
  return scenarios.filter(({ problem }) => problem !== undefined).map(({ name }) => name);
}

/** Render how many variants passed, failed and were skipped, and which of them failed. */
export function summary(results: Results, style: Style): string {
  return summaryLines(countsText(results, style), countsOf(results).fail > 0, style);
}

/**
 * Render the same after a check, in lines: how many there are in all, and which passed only when
 * tried again; then what was not checked at all.
 */
export function checkSummary(results: Results, style: Style): string[] {
  const { check } = style.words;
  const { scenarios, leftOut = [] } = results;
  const { pass, fail, skip } = variantCountsOf(results);
  const counts = countsText(results, style);
  const text = check.total(scenarios.length, pass + fail + skip, counts);
  const names = leftOut.map(visible).join(style.words.summary.join);
  return [
    summaryLines(text, countsOf(results).fail > 0, style),
    ...(leftOut.length > 0 ? aside(check.leftOut(names), style) : []),
  ];
}

function summaryLines(text: string, isBad: boolean, { paint, width }: Style): string {
  const brush = isBad ? paint.bad : paint.good;
  return wrap(text, width - 2)
    .map((line) => ` ${brush(line)}`)
    .join('\n');
}

/** Say how many variants came to what, and name those that are not as expected. */
export function countsText(results: Results, { words }: Style): string {
  const { pass, fail, skip } = variantCountsOf(results);
  const failed = results.scenarios.flatMap(({ name, variants }) =>
    variants.filter(({ status }) => status === 'fail').map((variant) => `${name}/${variant.name}`),
  );
  const broken = brokenOnes(results);
  const unknown = results.scenarios.filter(
    ({ status, problem, variants }) =>
      status === 'skip' && problem === undefined && variants.length === 0,
  ).length;
  const flaky = flakyOnes(results);
  const interrupted = results.scenarios
    .flatMap(({ variants }) => variants)
    .filter((variant) => variant.interrupted).length;
  const parts = [
    ...(broken.length > 0 ? [words.summary.broken(broken.length, visible(broken.join(' ')))] : []),
    ...(fail > 0 ? [words.summary.failed(fail, visible(failed.join(' ')))] : []),
    ...(unknown > 0 ? [words.summary.skippedScenarios(unknown)] : []),
    ...(skip > interrupted ? [words.summary.skipped(skip - interrupted)] : []),
    ...(interrupted > 0 ? [words.summary.interrupted(interrupted)] : []),
    words.summary.passed(pass) +
      (flaky.length > 0 ? words.check.flakyOnes(flaky.length, visible(flaky.join(' '))) : ''),
  ];
  return parts.reverse().join(words.summary.join);
}

/** The names of the variants that passed only when they were tried again. */
function flakyOnes({ scenarios }: Results): string[] {
  return scenarios.flatMap(({ name, variants }) =>
    variants.filter(isFlaky).map((variant) => `${name}/${variant.name}`),
  );
}

/** Return whether a variant passed, but only when it was tried again. */
export function isFlaky({ status, retries = [] }: VariantResult): boolean {
  return status === 'pass' && retries.length > 0;
}
