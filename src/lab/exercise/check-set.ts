/**
 * Checks a set of exercises, for those who write them: that each can be solved, that it is not solved
 * yet, and that everybody who answers wrongly is told something meant for them.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FindError } from '../find-error.js';
import type { Exercise } from './exercise.js';
import { faultsOfForm, faultsOfSet, faultsOfTypes } from './faults-of-form.js';
import type { FoundExercise, SetFinding } from './find.js';
import type { Judge } from './judge.js';
import { languagesOf } from './languages.js';
import type { SetFault } from './set-fault.js';
import type { Verdict } from './verdict.js';

/** An answer that was judged. */
export interface JudgedAnswer {
  readonly exercise: FoundExercise;
  /** The name of the wrong answer; `unsolved` and `solution` are those that each exercise has. */
  readonly answer: string;
  readonly verdict: Verdict;
}

/** What came of checking an exercise. */
export interface CheckedExercise {
  readonly name: string;
  readonly faults: readonly SetFault[];
  readonly answers: readonly JudgedAnswer[];
}

/** How a set is checked. */
export interface CheckSetOptions {
  /** The exercises to check; all of them when empty. */
  readonly names: readonly string[];
  readonly judge: Judge;
  /** How many exercises are judged at the same time. */
  readonly lanes: number;
  readonly signal?: AbortSignal;
}

/** Check the exercises of a set; the results are in their order, behind what is wrong with `set.ts`. */
export async function checkSet(
  { set, exercises, broken, folder }: SetFinding,
  { names, judge, lanes, signal }: CheckSetOptions,
): Promise<CheckedExercise[]> {
  const isWanted = ({ name }: { readonly name: string }) =>
    names.length === 0 || names.includes(name);
  const wanted = exercises.filter(isWanted);
  const typed = faultsOfTypes(wanted);
  const checked = new Map<string, CheckedExercise>();
  for (const { name, error } of broken.filter(isWanted)) checked.set(name, brokenBy(name, error));
  await inLanes(lanes, wanted, async (found) => {
    checked.set(found.name, await checkExercise(found, languagesOf(set), judge, signal));
  });
  const types = await typed;
  const ofExercises = set.chapters
    .flatMap((chapter) => chapter.exercises)
    .flatMap((name) => checked.get(name) ?? [])
    .map(({ faults, ...rest }) => ({
      ...rest,
      faults: [...faults, ...types.filter(({ exercise }) => exercise === rest.name)],
    }));
  const ofSet = names.length === 0 ? faultsOfSet(set, folder) : [];
  if (ofSet.length === 0) return ofExercises;
  return [{ name: 'set.ts', faults: ofSet, answers: [] }, ...ofExercises];
}

async function checkExercise(
  found: FoundExercise,
  languages: readonly string[],
  judge: Judge,
  signal?: AbortSignal,
): Promise<CheckedExercise> {
  const { name, exercise } = found;
  const answers: JudgedAnswer[] = [];
  try {
    for (const { answer, file } of answersOf(found)) {
      answers.push({
        exercise: found,
        answer,
        verdict: await judge.judge(found, file, { signal }),
      });
    }
  } catch (error) {
    if (error instanceof FindError) return brokenBy(name, error);
    throw error;
  }
  const faults = answers.flatMap((it) => faultsOfAnswer(it, exercise));
  return { name, faults: [...faultsOfForm(found, languages), ...faults], answers };
}

function brokenBy(name: string, error: FindError): CheckedExercise {
  return { name, faults: [{ exercise: name, type: 'broken', error }], answers: [] };
}

function answersOf({ file, solution, folder, exercise }: FoundExercise): {
  readonly answer: string;
  readonly file: string;
}[] {
  const wrong = exercise.mistakes
    .filter(({ answer }) => answer !== 'unsolved')
    .map(({ answer }) => ({ answer, file: join(folder, 'wrong', `${answer}.ts`) }))
    .filter((it) => existsSync(it.file));
  return [{ answer: 'unsolved', file }, { answer: 'solution', file: solution }, ...wrong];
}

function faultsOfAnswer(
  { answer, verdict, ...rest }: JudgedAnswer,
  exercise: Exercise,
): SetFault[] {
  const { name } = rest.exercise;
  if (answer === 'solution') {
    return verdict.passed ? [] : [{ exercise: name, type: 'solution-fails', verdict }];
  }
  if (verdict.passed) return [{ exercise: name, type: 'passes', answer }];
  const isToPredict = exercise.kind === 'predict' && answer === 'unsolved';
  if (isToPredict && verdict.cause?.type !== 'no-prediction') {
    return [{ exercise: name, type: 'not-to-predict' }];
  }
  const isKnown = exercise.mistakes.some((mistake) => mistake.answer === answer);
  if (!isKnown || verdict.mistake === answer) return [];
  return [{ exercise: name, type: 'other-message', answer, verdict }];
}

async function inLanes<T>(
  lanes: number,
  jobs: readonly T[],
  work: (job: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) await work(job);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
