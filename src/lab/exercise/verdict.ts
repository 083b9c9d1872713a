/**
 * What is said to an answer, as data: passed, or the one thing to look at next.
 *
 * An answer can be wrong in many ways at once; a learner is told of one, the first in this order: it
 * cannot be read, it cannot be run, it does something that no answer may do, it does not do what
 * this exercise asks for. What the exercise itself knows of a wrong answer goes before what the lab
 * can say of any.
 */

import type { Text } from '../scenario.js';
import type { FoundLine, StuckTask } from './findings.js';

/** Why an answer is not accepted. */
export type Cause =
  /** It is no TypeScript; `place` says where. */
  | { readonly type: 'syntax'; readonly message: string }
  /** The compiler refuses it. */
  | { readonly type: 'types'; readonly message: string }
  /** The module failed while it was loaded: `error` in one line. */
  | { readonly type: 'load'; readonly error: string }
  /** It does not export what is to be run. */
  | { readonly type: 'no-main' }
  /** It ended its process. */
  | { readonly type: 'exit'; readonly code?: number }
  /** It went on without an end, or blocked its process, and was stopped after so many seconds. */
  | { readonly type: 'endless'; readonly seconds: number; readonly isBlocked: boolean }
  /** It printed more lines than anybody could read, and was stopped. */
  | { readonly type: 'floods'; readonly lines: number }
  /** It used up the memory of its process. */
  | { readonly type: 'memory' }
  | { readonly type: 'deadlock'; readonly stuck: readonly StuckTask[] }
  | { readonly type: 'never-awaited'; readonly coroutine: string }
  | { readonly type: 'never-retrieved'; readonly error: string }
  | { readonly type: 'raised'; readonly error: string }
  | { readonly type: 'not-raised'; readonly expected: string }
  | { readonly type: 'pending'; readonly coroutine: string }
  | { readonly type: 'swallowed'; readonly coroutine: string }
  | { readonly type: 'blocked'; readonly seconds: number; readonly atMost: number }
  | { readonly type: 'must-use'; readonly name: string }
  | { readonly type: 'must-not-use'; readonly name: string }
  /** The learner has not said yet what the program prints. */
  | { readonly type: 'no-prediction' }
  /** The prediction differs first at this line, counted from 1. */
  | { readonly type: 'prediction'; readonly at: number }
  /** The lines differ first at this row of the comparison, counted from 1. */
  | { readonly type: 'lines'; readonly at: number }
  | {
      readonly type: 'instant';
      readonly at: number;
      readonly expected: number;
      readonly actual: number;
    }
  | { readonly type: 'elapsed'; readonly expected: number; readonly actual: number }
  | { readonly type: 'returned'; readonly expected: string; readonly actual: string };

/**
 * A row of what was expected beside what happened. Of a prediction, what is expected is what the
 * learner predicts; the rows end with the first that differs, and what happens there is not told.
 */
export interface Row {
  readonly expected?: FoundLine;
  readonly actual?: FoundLine;
  readonly isSame: boolean;
}

/** What is said to an answer. */
export interface Verdict {
  readonly passed: boolean;
  /** Why not. */
  readonly cause?: Cause;
  /** What the exercise says to this wrong answer, in place of what the lab says of its cause. */
  readonly say?: Text;
  /** The wrong answer that it is taken for, by the exercise's name for it. */
  readonly mistake?: string;
  /** Where to look, `file:line`. */
  readonly place?: string;
  /** What was expected and what happened; empty when it did not run. */
  readonly rows: readonly Row[];
  readonly expectedElapsed?: number;
  readonly elapsed?: number;
  /** What it wrote by itself, past `print`: `console.log`, and what Node says of its end. */
  readonly output: readonly string[];
}
