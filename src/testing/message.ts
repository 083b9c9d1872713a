/**
 * The message of a failed test: the first thing that is wrong, the diff of the lines, all the rest.
 */

import type { VariantResult } from '../lab/result.js';
import { transcriptDiff } from '../report/diff.js';
import { differences } from '../report/differences.js';
import { style } from './style.js';

/** Make the message; `hang` says that the program was stopped. */
export function messageOf(result: VariantResult, hang: string | undefined): string {
  const diff = transcriptDiff(result, true, style);
  // That it was stopped is said once, and not as the command line says it.
  const faults = result.faults.filter(({ type }) => type !== 'time-limit');
  const [first, ...rest] = [hang ?? [], differences({ ...result, faults }, true, style)].flat();
  return [
    `expectTranscript: ${first}`,
    ...(diff.length === 0 ? [] : ['', ...diff]),
    ...(rest.length === 0 ? [] : ['', ...rest]),
  ].join('\n');
}
