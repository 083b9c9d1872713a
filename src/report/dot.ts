/**
 * The shortest report of a check: a sign for each variant while it goes on, and at the end what is
 * not as expected.
 */

import type { ScenarioResult, VariantResult } from '../lab/result.js';
import { linesOf, trouble } from './check-default.js';
import { problemOf } from './failure.js';
import type { Facts, Format } from './format.js';
import type { Style } from './style.js';
import { checkSummary, isFlaky } from './summary.js';
import { visible } from './visible.js';

/** Make the report. */
export function dot({ clock }: Facts, style: Style): Format {
  const exact = clock.kind === 'virtual';
  let column = 0;
  const put = (sign: string) => {
    column += 1;
    const isFull = column % style.width === 0;
    return isFull ? `${sign}\n` : sign;
  };
  return {
    scenario: (result) => signsOf(result, style).map(put).join(''),
    end: (results) => {
      const below = results.scenarios.flatMap((it) => [
        ...brokenOf(it, style),
        ...it.variants.flatMap((variant) => trouble(it.name, variant, exact, style)),
      ]);
      const gap = column % style.width === 0 ? [] : [''];
      return linesOf([...gap, ...below, '', ...checkSummary(results, style)]);
    },
  };
}

function signsOf({ problem, variants }: ScenarioResult, { paint }: Style): string[] {
  const sign = (variant: VariantResult) =>
    ({
      pass: isFlaky(variant) ? paint.warning('!') : paint.good('·'),
      fail: paint.bad('✗'),
      skip: paint.dim('–'),
    })[variant.status];
  return problem === undefined ? variants.map(sign) : [paint.bad('✗')];
}

function brokenOf(result: ScenarioResult, style: Style): string[] {
  const { paint } = style;
  if (result.problem === undefined) return [];
  const heading = ` ${paint.bad('✗')} ${paint.bold(visible(result.name))}`;
  return ['', heading, ...problemOf(result, style)];
}
