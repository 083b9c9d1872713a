/**
 * A format that the results of a check are written in, piece by piece and in the scenarios' order.
 *
 * A format only makes text: where it goes, and when, is the command line's business. Pieces are
 * written one after the other as they are. What a format shows must all be in the JSON report, so
 * that reports merged from several machines look the same.
 */

import type { Clock } from '../lab/execution.js';
import type { Results, ScenarioResult } from '../lab/result.js';
import type { Shard } from '../lab/shard.js';

/** What of a check is known before it begins. */
export interface Plan {
  /** The scenarios' names; those of modules that may be helpers are among them. */
  readonly names: readonly string[];
}

/** What all results of a check have in common. */
export interface Facts {
  readonly clock: Clock;
  /** The versions of Node and of this package. */
  readonly node: string;
  readonly version: string;
  /** Which part of the whole it is; absent when it is the whole. */
  readonly shard?: Shard;
}

/** Makes the text of a report; a piece that a format has no use for is absent. */
export interface Format {
  begin?(plan: Plan): string;
  scenario?(result: ScenarioResult): string;
  end?(results: Results): string;
}
