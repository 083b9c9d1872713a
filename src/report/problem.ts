/**
 * Why a scenario could not be loaded, in a sentence, with the place unless the reason names it.
 */

import type { FindProblem } from '../lab/find-error.js';
import type { Words } from './words.js';

/** Say it, in a line or several. */
export function problemSentence(problem: FindProblem, { errors }: Words): string {
  const text = errors.find(problem);
  const place = placeOfProblem(problem);
  return place === undefined || text.includes(`${place}:`) ? text : `${text} (${place})`;
}

/** Return where it was thrown, `file:line`, if that is known. */
export function placeOfProblem(problem: FindProblem): string | undefined {
  return problem.type === 'throws' ? problem.place : undefined;
}
