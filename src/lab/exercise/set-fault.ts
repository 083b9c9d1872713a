/**
 * What can be wrong with an exercise, or with what its set says, as data: for those who write them.
 */

import type { FindError } from '../find-error.js';
import type { Lack } from './languages.js';
import type { Verdict } from './verdict.js';

/** Something that is wrong; `exercise` is `set.ts` where it is the set's. */
export type SetFault = { readonly exercise: string } & (
  | { readonly type: 'broken'; readonly error: FindError }
  /** An exercise that lies in the folder of the set, and that the set does not know. */
  | { readonly type: 'not-listed'; readonly folder: string }
  | { readonly type: 'no-todo' }
  | { readonly type: 'half-bilingual' }
  | { readonly type: 'too-few'; readonly what: 'hints' | 'mistakes'; readonly count: number }
  | ({ readonly type: 'lacks-text' } & Lack)
  | { readonly type: 'not-recorded' }
  /** A mistake has no file, or a file has no mistake. */
  | { readonly type: 'no-answer'; readonly file: string }
  | { readonly type: 'no-mistake'; readonly file: string }
  | { readonly type: 'types'; readonly place: string; readonly message: string }
  | { readonly type: 'solution-fails'; readonly verdict: Verdict }
  /** What is to be predicted is predicted already, or the file exports no prediction. */
  | { readonly type: 'not-to-predict' }
  | { readonly type: 'passes'; readonly answer: string }
  /** It is taken for another mistake, or for none that the exercise knows. */
  | { readonly type: 'other-message'; readonly answer: string; readonly verdict: Verdict }
);
