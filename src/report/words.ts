/**
 * The words that reports use, in whichever language: who calls a report brings them.
 */

import type { WorkloadName } from '../bench/workloads.js';
import type { Expected } from '../lab/expectation.js';
import type { FindProblem } from '../lab/find-error.js';

/** The phrases of all reports. Numbers and names come already formatted. */
export interface Words {
  /** A number of seconds, with the unit. */
  readonly seconds: (number: string) => string;
  readonly clocks: {
    readonly virtual: string;
    readonly real: string;
    readonly fasterReal: (speed: string) => string;
  };
  /** What stands after a line; `at` is the instant at which it is expected. */
  readonly marks: {
    readonly at: (at: string) => string;
    readonly late: (at: string) => string;
    readonly early: (at: string) => string;
    readonly moved: (at: string) => string;
    readonly misplaced: string;
    readonly task: (name: string) => string;
    readonly noTask: string;
    readonly identity: (groups: string) => string;
    readonly differs: string;
    readonly expected: string;
    readonly missing: string;
    readonly extra: string;
  };
  readonly columns: {
    readonly variant: string;
    readonly measured: string;
    readonly cpython: string;
    readonly expected: string;
    readonly guide: string;
  };
  readonly timesFaster: (times: string) => string;
  readonly skipped: string;
  /** What stands in the place of a verdict on the variant that ran when Ctrl-C came. */
  readonly interruptedVariant: string;
  readonly roughInstants: (speed: string, seconds: string) => string;
  readonly computingIsFree: string;
  readonly raised: (error: string) => string;
  readonly returned: (value: string) => string;
  readonly returnedNothing: string;
  readonly faults: {
    readonly lines: (count: number) => string;
    readonly elapsed: (actual: string, expected: string) => string;
    readonly outcome: (actual: string) => string;
    /** Stands on a line of its own, for errors are long. */
    readonly outcomeExpected: (expected: string) => string;
    readonly warningMissing: (text: string) => string;
    readonly warningExtra: (text: string) => string;
    readonly measure: (name: string, actual: string, expected: string) => string;
    readonly measureMissing: (name: string, expected: string) => string;
    readonly ratio: (faster: string, than: string, actual: string, bounds: string) => string;
    readonly atLeast: (times: string) => string;
    readonly atMost: (times: string) => string;
    readonly timeLimit: (seconds: string) => string;
    readonly stray: (error: string) => string;
    readonly pendingExtra: (task: string) => string;
    readonly pendingMissing: (task: string) => string;
    /** `end` is an exit code or the name of a signal. */
    readonly exit: (end: number | string, lastLine?: string) => string;
    readonly hang: (seconds: string, lastLine?: string) => string;
    readonly leak: (resources: string) => string;
    /** By what the scenario's other variants are held to. */
    readonly nothingExpected: Readonly<Record<Expected['source'], string>>;
    readonly noSuchVariant: string;
  };
  readonly summary: {
    readonly passed: (count: number) => string;
    readonly failed: (count: number, names: string) => string;
    readonly skipped: (count: number) => string;
    readonly interrupted: (count: number) => string;
    /** Scenarios whose variants are not known. */
    readonly skippedScenarios: (count: number) => string;
    readonly broken: (count: number, names: string) => string;
    /** What parts of the summary are joined with. */
    readonly join: string;
  };
  readonly check: {
    readonly variants: (count: number) => string;
    /** Modules of folders, by their paths. */
    readonly leftOut: (paths: string) => string;
    readonly total: (scenarios: number, variants: number, counts: string) => string;
    readonly flaky: (attempts: number) => string;
    /** Stands behind the number of those that passed. */
    readonly flakyOnes: (count: number, names: string) => string;
    /** What went wrong at an attempt that was not the last. */
    readonly attempt: (number: number, faults: string) => string;
    /** Stands for lines that a diff leaves out. */
    readonly elided: (count: number) => string;
    /** Stands for lines beyond those that are shown. */
    readonly moreLines: (count: number) => string;
    /** Stands for whatever else is not as expected, beyond what is shown. */
    readonly moreFaults: (count: number) => string;
    /** A printed line; `who` is `null` where no task prints it, and unknown when absent. */
    readonly line: (text: string, at?: string, who?: string | null) => string;
    readonly firstDifference: (number: number, line: string) => string;
    readonly firstMissing: (number: number) => string;
    readonly cpython: (version: string, line: string) => string;
    readonly author: (line: string) => string;
    /** The same line, which is due before others that came first. */
    readonly earlier: (line: string) => string;
    readonly noSuchLine: string;
  };
  /** Python's program and the TypeScript, compared. */
  readonly sideBySide: {
    /** Names the side that is not Python's. */
    readonly here: string;
    readonly took: (seconds: string) => string;
    readonly measure: (name: string, seconds: string) => string;
    readonly pending: (tasks: string) => string;
    readonly same: (variants: number, python: string) => string;
    readonly different: (variants: number, of: number) => string;
    readonly first: (place: string) => string;
    readonly line: (variant: string, line: number) => string;
    /** Stands for a line that one side does not have. */
    readonly nothing: string;
  };
  /** What has changed in a recording. */
  readonly record: {
    readonly recorded: string;
    readonly unchanged: string;
    readonly added: string;
    readonly removed: string;
    readonly warnings: string;
    readonly pending: string;
    readonly lines: (count: number, first: number, change: string) => string;
    /** Nothing but how the file is written. */
    readonly form: string;
  };
  /** What becomes of a scenario whose author agrees to what it does. */
  readonly update: {
    readonly unchanged: string;
    readonly recorded: (path: string) => string;
    readonly notRecorded: string;
    readonly varies: string;
    readonly builtIn: string;
    readonly ofCPython: string;
    /** It is not what CPython does. */
    readonly notOfCPython: string;
  };
  readonly explain: {
    readonly guide: (claim: string) => string;
    readonly cpython: (version: string, seconds: string) => string;
    readonly expected: (seconds: string) => string;
    readonly source: (path: string) => string;
  };
  readonly errors: {
    /** Why a scenario cannot be run. */
    readonly find: (problem: FindProblem) => string;
  };
  readonly bench: {
    /** What a workload is, in a few words. */
    readonly workloads: Readonly<Record<WorkloadName, string>>;
    readonly growth: string;
    readonly nanoseconds: string;
    readonly bytes: string;
    readonly operations: (count: string, unit: string) => string;
    readonly heading: (processor: string, cores: number, node: string) => string;
    readonly rounds: (count: number) => string;
  };
  readonly list: {
    readonly heading: (count: number) => string;
    readonly hint: string;
  };
}
