/**
 * What a session shows of the current exercise: what is to be done, what came of the answer, and which
 * keys there are. What matters most stands lowest, where the eye is.
 */

import type { FoundExercise } from '../../lab/exercise/find.js';
import { exerciseHeader } from '../../report/exercise/header.js';
import { hintsShown } from '../../report/exercise/hints.js';
import { paragraph } from '../../report/exercise/paragraph.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';
import { hasPassed, type Judged, judgedLines } from './judge-answer.js';
import { type KeyHelp, keyLines } from './view.js';
import type { Workshop } from './workshop.js';

/** What there is to show. */
export interface ExerciseState {
  readonly found: FoundExercise;
  /** What came of the answer; `undefined` before it was judged. */
  readonly judged: Judged | undefined;
  /** What the clock on the wall said then; `undefined` while it is judged. */
  readonly judgedAt: string | undefined;
  /** Said once. */
  readonly notes: readonly string[];
  /** Whether the learner is asked before the exercise is written anew. */
  readonly asksReset: boolean;
  readonly hasKeys: boolean;
}

/** Render it, in lines. */
export function exercisePage(
  workshop: Workshop,
  state: ExerciseState,
  style: ExerciseStyle,
): string[] {
  const { found, judged, notes } = state;
  const hints = hasPassed(judged)
    ? []
    : hintsShown(found.exercise, workshop.hintsShown(found), style);
  return [
    ...headerOf(workshop, found, style),
    '',
    ...(hints.length === 0 ? [] : [...hints, '']),
    ...(judged === undefined ? [] : [...judgedLines(workshop, found, judged, style), '']),
    ...notes.flatMap((note) => paragraph(note, style, style.paint.warning)),
    ...footerOf(workshop, state, style),
  ];
}

/** Render what stands above all else of an exercise, in lines. */
export function headerOf(workshop: Workshop, found: FoundExercise, style: ExerciseStyle): string[] {
  const standing = {
    done: workshop.doneCount,
    of: workshop.set.exercises.length,
    isDone: workshop.isDone(found),
  };
  return exerciseHeader(found, workshop.fileOf(found), standing, style);
}

function footerOf(workshop: Workshop, state: ExerciseState, style: ExerciseStyle): string[] {
  const { watch } = workshop.messages;
  if (state.asksReset) return paragraph(watch.askReset, style, style.paint.bold);
  const time = state.judgedAt === undefined ? watch.judging : watch.judgedAt(state.judgedAt);
  const parts = hasPassed(state.judged) ? [time] : [time, watch.saveToJudge];
  const status = paragraph(parts.join(' · '), style, style.paint.dim);
  return state.hasKeys ? [...status, ...keyLines(keyHelp(workshop, state), style)] : status;
}

/** The keys that do something now. */
function keyHelp(workshop: Workshop, { found, judged }: ExerciseState): KeyHelp[] {
  const { keys } = workshop.messages;
  const { exercise, python } = found;
  const shown = workshop.hintsShown(found);
  const maySee = workshop.maySeeSolution(found);
  const isRight = hasPassed(judged);
  const next = workshop.isAllDone ? keys.closing : keys.next;
  const all: [isUseful: boolean, ...help: KeyHelp][] = [
    [workshop.isDone(found), 'n', next],
    [exercise.kind === 'predict' && !isRight, 'a', keys.answer],
    [!isRight && shown < exercise.hints.length, 'h', keys.hint(shown + 1, exercise.hints.length)],
    [maySee, 's', keys.solution],
    [maySee && python !== undefined, 'p', keys.python],
    [true, 'l', keys.list],
    [true, 'x', keys.reset],
    [true, 'c', keys.checkAll],
    [true, 'q', keys.quit],
  ];
  return all.flatMap(([isUseful, key, does]) => (isUseful ? [[key, does] as const] : []));
}
