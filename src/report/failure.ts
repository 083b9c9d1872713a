/**
 * A variant that is not as expected, as people read it: the diff of its transcript, then in
 * sentences what differs.
 */

import type { ScenarioResult, VariantResult } from '../lab/result.js';
import { wrap } from './columns.js';
import { transcriptDiff } from './diff.js';
import { differences } from './differences.js';
import { faultText } from './faults.js';
import { problemSentence } from './problem.js';
import type { Style } from './style.js';
import { visible } from './visible.js';

const indent = '   ';

/** Render why a scenario could not be loaded, in lines. */
export function problemOf({ problem }: ScenarioResult, style: Style): string[] {
  return problem === undefined ? [] : sentence(problemSentence(problem, style.words), style);
}

/** Render a variant that failed, in lines; `exact` tells whether the clock was. */
export function failure(variant: VariantResult, exact: boolean, style: Style): string[] {
  const diff = transcriptDiff(variant, exact, { ...style, width: style.width - indent.length });
  return [
    ...diff.map((line) => indent + line),
    ...(diff.length > 0 ? [''] : []),
    ...differences(variant, exact, style).flatMap((text) => sentence(text, style)),
    ...retriesOf(variant, exact, style),
  ];
}

/** Render what was wrong when a variant was tried before, in lines. */
export function retriesOf({ retries = [] }: VariantResult, exact: boolean, style: Style): string[] {
  const { words, paint, width } = style;
  return retries.flatMap((faults, index) => {
    const texts = faults.map((fault) => faultText(fault, exact, style).replaceAll('\n', ' '));
    const text = words.check.attempt(index + 1, texts.join(words.summary.join));
    return wrap(visible(text), width - 6).map((line, at) =>
      paint.warning(`${indent}${at === 0 ? '!' : ' '} ${line}`),
    );
  });
}

function sentence(text: string, { paint, width }: Style): string[] {
  return text
    .split('\n')
    .flatMap((line) => wrap(visible(line), width - 6))
    .map((line, index) => indent + paint.bad(`${index === 0 ? '✗' : ' '} ${line}`));
}
