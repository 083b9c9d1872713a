/**
 * Finds sets of exercises: the one that comes with this package, or a teacher's own in a folder.
 *
 * A set's folder has `set.ts`, and a folder for each exercise below that of its chapter. What is to be
 * run of it is compiled (ours) or loaded as it is (a teacher's); what a learner reads is kept as text.
 */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exerciseModules, exerciseTexts } from '../built-in-exercises.js';
import { type Recording, readRecording } from '../cpython/recording.js';
import { FindError } from '../find-error.js';
import { type ImportModule, loadModule } from '../load.js';
import type { Chapter, Exercise, ExerciseSet } from './exercise.js';
import { slipOfExercise, slipOfSet } from './exercise-form.js';

/** An exercise that was found. */
export interface FoundExercise {
  readonly chapter: Chapter;
  readonly name: string;
  readonly exercise: Exercise;
  /** Where its files lie as text. */
  readonly folder: string;
  /** What the learner gets: the path of `<name>.ts`. */
  readonly file: string;
  /** The path of `solution.ts`. */
  readonly solution: string;
  /** The path of `<name>.py`, where there is one. */
  readonly python?: string;
  /** What CPython does with it, where that was recorded. */
  readonly recording?: Recording;
}

/** A set that was found, with its exercises in their order. */
export interface FoundSet {
  readonly set: ExerciseSet;
  readonly exercises: readonly FoundExercise[];
  /** Whether it is the one that comes with this package. */
  readonly isBuiltIn: boolean;
  /** Where its files lie as text. */
  readonly folder: string;
}

/** A set, and the exercises of it that cannot be used. */
export interface SetFinding extends FoundSet {
  readonly broken: readonly { readonly name: string; readonly error: FindError }[];
}

/**
 * Load a set of exercises: that of a folder, or without one the one that comes with this package.
 *
 * @param importModule imports the modules of a folder, in place of `import()`
 * @throws FindError when there is none, or something of it cannot be used.
 */
export async function loadSet(folder?: string, importModule?: ImportModule): Promise<FoundSet> {
  const { broken, ...found } = await findSet(folder, importModule);
  if (broken[0] !== undefined) throw broken[0].error;
  return found;
}

/**
 * Find a set of exercises, though some of them are broken.
 *
 * @throws FindError when there is no set.
 */
export async function findSet(folder?: string, importModule?: ImportModule): Promise<SetFinding> {
  const [modules, texts] =
    folder === undefined ? [exerciseModules, exerciseTexts] : [resolve(folder), resolve(folder)];
  const path = moduleAt(modules, 'set');
  if (path === undefined) throw new FindError({ type: 'no-set', path: texts });
  const set = (await loadModule(path, importModule)) as ExerciseSet;
  const slip = slipOfSet(set);
  if (slip !== undefined) throw new FindError({ type: 'bad-set', path, slip });
  const exercises: FoundExercise[] = [];
  const broken: { name: string; error: FindError }[] = [];
  for (const chapter of set.chapters) {
    for (const name of chapter.exercises) {
      try {
        exercises.push(await findExercise(chapter, name, modules, texts, importModule));
      } catch (error) {
        if (!(error instanceof FindError)) throw error;
        broken.push({ name, error });
      }
    }
  }
  return { set, exercises, broken, isBuiltIn: folder === undefined, folder: texts };
}

async function findExercise(
  chapter: Chapter,
  name: string,
  modules: string,
  texts: string,
  importModule?: ImportModule,
): Promise<FoundExercise> {
  const folder = join(texts, chapter.name, name);
  const path = moduleAt(join(modules, chapter.name, name), 'exercise');
  if (path === undefined) throw missing(join(folder, 'exercise.ts'));
  const file = fileIn(folder, `${name}.ts`);
  const solution = fileIn(folder, 'solution.ts');
  const exercise = (await loadModule(path, importModule)) as Exercise;
  const slip = slipOfExercise(exercise);
  if (slip !== undefined) throw new FindError({ type: 'bad-exercise', path, slip });
  const python = join(folder, `${name}.py`);
  const recording = recordingAt(join(folder, `${name}.cpython.json`));
  return {
    chapter,
    name,
    exercise,
    folder,
    file,
    solution,
    ...(existsSync(python) && { python }),
    ...(recording !== undefined && { recording }),
  };
}

/** What is built is loaded as it was built. */
function moduleAt(folder: string, name: string): string | undefined {
  const paths = ['.js', '.ts', '.mjs', '.mts'].map((extension) => join(folder, name + extension));
  return paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

function fileIn(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) throw missing(path);
  return path;
}

function missing(path: string): FindError {
  return new FindError({ type: 'unreadable', path, cause: 'no such file or folder' });
}

function recordingAt(path: string): Recording | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readRecording(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new FindError({ type: 'bad-recording', path, cause: (error as Error).message });
  }
}
