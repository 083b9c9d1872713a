/**
 * A variant that is not as expected, as text for machines to carry: the same words that people
 * read, without colours and without margins.
 */

import type { ScenarioResult, VariantResult } from '../lab/result.js';
import { transcriptDiff } from './diff.js';
import { differences } from './differences.js';
import { faultText } from './faults.js';
import { problemSentence } from './problem.js';
import type { Style } from './style.js';
import { visible } from './visible.js';

/** Return the first thing that is wrong, in one line. */
export function headline(variant: VariantResult, exact: boolean, style: Style): string {
  return oneLine(differences(variant, exact, style)[0] ?? style.words.marks.differs);
}

/** Return the first line of the first thing that is wrong, where the others have a place of their own. */
export function firstLineOf(variant: VariantResult, exact: boolean, style: Style): string {
  const [first = style.words.marks.differs] = sentences(variant, exact, style);
  return first;
}

/** Return all of it: the diff of the transcript, then what differs. */
export function details(variant: VariantResult, exact: boolean, style: Style): string {
  const diff = transcriptDiff(variant, exact, style);
  const texts = sentences(variant, exact, style);
  return [...diff, ...(diff.length > 0 ? [''] : []), ...texts].join('\n');
}

/** Return all of it for who reads the beginning first: what differs, then the diff. */
export function message(variant: VariantResult, exact: boolean, style: Style): string {
  const diff = transcriptDiff(variant, exact, style);
  const texts = sentences(variant, exact, style);
  return [...texts, ...(diff.length > 0 ? [''] : []), ...diff].join('\n');
}

function sentences(variant: VariantResult, exact: boolean, style: Style): string[] {
  return differences(variant, exact, style).flatMap((text) => text.split('\n').map(visible));
}

/** Return what was wrong each time that a variant was tried before, a line each. */
export function attempts({ retries = [] }: VariantResult, exact: boolean, style: Style): string[] {
  const { check, summary } = style.words;
  return retries.map((faults, index) => {
    const texts = faults.map((fault) => faultText(fault, exact, style));
    return oneLine(check.attempt(index + 1, texts.join(summary.join)));
  });
}

/** Return why a scenario could not be loaded. */
export function problemText({ problem }: ScenarioResult, { words }: Style): string | undefined {
  return problem === undefined ? undefined : oneLine(problemSentence(problem, words));
}

/** Return why a scenario could not be loaded, in lines. */
export function problemLines({ problem }: ScenarioResult, { words }: Style): string[] {
  return problem === undefined ? [] : problemSentence(problem, words).split('\n').map(visible);
}

function oneLine(text: string): string {
  return visible(text.replaceAll('\n', '; '));
}
