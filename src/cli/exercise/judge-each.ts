/**
 * Judges the answers to several exercises, a few at the same time, for each has a process of its own;
 * the compiler is asked about all of them together.
 */

import { availableParallelism } from 'node:os';
import type { FoundExercise } from '../../lab/exercise/find.js';
import { TypesTogether } from '../../lab/exercise/types-together.js';
import { hasPassed, type Judged, type Judging, judgeAnswer } from './judge-answer.js';
import type { Workshop } from './workshop.js';

/** More at once gain nothing: while one answer runs, the process for the next one starts. */
const mostAtOnce = 4;

/** An exercise, and what came of the answer to it. */
export interface Checked {
  readonly found: FoundExercise;
  readonly judged: Judged;
}

/**
 * Judge answers; those that pass are finished. What came of them is in the order of the exercises.
 *
 * @param tell is called with how many are judged, after each
 * @throws whatever the signal was aborted with.
 */
export async function judgeEach(
  workshop: Workshop,
  judge: Judging,
  exercises: readonly FoundExercise[],
  signal: AbortSignal,
  tell: (count: number) => void,
): Promise<Checked[]> {
  const checked = new Map<FoundExercise, Judged>();
  const open = [...exercises];
  const types = new TypesTogether(exercises.map((found) => workshop.project.pathOf(found)));
  const asked = { signal, checkTypes: types.check };
  const lane = async () => {
    for (let found = open.shift(); found !== undefined; found = open.shift()) {
      const judged = await judgeAnswer(workshop, judge, found, asked);
      checked.set(found, judged);
      if (hasPassed(judged)) workshop.finish(found);
      tell(checked.size);
    }
  };
  const lanes = Math.min(mostAtOnce, availableParallelism());
  await Promise.all(Array.from({ length: lanes }, lane)).finally(() => types.end());
  return exercises.flatMap((found) => {
    const judged = checked.get(found);
    return judged === undefined ? [] : [{ found, judged }];
  });
}
