/**
 * What a check and the members of its crew say to each other. All of it is plain data.
 */

import type { JudgedLine } from '../alignment.js';
import type { ExpectedLine } from '../expectation.js';
import type { FindProblem } from '../find-error.js';
import type { Location } from '../locate.js';
import type { Settings } from '../perform.js';
import type { ScenarioResult, VariantResult } from '../result.js';
import type { Proposal } from '../update.js';

/** More lines of a variant than this are not told before its end. */
export const mostLines = 1000;

/** A scenario to run. */
export interface Job {
  readonly location: Location;
  readonly settings: Omit<Settings, 'signal' | 'variants'>;
  /** The variants to run; all of them when absent. */
  readonly only?: readonly string[];
  /** What came of the other variants before. */
  readonly earlier: readonly VariantResult[];
  /** Whether to propose what it is to do from now on. */
  readonly propose?: boolean;
}

/** What came of a job. */
export type Reply =
  | { readonly type: 'result'; readonly result: ScenarioResult; readonly proposal?: Proposal }
  /** The module is no scenario, and need not be one. */
  | { readonly type: 'helper' }
  | { readonly type: 'problem'; readonly problem: FindProblem }
  /** The lab cannot go on in this process: what it needs was taken away, or it is itself at fault. */
  | { readonly type: 'fault'; readonly error: string };

/** Said to a member of the crew. */
export type ToMember =
  | { readonly type: 'job'; readonly job: Job }
  | { readonly type: 'interrupt' }
  /** Are you still there? */
  | { readonly type: 'ask' };

/** Said by a member of the crew. All that is known is told at once, for its next step may be its end. */
export type FromMember =
  /** The process has started; what takes its time from now on is the module. */
  | { readonly type: 'loading' }
  /** Of these variants results will come, whether the scenario has them or not. */
  | { readonly type: 'loaded'; readonly variants: readonly string[] }
  /** A variant begins; its result is still that of one that was skipped. */
  | {
      readonly type: 'begins';
      readonly result: VariantResult;
      readonly expected: readonly ExpectedLine[];
    }
  /** A line was printed by the calls of a stack, or is known to be missing now. */
  | { readonly type: 'line'; readonly line: JudgedLine; readonly stack?: string }
  /** The scenario is about to end the process. */
  | { readonly type: 'exits'; readonly place?: string }
  | { readonly type: 'ends'; readonly result: VariantResult }
  /** A variant of an earlier job has failed after all. */
  | { readonly type: 'late'; readonly of: string; readonly error: string }
  | { readonly type: 'alive' }
  | { readonly type: 'done'; readonly reply: Reply };
