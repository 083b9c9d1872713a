/**
 * The report of a check that people read: a line for each scenario, below it what is not as
 * expected, and at the end how much there was of all.
 */

import type { ScenarioResult, VariantResult } from '../lab/result.js';
import { padEnd, widthOf } from './columns.js';
import { placeBeside } from './differences.js';
import { failure, problemOf, retriesOf } from './failure.js';
import type { Facts, Format } from './format.js';
import { measured, plain, totalOf } from './numbers.js';
import type { Style } from './style.js';
import { checkSummary, isFlaky } from './summary.js';
import { visible } from './visible.js';

/** Names fill up to the longest one within these; a longer one moves what follows. */
const narrowestName = 14;
const widestName = 30;

/** Make the report. */
export function checkDefault({ clock }: Facts, style: Style): Format {
  const exact = clock.kind === 'virtual';
  let nameWidth = narrowestName;
  let isAfterTrouble = false;
  return {
    begin: ({ names }) => {
      const longest = Math.max(narrowestName, ...names.map(widthOfName));
      nameWidth = Math.min(longest, widestName);
      return '';
    },
    scenario: (result) => {
      const gap = isAfterTrouble ? [''] : [];
      const below = [
        ...problemOf(result, style),
        ...result.variants.flatMap((it) => trouble(result.name, it, exact, style)),
      ];
      isAfterTrouble = below.length > 0;
      return linesOf([...gap, scenarioLine(result, nameWidth, exact, style), ...below]);
    },
    end: (results) => linesOf(['', ...checkSummary(results, style)]),
  };
}

/** Render all that is to be said of a variant that is not simply as expected, in lines. */
export function trouble(
  scenario: string,
  variant: VariantResult,
  exact: boolean,
  style: Style,
): string[] {
  const { paint, words } = style;
  const name = paint.bold(visible(`${scenario}/${variant.name}`));
  if (variant.status === 'fail') {
    const place = placeBeside(variant);
    const beside = place === undefined ? '' : ` ${paint.dim(`(${visible(place)})`)}`;
    return ['', ` ${paint.bad('✗')} ${name}${beside}`, ...failure(variant, exact, style)];
  }
  if (!isFlaky(variant)) return [];
  const remark = paint.warning(words.check.flaky((variant.retries?.length ?? 0) + 1));
  return ['', ` ${paint.warning('!')} ${name}  ${remark}`, ...retriesOf(variant, exact, style)];
}

function widthOfName(name: string): number {
  return widthOf(visible(name));
}

function scenarioLine(
  result: ScenarioResult,
  nameWidth: number,
  exact: boolean,
  style: Style,
): string {
  const { paint, words } = style;
  const { name, status, variants, problem } = result;
  const mark = {
    pass: variants.some(isFlaky) ? paint.warning('!') : paint.good('✓'),
    fail: paint.bad('✗'),
    skip: paint.dim('–'),
  }[status];
  const count = words.check.variants(variants.length);
  const skip = variants.some(({ interrupted }) => interrupted)
    ? words.interruptedVariant
    : words.skipped;
  const columns = [
    ` ${mark} ${paint.bold(padEnd(visible(name), nameWidth))}`,
    ...(problem === undefined && variants.length > 0
      ? [padEnd(count, widthOf(words.check.variants(88))), timeOf(result, exact, style)]
      : []),
    ...(status === 'skip' ? [paint.dim(skip)] : []),
  ];
  return columns.join('  ').trimEnd();
}

/** The seconds of the loop's clock that all variants took together. */
function timeOf({ variants }: ScenarioResult, exact: boolean, { words, paint }: Style): string {
  const times = variants.flatMap(({ elapsed = [] }) => elapsed);
  if (times.length === 0) return '';
  const sum = totalOf(times);
  return paint.dim(words.seconds(exact ? plain(sum) : measured(sum, exact)));
}

/** Put lines together as a piece of a report. */
export function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
