/**
 * What the workshop's commands say, in each language; loaded by them only.
 */

import type { ExerciseWords } from '../../report/exercise/words.js';
import type { Language } from '../../report/style.js';

/** The words of the workshop's reports, and those of its commands. */
export interface WorkshopMessages extends ExerciseWords {
  /** What `progress.txt` says of itself, line by line. */
  readonly aboutProgress: readonly string[];
  readonly ignoredLine: (file: string, line: number, text: string) => string;
  /** What keys do, in a word or two; a key and its word stand side by side. */
  readonly keys: {
    readonly hint: (next: number, of: number) => string;
    readonly next: string;
    readonly closing: string;
    readonly answer: string;
    readonly list: string;
    readonly reset: string;
    readonly solution: string;
    readonly python: string;
    readonly checkAll: string;
    readonly quit: string;
    readonly move: string;
    readonly go: string;
    readonly back: string;
    readonly stop: string;
    readonly scroll: string;
    readonly submit: string;
    readonly readProgram: string;
    readonly search: string;
  };
  /** Behind the last hint, where there are no keys. */
  readonly hintsEnd: string;
  readonly watch: {
    readonly judging: string;
    readonly judgedAt: (time: string) => string;
    readonly saveToJudge: string;
    readonly notPassedYet: string;
    readonly solutionLater: string;
    readonly askReset: string;
    readonly kept: string;
    readonly otherSaved: (file: string) => string;
    readonly noEvents: string;
    readonly checking: (number: number, of: number) => string;
    readonly noPython: string;
  };
  readonly reset: {
    readonly done: (file: string) => string;
    readonly backup: (file: string) => string;
  };
  readonly check: {
    readonly next: (name: string, file: string) => string;
    readonly allDone: string;
  };
  readonly init: {
    readonly wrote: (count: number) => string;
    readonly exist: (count: number) => string;
    readonly exercises: string;
    readonly set: string;
    readonly missingPackages: string;
    readonly openInEditor: string;
    /** `canStart`: whether `npm start` is there, in a package.json of ours. */
    readonly readme: (title: string, canStart: boolean) => string;
  };
  readonly errors: {
    readonly noProject: string;
    readonly unknownExercise: (name: string) => string;
    /** Added where no exercise is near. */
    readonly listShowsAll: string;
    readonly severalExercises: (name: string, names: string) => string;
    readonly nameOrAll: string;
    readonly hasExercises: (folder: string) => string;
    readonly projectFile: (act: 'read' | 'write', path: string, cause: string) => string;
    readonly setInside: string;
    readonly solutionLater: (name: string) => string;
    readonly noPython: (name: string) => string;
  };
}

/** Load the workshop's messages of a language. */
export async function workshopMessagesIn(language: Language): Promise<WorkshopMessages> {
  switch (language) {
    case 'en':
      return (await import('./messages-en.js')).en;
    case 'zh-TW':
      return (await import('./messages-zh-tw.js')).zhTW;
  }
}
