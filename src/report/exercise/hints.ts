/**
 * The hints of an exercise that a learner has asked for.
 */

import type { Exercise } from '../../lab/exercise/exercise.js';
import { textIn } from '../style.js';
import { paragraph } from './paragraph.js';
import type { ExerciseStyle } from './words.js';

/** Render the first so many hints, in lines; with `from` not those before it, counted from 0. */
export function hintsShown(
  { hints }: Exercise,
  count: number,
  style: ExerciseStyle,
  from = 0,
): string[] {
  const { exercise, language, paint } = style;
  return hints
    .slice(from, count)
    .flatMap((hint, index) => [
      ...(index === 0 ? [] : ['']),
      ` ${paint.warning(exercise.hint(from + index + 1, hints.length))}`,
      ...paragraph(textIn(language, hint), style),
    ]);
}
