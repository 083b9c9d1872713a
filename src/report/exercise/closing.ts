/**
 * The page that is shown when all exercises of a set are done.
 */

import type { ExerciseSet } from '../../lab/exercise/exercise.js';
import { textIn } from '../style.js';
import { visible } from '../visible.js';
import { paragraph } from './paragraph.js';
import { progressBar } from './progress-bar.js';
import type { ExerciseStyle } from './words.js';

/** Render the page of a set of so many exercises, in lines. */
export function closingPage(
  { title, closing }: ExerciseSet,
  exercises: number,
  withoutHints: number,
  style: ExerciseStyle,
): string[] {
  const { exercise, language, paint, width } = style;
  const text = textIn(language, closing);
  return [
    ` ${paint.bold(visible(textIn(language, title)))}`,
    '',
    ` ${progressBar(exercises, exercises, Math.min(60, width - 2), style)}`,
    '',
    ...paragraph(exercise.closing.heading(exercises), style, paint.good, '✓ '),
    ...paragraph(exercise.closing.withoutHints(withoutHints), style, undefined, '  '),
    ...(text === '' ? [] : ['', ...paragraph(text, style)]),
  ];
}
