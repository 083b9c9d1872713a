/**
 * The words that reports use, in whichever language: who calls a report brings them.
 */

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
  };
  readonly summary: {
    readonly passed: (count: number) => string;
    readonly failed: (count: number, names: string) => string;
    readonly skipped: (count: number) => string;
    readonly interrupted: (count: number) => string;
    /** What parts of the summary are joined with. */
    readonly join: string;
  };
  readonly explain: {
    readonly guide: (claim: string) => string;
    readonly cpython: (version: string, seconds: string) => string;
    readonly expected: (seconds: string) => string;
    readonly source: (path: string) => string;
  };
  readonly list: {
    readonly heading: (count: number) => string;
    readonly hint: string;
  };
}
