/**
 * What is wrong with exercises that can be seen before any answer runs: files and texts that are
 * missing, and marks that tell learners what to do.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Text } from '../scenario.js';
import { checkTypesOf } from './check-types.js';
import type { Exercise, ExerciseSet } from './exercise.js';
import { exerciseFolders } from './exercise-folders.js';
import type { FoundExercise } from './find.js';
import { lacksIn, languagesOf } from './languages.js';
import { faultsOfFile } from './learner-text.js';
import { projectOf } from './project-of.js';
import type { SetFault } from './set-fault.js';

/** So many hints, and so many wrong answers besides the exercise itself, there are at least. */
const least = 2;

/** Return what is wrong with what a set itself says, and with what it leaves out. */
export function faultsOfSet(set: ExerciseSet, folder: string): SetFault[] {
  const texts = [
    ['title', set.title],
    ['closing', set.closing],
    ...set.chapters.map(({ name, title }) => [`chapters.${name}.title`, title] as const),
  ] as const;
  const lacks = texts.flatMap(([field, text]) => lacksIn(field, text, languagesOf(set)));
  return [
    ...lacks.map((lack): SetFault => ({ exercise: 'set.ts', type: 'lacks-text', ...lack })),
    ...unlisted(set, folder).map(
      (path): SetFault => ({ exercise: 'set.ts', type: 'not-listed', folder: path }),
    ),
  ];
}

/** Return the exercises that lie in the set's folder and belong to none of its chapters. */
function unlisted({ chapters }: ExerciseSet, folder: string): string[] {
  const listed = chapters.flatMap(({ name, exercises }) => exercises.map((it) => `${name}/${it}`));
  return exerciseFolders(folder)
    .map((path) => relative(folder, path).replaceAll('\\', '/'))
    .filter((path) => !listed.includes(path));
}

/** Return what is wrong with the files and the texts of an exercise. */
export function faultsOfForm(found: FoundExercise, languages: readonly string[]): SetFault[] {
  const { name, file, exercise, python, recording } = found;
  const { hints, mistakes } = exercise;
  const answers = mistakes.map(({ answer }) => answer).filter((it) => it !== 'unsolved');
  const marks = faultsOfFile(readFileSync(file, 'utf8'), languages);
  const lacks = textsOf(exercise).flatMap(([field, text]) => lacksIn(field, text, languages));
  return [
    ...marks.map((type): SetFault => ({ exercise: name, type })),
    ...tooFew(name, 'hints', hints.length),
    ...tooFew(name, 'mistakes', answers.length),
    ...lacks.map((lack): SetFault => ({ exercise: name, type: 'lacks-text', ...lack })),
    ...(python !== undefined && recording === undefined
      ? [{ exercise: name, type: 'not-recorded' } as const]
      : []),
    ...faultsOfAnswers(found, answers),
  ];
}

/** Return what the compiler says of the solutions of exercises, and of what they say of themselves. */
export async function faultsOfTypes(exercises: readonly FoundExercise[]): Promise<SetFault[]> {
  const [first] = exercises;
  if (first === undefined) return [];
  const files = exercises.flatMap(({ folder, solution }) => [
    solution,
    join(folder, 'exercise.ts'),
  ]);
  const faults = await checkTypesOf(files, projectOf(first.file));
  if (faults === 'no-typescript') return [];
  return faults.flatMap(({ file, place, message }): SetFault[] => {
    const exercise = exercises.find(({ folder }) => folder === dirname(file));
    return exercise ? [{ exercise: exercise.name, type: 'types', place, message }] : [];
  });
}

/** Return all texts of an exercise, each with the field that it stands in. */
export function textsOf(exercise: Exercise): (readonly [field: string, text: Text])[] {
  return [
    ['title', exercise.title],
    ['task', exercise.task],
    ...exercise.hints.map((hint, index) => [`hints[${index}]`, hint] as const),
    ['why', exercise.why],
    ...exercise.mistakes.map(({ answer, say }) => [`mistakes.${answer}.say`, say] as const),
  ];
}

function tooFew(exercise: string, what: 'hints' | 'mistakes', count: number): SetFault[] {
  return count < least ? [{ exercise, type: 'too-few', what, count }] : [];
}

function faultsOfAnswers({ name, folder }: FoundExercise, answers: readonly string[]): SetFault[] {
  const files = answersIn(join(folder, 'wrong'));
  const fileOf = (answer: string) => join(folder, 'wrong', `${answer}.ts`);
  const missing = answers.filter((answer) => !files.includes(answer)).map(fileOf);
  const unknown = files.filter((answer) => !answers.includes(answer)).map(fileOf);
  return [
    ...missing.map((file): SetFault => ({ exercise: name, type: 'no-answer', file })),
    ...unknown.map((file): SetFault => ({ exercise: name, type: 'no-mistake', file })),
  ];
}

function answersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}
