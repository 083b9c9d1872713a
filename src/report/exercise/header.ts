/**
 * What stands above all else that is said of an exercise: how far the learner is, which exercise it
 * is, what is to be done and in which file.
 */

import type { FoundExercise } from '../../lab/exercise/find.js';
import { cut, widthOf } from '../columns.js';
import { textIn } from '../style.js';
import { visible } from '../visible.js';
import { paragraph } from './paragraph.js';
import { progressBar } from './progress-bar.js';
import type { ExerciseStyle } from './words.js';

const widestBar = 44;

/** Where a learner is in a set. */
export interface Standing {
  readonly done: number;
  readonly of: number;
  readonly isDone: boolean;
}

/** Render the header of an exercise, in lines; `file` is what the learner edits. */
export function exerciseHeader(
  { chapter, exercise }: FoundExercise,
  file: string,
  { done, of, isDone }: Standing,
  style: ExerciseStyle,
): string[] {
  const { language, paint, width } = style;
  const name = visible(textIn(language, chapter.title));
  const barWidth = Math.min(widestBar, Math.floor(width / 2));
  const title = cut(name, width - barWidth - 4);
  const gap = ' '.repeat(Math.max(2, width - barWidth - 2 - widthOf(title)));
  const mark = isDone ? `${paint.good('✓')} ` : '';
  const kind = style.exercise.kinds[exercise.kind];
  const heading = cut(visible(textIn(language, exercise.title)), width - widthOf(kind) - 6);
  return [
    ` ${paint.dim(title)}${gap}${progressBar(done, of, barWidth, style)}`,
    '',
    ` ${mark}${paint.bold(heading)}  ${paint.dim(kind)}`,
    ` ${paint.dim(cut(visible(file), width - 2))}`,
    '',
    ...paragraph(textIn(language, exercise.task), style),
  ];
}
