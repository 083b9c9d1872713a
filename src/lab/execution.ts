/**
 * What happened when a variant ran, as data: nothing here is judged yet.
 *
 * Instants are seconds of the lab's clock since the variant's start.
 */

import type { Outcome } from './scenario.js';

/** The clock that variants run on; a real one may run faster than the wall's. */
export type Clock =
  | { readonly kind: 'virtual' }
  | { readonly kind: 'real'; readonly speed: number };

/** A line that was printed. */
export interface ExecutedLine {
  readonly t: number;
  readonly text: string;
  /** The name of the task that printed it; absent in callbacks, threads and plain code. */
  readonly task?: string;
  /** The name of the thread that printed it; absent on the loop's own. */
  readonly thread?: string;
}

/** Why a variant did not run to its own end. */
export type Stop = 'time-limit' | 'interrupted';

/** The whole of what a variant did. */
export interface Execution {
  readonly lines: readonly ExecutedLine[];
  readonly warnings: readonly string[];
  readonly elapsed: number;
  readonly outcome: Outcome;
  /** Where the error was thrown that the variant ended with: `file:line`. */
  readonly place?: string;
  /** The instants of the variant's measures; one whose function never ended is absent. */
  readonly measures: Readonly<Record<string, number>>;
  readonly stopped?: Stop;
}
