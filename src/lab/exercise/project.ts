/**
 * A learner's folder: the files that the learner edits, `<chapter>/<name>.ts`, and how far the
 * learner is.
 *
 * What makes a folder one is `.asyncio-lab/workshop.json`, which holds the language, and beside it
 * the set of exercises where it is not the one that comes with this package: so the folder can be
 * copied to another machine and be gone on with there. Progress is read anew whenever it is wanted:
 * the learner may edit it, and two terminals may be open.
 */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../make-folder.js';
import { systemCause } from '../system-cause.js';
import { writeAtomically } from '../write-atomically.js';
import type { FoundExercise } from './find.js';
import { type LearnerLanguage, learnerText, withPrediction } from './learner-file.js';
import { formatProgress, noProgress, type Progress, readProgress } from './progress.js';

/** Where the settings of a learner's folder are, within it. */
export const settingsFile = '.asyncio-lab/workshop.json';

/** Where the set lies, within a learner's folder, that does not come with this package. */
export const setFolder = '.asyncio-lab/set';

/** Where a learner's progress is, within the folder. */
export const progressFile = 'progress.txt';

/** What is settled once, when a learner's folder is made. */
export interface Settings {
  readonly language: LearnerLanguage;
}

/** A file of a learner's folder cannot be used or written. */
export class ProjectError extends Error {
  constructor(
    readonly path: string,
    readonly act: 'read' | 'write',
    cause: string,
  ) {
    super(cause);
    this.name = 'ProjectError';
  }
}

/** A learner's folder. */
export class Project {
  readonly folder: string;
  readonly language: LearnerLanguage;
  /** The folder of the set; `undefined` when it is the one that comes with this package. */
  readonly set: string | undefined;

  constructor(folder: string, { language }: Settings) {
    this.folder = folder;
    this.language = language;
    const set = join(folder, setFolder);
    this.set = existsSync(set) ? set : undefined;
  }

  /**
   * Return the learner's folder that a folder is in, or is itself.
   *
   * @throws ProjectError when its settings cannot be read.
   */
  static find(from: string): Project | undefined {
    for (let folder = resolve(from); ; folder = dirname(folder)) {
      const settings = join(folder, settingsFile);
      if (existsSync(settings)) return new Project(folder, readSettings(settings));
      if (dirname(folder) === folder) return undefined;
    }
  }

  /** Return the path of the file of an exercise that the learner edits. */
  pathOf({ chapter, name }: FoundExercise): string {
    return join(this.folder, chapter.name, `${name}.ts`);
  }

  /** Read how far the learner is in the exercises of those names. */
  progress(known: readonly string[]): Progress {
    const path = join(this.folder, progressFile);
    if (!existsSync(path)) return noProgress;
    return readProgress(
      attempt(path, 'read', () => readFileSync(path, 'utf8')),
      known,
    );
  }

  /** Note how far the learner is; `about` says in the file what it is. */
  keep(progress: Progress, about: readonly string[]): void {
    const path = join(this.folder, progressFile);
    attempt(path, 'write', () => writeAtomically(path, formatProgress(progress, about)));
  }

  /** Return what the learner has written; `undefined` when the file is gone. */
  answer(exercise: FoundExercise): string | undefined {
    const path = this.pathOf(exercise);
    if (!existsSync(path)) return undefined;
    return attempt(path, 'read', () => readFileSync(path, 'utf8'));
  }

  /** Return what the learner gets. */
  original(exercise: FoundExercise): string {
    const { file } = exercise;
    return learnerText(
      attempt(file, 'read', () => readFileSync(file, 'utf8')),
      this.language,
    );
  }

  /**
   * Write an exercise as it was given; what the learner has written goes to a file beside it.
   *
   * @returns the path of that file; `undefined` when there was nothing to keep.
   */
  reset(exercise: FoundExercise): string | undefined {
    const [before, original] = [this.answer(exercise), this.original(exercise)];
    const backup = before === undefined || before === original ? undefined : this.#free(exercise);
    if (before !== undefined && backup !== undefined) this.#write(backup, before);
    this.#write(this.pathOf(exercise), original);
    return backup;
  }

  /** Write a prediction into its exercise, where its place is still there; returns the new text. */
  predict(exercise: FoundExercise, lines: readonly string[]): string | undefined {
    const text = withPrediction(this.answer(exercise) ?? '', lines);
    if (text !== undefined) this.#write(this.pathOf(exercise), text);
    return text;
  }

  #free(exercise: FoundExercise): string {
    const first = `${this.pathOf(exercise)}.bak`;
    let path = first;
    for (let number = 2; existsSync(path); number++) path = `${first}${number}`;
    return path;
  }

  #write(path: string, text: string): void {
    attempt(path, 'write', () => {
      makeFolder(dirname(path));
      writeAtomically(path, text);
    });
  }
}

function readSettings(path: string): Settings {
  return attempt(path, 'read', () => {
    const { language } = JSON.parse(readFileSync(path, 'utf8'));
    if (language !== 'en' && language !== 'zh-TW') throw new Error('no such language');
    return { language };
  });
}

function attempt<T>(path: string, act: 'read' | 'write', fn: () => T): T {
  try {
    return fn();
  } catch (error) {
    throw new ProjectError(path, act, systemCause(error).split('\n')[0] ?? '');
  }
}
