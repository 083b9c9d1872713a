/**
 * What came of checking all exercises: how many pass, and which do not yet.
 */

import type { FoundExercise } from '../../lab/exercise/find.js';
import { cut, padEnd, widthOf } from '../columns.js';
import { textIn } from '../style.js';
import { visible } from '../visible.js';
import type { ExerciseStyle } from './words.js';

/** Render it, in lines. */
export function exercisesChecked(
  exercises: readonly FoundExercise[],
  failed: readonly FoundExercise[],
  style: ExerciseStyle,
): string[] {
  const { exercise, language, paint, width } = style;
  const nameWidth = Math.max(0, ...failed.map((it) => widthOf(nameOf(it))));
  const passed = exercises.length - failed.length;
  return [
    ` ${paint.good(`✓ ${exercise.all.passed(passed)}`)}`,
    ...(failed.length === 0
      ? []
      : [` ${paint.bad(`✗ ${exercise.all.failed(failed.length)}`)}`, '']),
    ...failed.map((it) => {
      const title = visible(textIn(language, it.exercise.title));
      return `   ${padEnd(visible(nameOf(it)), nameWidth)}  ${paint.dim(cut(title, width - nameWidth - 6))}`;
    }),
  ];
}

function nameOf({ chapter, name }: FoundExercise): string {
  return `${chapter.name}/${name}`;
}
