/**
 * What is said of an answer that is accepted: what it did, and why that is so.
 */

import type { Exercise } from '../../lab/exercise/exercise.js';
import type { Verdict } from '../../lab/exercise/verdict.js';
import { plain } from '../numbers.js';
import { textIn } from '../style.js';
import { ownOutput } from './output.js';
import { paragraph } from './paragraph.js';
import { linesWithInstants } from './rows.js';
import type { ExerciseStyle } from './words.js';

/** Render it, in lines. */
export function acceptance(
  { why }: Exercise,
  { rows, elapsed, output }: Verdict,
  style: ExerciseStyle,
): string[] {
  const { exercise, language, paint, words } = style;
  const lines = rows.flatMap(({ expected, actual }) => expected ?? actual ?? []);
  const text =
    elapsed === undefined ? exercise.passed : exercise.passedAt(words.seconds(plain(elapsed)));
  return [
    ...linesWithInstants(lines, style),
    ...(lines.length > 0 ? [''] : []),
    ...ownOutput(output, style),
    ...paragraph(text, style, paint.good, '✓ '),
    '',
    ...paragraph(textIn(language, why), style),
  ];
}
