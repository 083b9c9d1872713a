/**
 * How exercises are named: `<chapter>/<name>` names one in its set for certain, and its name alone
 * does where no other chapter has it.
 */

import { nearest } from '../nearest.js';
import type { FoundExercise } from './find.js';

/** Return the name by which an exercise is known in its set. */
export function idOf({ chapter, name }: FoundExercise): string {
  return `${chapter.name}/${name}`;
}

/** No exercise goes by a name, or several do. */
export interface Unnamed {
  /** The names that may be meant: those nearest, or those of all that go by it. */
  readonly nearest: readonly string[];
}

/** Return the exercise that a learner means: by its name, its whole name, or the path of its file. */
export function exerciseNamed(
  name: string,
  exercises: readonly FoundExercise[],
): FoundExercise | Unnamed {
  const wanted = name.replaceAll('\\', '/').replace(/^(?:\.\/)+|\.ts$/g, '');
  const whole = exercises.find((exercise) => idOf(exercise) === wanted);
  if (whole !== undefined) return whole;
  const found = exercises.filter((exercise) => exercise.name === wanted);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) return { nearest: found.map(idOf) };
  const names = exercises.map(wanted.includes('/') ? idOf : (exercise) => exercise.name);
  return { nearest: nearest(wanted, [...new Set(names)]) };
}
