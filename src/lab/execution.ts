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
  /** Where it was printed, `file:line`; noted of the lines that are not as expected. */
  readonly place?: string;
}

/** A task that `run` has to cancel at its end. */
export interface PendingTask {
  readonly name: string;
  /** Where it was created, `file:line`; looked up when it is asked for. */
  readonly place?: string | undefined;
}

/** A task of a deadlock. */
export interface WaitingTask extends PendingTask {
  /** The name of its coroutine. */
  readonly coroutine: string;
  /** What it waits for, in the runtime's words. */
  readonly waitsFor: string;
}

/** What a warning is about. */
export interface Cause {
  /** The exception, in one line. */
  readonly error?: string;
  /** Where that was thrown, or where the coroutine is defined: `file:line`. */
  readonly place?: string;
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
  /** Return where a line was printed, `file:line`. */
  readonly printedAt: (line: ExecutedLine) => string | undefined;
  /** Return what a warning is about, by its text. */
  readonly causeOf: (warning: string) => Cause;
  /** The instants of the variant's measures; one whose function never ended is absent. */
  readonly measures: Readonly<Record<string, number>>;
  /** The tasks that were still pending when main had ended, in order of creation. */
  readonly pending: readonly PendingTask[];
  /** The tasks of the latest deadlock, each with the place where it waited. */
  readonly waiting: readonly WaitingTask[];
  readonly stopped?: Stop;
}
