/**
 * The words of `exercise dev`: for those who write exercises. The types; each language has its own.
 */

import type { SetFault } from '../../../lab/exercise/set-fault.js';
import type { Verdict } from '../../../lab/exercise/verdict.js';

/** What `exercise dev` says in one language. */
export interface DevWords {
  readonly help: {
    readonly dev: string;
    readonly new: string;
    readonly check: string;
    readonly folder: string;
    readonly newFolder: string;
    readonly names: string;
    readonly messages: string;
  };
  /** What is wrong with an exercise, without its name; `said` is what an answer is told. */
  readonly fault: (fault: SetFault, said: (verdict: Verdict) => string) => string;
  readonly sound: (count: number, answers: number) => string;
  readonly faults: (count: number, exercises: number) => string;
  readonly unknownExercise: (name: string) => string;
  readonly folderIsThere: (path: string) => string;
  readonly nextTitle: string;
  /** Commands, each with what it is for. */
  readonly next: (folder: string) => readonly string[];
}
