/**
 * What an answer is held to: what CPython did with the solution, or, where nobody has recorded that,
 * what the solution does here.
 *
 * A solution may leave a task behind, or lose a coroutine, where that is what is shown. Then an answer
 * may do so as often.
 */

import type { RecordedVariant } from '../recorded.js';
import type { AnswerRun } from './examination.js';
import type { Course } from './findings.js';

/** What an answer should do, and how often it may do what answers otherwise may not. */
export interface Standard {
  readonly expected: Course;
  readonly neverAwaited: number;
  readonly neverRetrieved: number;
  readonly pending: number;
}

/** The variant of an exercise's recording. */
export const recordedVariant = 'main';

/** Make the standard that CPython has set. */
export function fromRecording(recorded: RecordedVariant): Standard {
  const { elapsed, lines, outcome, warnings = [], pending = [] } = recorded;
  const count = (part: string) => warnings.filter((text) => text.includes(part)).length;
  return {
    expected: { elapsed, lines, outcome },
    neverAwaited: count('was never awaited'),
    neverRetrieved: count('was never retrieved'),
    pending: pending.length,
  };
}

/** Make the standard that a solution sets. */
export function fromRun(run: AnswerRun): Standard {
  const { elapsed, lines, outcome } = run;
  return {
    expected: { elapsed, lines, outcome },
    neverAwaited: run.neverAwaited.length,
    neverRetrieved: run.neverRetrieved.length,
    pending: run.pending.length,
  };
}
