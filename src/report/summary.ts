/**
 * What is said after everything: the lesson of a scenario, and how many variants are as expected.
 */

import type { Found } from '../lab/found.js';
import type { Results, ScenarioResult, Status } from '../lab/result.js';
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

/** How many variants came to each status. */
export function countsOf({ scenarios }: Results): Record<Status, number> {
  const counts = { pass: 0, fail: 0, skip: 0 };
  for (const { status } of scenarios.flatMap(({ variants }) => variants)) counts[status]++;
  return counts;
}

/** Render how many variants passed, failed and were skipped, and which of them failed. */
export function summary(results: Results, { words, paint, width }: Style): string {
  const { pass, fail, skip } = countsOf(results);
  const failed = results.scenarios.flatMap(({ name, variants }) =>
    variants.filter(({ status }) => status === 'fail').map((variant) => `${name}/${variant.name}`),
  );
  const interrupted = results.scenarios
    .flatMap(({ variants }) => variants)
    .filter((variant) => variant.interrupted).length;
  const parts = [
    ...(fail > 0 ? [words.summary.failed(fail, visible(failed.join(' ')))] : []),
    ...(skip > interrupted ? [words.summary.skipped(skip - interrupted)] : []),
    ...(interrupted > 0 ? [words.summary.interrupted(interrupted)] : []),
    words.summary.passed(pass),
  ];
  const brush = fail > 0 ? paint.bad : paint.good;
  return wrap(parts.reverse().join(words.summary.join), width - 2)
    .map((line) => ` ${brush(line)}`)
    .join('\n');
}
