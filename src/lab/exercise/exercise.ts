/**
 * The form of an exercise: what a learner is to do, how much help there is, and which wrong answers
 * are known, as data.
 *
 * An exercise is a folder. `<name>.ts` is what the learner gets, `solution.ts` the same file solved,
 * `exercise.ts` this data, `<name>.py` the solution in Python, and `<name>.cpython.json` what CPython
 * does with that: the lines, instants and the end that an answer is held to. `wrong/` has the wrong
 * answers that learners give, each refused with the message meant for it.
 */

import type { Text } from '../scenario.js';
import { slipOfExercise, slipOfSet } from './exercise-form.js';
import type { Findings } from './findings.js';

/**
 * What the learner does: mend a program, write what is missing, or say what a program does before
 * it runs.
 */
export type Kind = 'fix' | 'write' | 'predict';

/** A wrong answer that learners give, and what to say to it. */
export interface Mistake {
  /** The file in `wrong/` that is such an answer, without its ending; `unsolved` is the exercise itself. */
  readonly answer: string;
  /** Tells such an answer by what it did. Of several mistakes the first that fits is the one. */
  readonly when: (findings: Findings) => boolean;
  /** One to three sentences: what happened and what to look at next, never the solution. */
  readonly say: Text;
}

/** What an answer must keep to besides printing the expected lines at their instants. */
export interface Rules {
  /** Functions and classes of the library that must be called: `gather`. */
  readonly uses?: readonly string[];
  /** Functions and classes of the library that must not be called: `blockingSleep`. */
  readonly avoids?: readonly string[];
  /** How long one step may hold the loop, in seconds; a tenth unless told otherwise. */
  readonly blocksAtMost?: number;
  /** Whether a task may go on after it was asked to cancel; it may not unless told otherwise. */
  readonly maySwallow?: boolean;
  /** Whether lines must come from the tasks that CPython has them from, by name. */
  readonly tasks?: boolean;
}

/** An exercise. */
export interface Exercise {
  /** What it is about, in a few words: `Two waits at once`. */
  readonly title: Text;
  readonly kind: Kind;
  /** What is to be done, in two to five sentences. */
  readonly task: Text;
  /** Two or more, each saying a little more than the one before. */
  readonly hints: readonly Text[];
  /** Shown when it is done: why it is so, and where it matters in real programs. Four to eight sentences. */
  readonly why: Text;
  readonly rules?: Rules;
  /** Two or more. */
  readonly mistakes: readonly Mistake[];
}

/** A chapter: exercises that belong together, in their order. */
export interface Chapter {
  /** The name of its folder: `gather`. */
  readonly name: string;
  readonly title: Text;
  /** The names of its exercises, each a folder in the chapter's. */
  readonly exercises: readonly string[];
}

/** A set of exercises, as `set.ts` of its folder has it. */
export interface ExerciseSet {
  readonly title: Text;
  /** What is said when all are done. */
  readonly closing: Text;
  readonly chapters: readonly Chapter[];
}

/**
 * Define an exercise: the default export of its `exercise.ts`.
 *
 * @throws TypeError when it is not in the form of an exercise; the message says what is wrong.
 *
 * @example
 * export default defineExercise({
 *   title: 'Two waits at once',
 *   kind: 'fix',
 *   task: 'Breakfast takes 3 seconds. Start both as tasks, so that it takes 2.',
 *   hints: ['createTask() gives a coroutine a task of its own.', 'Create both, then wait for both.'],
 *   why: 'While main waits for the one, the other is on its way.',
 *   mistakes: [
 *     {
 *       answer: 'unsolved',
 *       when: ({ elapsed }) => elapsed === 3,
 *       say: 'It took 3 seconds, the sum of both waits.',
 *     },
 *   ],
 * });
 */
export function defineExercise(exercise: Exercise): Exercise {
  const slip = slipOfExercise(exercise);
  if (slip !== undefined) throw new TypeError(`defineExercise: ${slip}`);
  return exercise;
}

/**
 * Define a set of exercises: the default export of its `set.ts`.
 *
 * @throws TypeError when it is not in the form of a set; the message says what is wrong.
 *
 * @example
 * export default defineExerciseSet({
 *   title: 'Tasks',
 *   closing: 'That was all.',
 *   chapters: [{ name: 'tasks', title: 'Tasks', exercises: ['two-at-once', 'await-each'] }],
 * });
 */
export function defineExerciseSet(set: ExerciseSet): ExerciseSet {
  const slip = slipOfSet(set);
  if (slip !== undefined) throw new TypeError(`defineExerciseSet: ${slip}`);
  return set;
}
