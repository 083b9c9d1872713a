/**
 * Why a scenario, or one of its variants, cannot be run, as data: whoever shows it picks the words.
 */

/** What is wrong with a name or a path that was given. */
export type FindProblem =
  | {
      readonly type: 'unknown-scenario';
      readonly name: string;
      readonly nearest: readonly string[];
    }
  | {
      readonly type: 'unknown-variant';
      readonly name: string;
      readonly nearest: readonly string[];
      readonly known: readonly string[];
    }
  | { readonly type: 'unreadable'; readonly path: string; readonly cause: string }
  | { readonly type: 'empty-folder'; readonly path: string }
  | { readonly type: 'not-a-module'; readonly path: string }
  | { readonly type: 'no-default-export'; readonly path: string }
  | { readonly type: 'no-scenario'; readonly path: string; readonly slip: string }
  /** There is no set of exercises in a folder. */
  | { readonly type: 'no-set'; readonly path: string }
  | { readonly type: 'bad-set'; readonly path: string; readonly slip: string }
  | { readonly type: 'bad-exercise'; readonly path: string; readonly slip: string }
  | {
      readonly type: 'throws';
      readonly path: string;
      readonly error: string;
      /** Where it was thrown: `file:line`. */
      readonly place?: string;
    }
  | { readonly type: 'exits'; readonly path: string }
  | { readonly type: 'never-loads'; readonly path: string }
  | { readonly type: 'blocks'; readonly path: string; readonly seconds: number }
  | { readonly type: 'breaks'; readonly path: string; readonly error: string }
  | { readonly type: 'no-twin'; readonly path: string; readonly twin: string }
  | { readonly type: 'lone-twin'; readonly path: string }
  | { readonly type: 'bad-recording'; readonly path: string; readonly cause: string }
  | { readonly type: 'bad-expectation'; readonly path: string; readonly cause: string };

/** A scenario cannot be found or loaded. */
export class FindError extends Error {
  constructor(readonly problem: FindProblem) {
    super(Object.values(problem).flat().join(': '));
    this.name = 'FindError';
  }
}
