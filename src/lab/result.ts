/**
 * What came of running scenarios: verdicts as data, for reports to render.
 *
 * A result can travel between processes: it holds no functions and no errors.
 */

import type { JudgedLine } from './alignment.js';
import type { Clock, ExecutedLine, PendingTask } from './execution.js';
import type { Expected } from './expectation.js';
import type { FindProblem } from './find-error.js';
import type { Outcome, Ratio, Text } from './scenario.js';

/** `skip`: the run was interrupted before the variant was to run, or while it did. */
export type Status = 'pass' | 'fail' | 'skip';

/** One thing that is not as expected. Lines that differ are one fault together; the log has them. */
export type Fault =
  | {
      readonly type: 'lines';
      readonly count: number;
      /** The first of them, where no log is kept; without a line when that is missing. */
      readonly first?: {
        readonly number: number;
        readonly line?: Pick<ExecutedLine, 't' | 'text' | 'task'>;
      };
    }
  | { readonly type: 'elapsed'; readonly actual: number; readonly expected: number }
  | {
      readonly type: 'outcome';
      readonly actual: Outcome;
      readonly expected: Outcome;
      /** Where the error was thrown: `file:line`. */
      readonly place?: string;
      /** The tasks of a deadlock, each with the place where it waits. */
      readonly waiting?: readonly PendingTask[];
    }
  | { readonly type: 'warning-missing'; readonly text: string }
  | {
      readonly type: 'warning-extra';
      readonly text: string;
      /** The exception that it is about, in one line. */
      readonly error?: string;
      /** Where that was thrown, or where the coroutine is defined that it is about: `file:line`. */
      readonly place?: string;
    }
  | {
      readonly type: 'measure';
      readonly name: string;
      readonly actual?: number;
      readonly expected: number;
    }
  | { readonly type: 'ratio'; readonly ratio: Ratio; readonly actual: number }
  | { readonly type: 'time-limit'; readonly seconds: number }
  | { readonly type: 'stray'; readonly error: string; readonly place?: string }
  /** A task that nobody waited for to the end: `run` had to cancel it. */
  | { readonly type: 'pending-extra'; readonly task: string; readonly place?: string }
  /** A task that should still have been pending at the end. */
  | { readonly type: 'pending-missing'; readonly task: string }
  /** It ended the process that it ran in. */
  | ({ readonly type: 'exit'; readonly code?: number; readonly signal?: string } & LastSeen)
  /** It blocked the process that it ran in, which had to be killed after so many seconds. */
  | ({ readonly type: 'hang'; readonly seconds: number } & LastSeen)
  /** It left timers, sockets and the like behind, by Node's names for them. */
  | { readonly type: 'leak'; readonly resources: readonly string[] }
  /** Nobody says what it is to do, so it cannot be found to do something else. */
  | { readonly type: 'nothing-expected'; readonly source: Expected['source'] }
  /** Something is expected of it, but the scenario does not have it. */
  | { readonly type: 'no-such-variant' };

/** Where a variant was that did not come to its end. */
export interface LastSeen {
  /** The line that it had printed last, where no more is known than that. */
  readonly last?: string;
  /** Where it ended its process, or else where it printed that line: `file:line`. */
  readonly place?: string;
}

/** A moment within a variant, measured. */
export interface MeasureResult {
  readonly name: string;
  /** Absent when the function never ended. */
  readonly elapsed?: number;
  readonly expected?: number;
  readonly claim?: Text;
  readonly status: Status;
}

/** What came of one variant. */
export interface VariantResult {
  readonly name: string;
  readonly about: Text;
  readonly status: Status;
  /** It is the one that ran when the run was interrupted. */
  readonly interrupted?: boolean;
  /** What it does is work for the processor, which no virtual clock measures. */
  readonly machineTimed?: boolean;
  /** Absent when it did not run to its end. */
  readonly elapsed?: number;
  readonly expected?: number;
  /** Who says what is expected: CPython, by its recording, or the scenario's author. */
  readonly source: Expected['source'];
  /** The version of the CPython that was recorded: `3.14.2`. */
  readonly python?: string;
  readonly claim?: Text;
  readonly note?: Text;
  readonly measures: readonly MeasureResult[];
  readonly log: readonly JudgedLine[];
  readonly warnings: readonly string[];
  /** The names of the tasks that it left pending; absent when it did not run to its end. */
  readonly pending?: readonly string[];
  readonly outcome?: Outcome;
  readonly faults: readonly Fault[];
  /** Where it is defined, `file:line`; noted of variants that fail, or did so at first. */
  readonly place?: string;
  /** What was wrong in earlier attempts, each time that it was tried again. */
  readonly retries?: readonly (readonly Fault[])[];
}

/** What came of one scenario. */
export interface ScenarioResult {
  readonly name: string;
  readonly status: Status;
  /** The file that its author edits. */
  readonly source: string;
  /** Why it could not be loaded; it has no variants then. */
  readonly problem?: FindProblem;
  readonly variants: readonly VariantResult[];
}

/** What came of everything that was asked for. */
export interface Results {
  readonly clock: Clock;
  readonly scenarios: readonly ScenarioResult[];
  readonly interrupted: boolean;
  /** The modules of folders that export no scenario. */
  readonly leftOut?: readonly string[];
}

/** The worst of several states: one failure fails all, and without one what was skipped skips all. */
export function statusOf(parts: readonly { readonly status: Status }[]): Status {
  if (parts.some(({ status }) => status === 'fail')) return 'fail';
  return parts.some(({ status }) => status === 'skip') ? 'skip' : 'pass';
}
