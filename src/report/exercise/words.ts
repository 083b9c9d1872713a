/**
 * The words of what a learner sees, in whichever language: who calls these reports brings them.
 */

import type { Kind } from '../../lab/exercise/exercise.js';
import type { StuckTask } from '../../lab/exercise/findings.js';
import type { Style } from '../style.js';

/** The phrases of all that is shown of exercises. Numbers come already formatted. */
export interface ExerciseWords {
  /** What the learner is to do, in a word or two. */
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly progress: (done: number, of: number) => string;
  /** Stand above the columns of what was expected and what happened. */
  readonly expected: string;
  readonly happened: string;
  /** Stands above the column of what the learner predicted. */
  readonly predicted: string;
  readonly took: (seconds: string) => string;
  /** Stands for a line that is missing. */
  readonly nothing: string;
  /** Stands above what an answer wrote past `print`. */
  readonly output: string;
  readonly causes: CauseWords;
  readonly missing: string;
  readonly passed: string;
  readonly passedAt: (seconds: string) => string;
  readonly hint: (number: number, of: number) => string;
  readonly allHintsShown: string;
  readonly solution: string;
  readonly yours: string;
  readonly list: {
    readonly hint: string;
    readonly current: string;
    readonly hintsShown: (count: number) => string;
    readonly nothingFound: (text: string) => string;
  };
  readonly all: {
    readonly passed: (count: number) => string;
    readonly failed: (count: number) => string;
  };
  readonly prediction: {
    readonly ask: string;
    readonly answer: string;
    readonly incomplete: (letters: string) => string;
  };
  readonly closing: {
    readonly heading: (count: number) => string;
    readonly withoutHints: (count: number) => string;
  };
}

/** What is said of an answer that is not accepted, where its exercise says nothing of its own. */
export interface CauseWords {
  readonly syntax: (message: string) => string;
  readonly types: (message: string) => string;
  readonly load: (error: string) => string;
  readonly noMain: string;
  readonly exit: (code: string | undefined) => string;
  readonly endless: (seconds: string, isBlocked: boolean) => string;
  readonly floods: (lines: number) => string;
  readonly memory: string;
  readonly deadlock: (stuck: readonly StuckTask[]) => string;
  readonly neverAwaited: (coroutine: string) => string;
  readonly neverRetrieved: (error: string) => string;
  readonly raised: (error: string) => string;
  readonly notRaised: (expected: string) => string;
  readonly pending: (coroutine: string) => string;
  readonly swallowed: (coroutine: string) => string;
  readonly blocked: (seconds: string, atMost: string) => string;
  readonly mustUse: (name: string) => string;
  readonly mustNotUse: (name: string) => string;
  readonly noPrediction: string;
  readonly prediction: (at: number) => string;
  readonly lines: (at: number) => string;
  readonly instant: (at: number, expected: string, actual: string) => string;
  readonly elapsed: (expected: string, actual: string) => string;
  readonly returned: (expected: string, actual: string) => string;
}

/** How what a learner sees is to look. */
export interface ExerciseStyle extends Style {
  readonly exercise: ExerciseWords;
}
