/**
 * Why reports cannot be read or merged, as data: whoever shows it picks the words.
 */

/** What is wrong with a report that was given. */
export type ReportProblem =
  | { readonly type: 'unreadable'; readonly path: string; readonly cause: string }
  | { readonly type: 'no-reports'; readonly path: string }
  | { readonly type: 'not-json'; readonly path: string }
  | {
      readonly type: 'not-a-report';
      readonly path: string;
      /** Where in the report: `scenarios[2].name`; empty for the whole. */
      readonly place: string;
      readonly expected: string;
    }
  | {
      readonly type: 'other-schema';
      readonly path: string;
      readonly version: string;
      readonly known: number;
    }
  | { readonly type: 'no-shard'; readonly path: string }
  | {
      readonly type: 'other-run';
      readonly path: string;
      readonly other: string;
      readonly field: string;
      readonly value: string;
      readonly otherValue: string;
    }
  | {
      readonly type: 'double-shard';
      readonly path: string;
      readonly other: string;
      readonly shard: string;
    }
  | { readonly type: 'missing-shards'; readonly shards: readonly string[] };

/** A report cannot be read, or does not go together with the others. */
export class ReportError extends Error {
  constructor(readonly problem: ReportProblem) {
    super(Object.values(problem).flat().join(': '));
    this.name = 'ReportError';
  }
}
