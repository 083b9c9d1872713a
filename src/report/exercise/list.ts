/**
 * The exercises of a set by chapters, with what a learner has done of them: as a whole, and as a
 * window on it in which one is picked.
 */

import type { FoundExercise } from '../../lab/exercise/find.js';
import type { Progress } from '../../lab/exercise/progress.js';
import { cut, padEnd, widthOf } from '../columns.js';
import { textIn } from '../style.js';
import { visible } from '../visible.js';
import { progressBar } from './progress-bar.js';
import type { ExerciseStyle } from './words.js';

/** An exercise as the list has it. */
export interface Listed {
  readonly id: string;
  readonly found: FoundExercise;
}

/** Render the list, in lines. */
export function exerciseList(
  title: string,
  listed: readonly Listed[],
  progress: Progress,
  style: ExerciseStyle,
): string[] {
  return [
    ...listHeading(title, listed, progress, style),
    ...rowsOf(listed, progress, undefined, style).map(({ text }) => text),
  ];
}

/** Render the line above a list with the bar in it, and a blank one. */
export function listHeading(
  title: string,
  listed: readonly Listed[],
  { done }: Progress,
  style: ExerciseStyle,
): string[] {
  const barWidth = Math.min(44, Math.floor(style.width / 2));
  const text = cut(visible(title), style.width - barWidth - 4);
  const gap = ' '.repeat(Math.max(2, style.width - barWidth - 2 - widthOf(text)));
  const finished = listed.filter(({ id }) => done.includes(id)).length;
  const bar = progressBar(finished, listed.length, barWidth, style);
  return [` ${style.paint.bold(text)}${gap}${bar}`, ''];
}

/** Render the part of a list, in at most so many lines, in which the picked exercise is. */
export function listWindow(
  listed: readonly Listed[],
  picked: string | undefined,
  progress: Progress,
  height: number,
  style: ExerciseStyle,
): string[] {
  const rows = rowsOf(listed, progress, picked, style);
  const at = rows.findIndex(({ id }) => id !== undefined && id === picked);
  const from = Math.max(0, Math.min(at - Math.floor(height / 2), rows.length - height));
  return rows.slice(from, from + height).map(({ text }) => text);
}

interface ListRow {
  readonly id?: string;
  readonly text: string;
}

function rowsOf(
  listed: readonly Listed[],
  progress: Progress,
  picked: string | undefined,
  style: ExerciseStyle,
): ListRow[] {
  const { language, paint } = style;
  const nameWidth = Math.max(0, ...listed.map(({ found }) => widthOf(found.name)));
  return listed.flatMap(({ id, found }, index) => {
    const isFirst = listed[index - 1]?.found.chapter !== found.chapter;
    const chapter = `${found.chapter.name} · ${textIn(language, found.chapter.title)}`;
    const heading = { text: ` ${paint.bold(cut(visible(chapter), style.width - 2))}` };
    const row = { id, text: rowOf({ id, found }, nameWidth, progress, id === picked, style) };
    return isFirst ? [heading, row] : [row];
  });
}

function rowOf(
  { id, found }: Listed,
  nameWidth: number,
  { current, done, hints }: Progress,
  isPicked: boolean,
  style: ExerciseStyle,
): string {
  const { language, paint, exercise } = style;
  const isDone = done.includes(id);
  const count = hints.get(id) ?? 0;
  const remark = [
    ...(id === current ? [exercise.list.current] : []),
    ...(count > 0 ? [exercise.list.hintsShown(count)] : []),
  ].join(' · ');
  const name = padEnd(visible(found.name), nameWidth);
  const room = style.width - nameWidth - 10 - (remark === '' ? 0 : widthOf(remark) + 2);
  const title = cut(visible(textIn(language, found.exercise.title)), room);
  const mark = isDone ? paint.good('✓') : ' ';
  const end = remark === '' ? '' : `  ${paint.dim(remark)}`;
  return ` ${isPicked ? paint.bold('›') : ' '} ${mark} ${isPicked ? paint.bold(name) : name}  ${title}${end}`;
}
