/**
 * What tells the user of a run: it watches, and has the last word.
 */

import type { Watcher } from '../lab/perform.js';
import type { Results } from '../lab/result.js';

/** A report on a run. */
export interface Reporter extends Watcher {
  /** Everything has ended: write what is left to say. */
  end(results: Results): void;
}
