/**
 * The pages that show the solution of an exercise, by its texts as they lie in its set.
 */

import { readFileSync } from 'node:fs';
import type { FoundExercise } from '../../lab/exercise/find.js';
import { learnerText } from '../../lab/exercise/learner-file.js';
import { solutionPage, withPythonPage } from '../../report/exercise/solution.js';
import type { ExerciseStyle } from '../../report/exercise/words.js';
import type { Workshop } from './workshop.js';

/** Renders a page, in lines. */
export type Page = (style: ExerciseStyle) => readonly string[];

/** Return the page of the solution, beside what the learner wrote. */
export function solutionPageOf({ project }: Workshop, found: FoundExercise): Page {
  const solution = learnerText(readFileSync(found.solution, 'utf8'), project.language);
  const yours = project.answer(found);
  return (style) => solutionPage(solution, yours, style);
}

/** Return the page of the solution beside the same program in Python; `undefined` when there is none. */
export function pythonPageOf({ project }: Workshop, found: FoundExercise): Page | undefined {
  if (found.python === undefined) return undefined;
  const solution = learnerText(readFileSync(found.solution, 'utf8'), project.language);
  const python = readFileSync(found.python, 'utf8');
  return (style) => withPythonPage(python, solution, style);
}
