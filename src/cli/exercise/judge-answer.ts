/**
 * Judges what a learner has written, and says what came of it.
 */

import type { FoundExercise } from '../../lab/exercise/find.js';
import type { Asked, Judge } from '../../lab/exercise/judge.js';
import type { Verdict } from '../../lab/exercise/verdict.js';
import { paragraph } from '../../report/exercise/paragraph.js';
import { acceptance } from '../../report/exercise/passed.js';
import { refusal } from '../../report/exercise/verdict.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';
import type { Workshop } from './workshop.js';

/** What came of an answer: a verdict, unless its file is gone. */
export type Judged = Verdict | 'missing';

/** What judges answers. */
export type Judging = Pick<Judge, 'judge'>;

/** Judge the answer to an exercise. */
export async function judgeAnswer(
  workshop: Workshop,
  judge: Judging,
  found: FoundExercise,
  asked: Asked,
): Promise<Judged> {
  if (workshop.project.answer(found) === undefined) return 'missing';
  return judge.judge(found, workshop.project.pathOf(found), asked);
}

/** Return whether an answer is accepted. */
export function hasPassed(judged: Judged | undefined): boolean {
  return judged !== undefined && judged !== 'missing' && judged.passed;
}

/** Render what came of an answer, in lines. */
export function judgedLines(
  workshop: Workshop,
  found: FoundExercise,
  judged: Judged,
  style: ExerciseStyle,
): string[] {
  const { exercise } = found;
  if (judged === 'missing')
    return paragraph(workshop.messages.missing, style, style.paint.bad, '✗ ');
  return judged.passed
    ? acceptance(exercise, judged, style)
    : refusal(judged, exercise.kind, workshop.placeOf(found, judged.place), style);
}
