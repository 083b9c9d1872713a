/**
 * What a coroutine did, as plain data: for inline snapshots, and for assertions of one's own.
 */

import type { ExecutedLine, Execution } from '../lab/execution.js';
import type { Outcome } from '../lab/scenario.js';
import { rounded } from '../report/numbers.js';
import { hangOf } from './hang.js';
import { type Main, performMain, type TranscriptOptions } from './perform-main.js';
import { because, TranscriptError } from './transcript-error.js';

export type { Main, TranscriptOptions } from './perform-main.js';

/** A line that was printed. */
export interface TranscriptLine {
  /** Seconds from the start, to the nanosecond. */
  readonly t: number;
  readonly text: string;
  /** The name of the task that printed it; absent in callbacks, threads and plain code. */
  readonly task?: string;
  /** The name of the thread that printed it; absent on the loop's own. */
  readonly thread?: string;
}

/** The whole of what a coroutine did. */
export interface Transcript {
  readonly lines: readonly TranscriptLine[];
  /** Seconds from start to end, to the nanosecond. */
  readonly elapsed: number;
  /** What it returned, if JSON can keep it, or the exception that left it. */
  readonly outcome: Outcome;
  /** Warnings of the runtime and reports of the loop: what CPython writes to standard error. */
  readonly warnings: readonly string[];
  /** The names of the tasks that it left pending, for `run` to cancel, in order of creation. */
  readonly pending: readonly string[];
}

/**
 * Run a coroutine on the virtual clock, as `run` does, and return all that it did.
 *
 * Nothing is written to standard output. An exception that leaves the coroutine is its outcome: it is
 * not thrown. Calls wait for one another, so they may be made at the same time; on the virtual clock
 * each ends at once.
 *
 * @param main a coroutine, `main()`, or a coroutine function, `main`, that takes no arguments
 * @param options limits in seconds, of the virtual clock and of the world, for what hangs
 * @throws TranscriptError (as a rejection) when it does not end within the limits.
 * @throws TypeError (as a rejection) when `main` is no coroutine, or a limit is no number above 0.
 * @throws Error (as a rejection) when it is called by what it runs.
 *
 * @example
 * test('greets', async () => {
 *   const { lines, elapsed } = await transcriptOf(main());
 *   expect(lines).toMatchInlineSnapshot();
 *   expect(elapsed).toBe(2);
 * });
 */
export async function transcriptOf(
  main: Main,
  options: TranscriptOptions = {},
): Promise<Transcript> {
  const failure = new TranscriptError(transcriptOf);
  const { execution, limits } = await performMain('transcriptOf', main, options);
  const hang = hangOf(execution, limits);
  if (hang !== undefined) throw because(failure, { message: `transcriptOf: ${hang}` });
  return asTranscript(execution);
}

/** Leave out what only the lab needs, and what binary fractions add to an instant. */
export function asTranscript(execution: Execution): Transcript {
  const { lines, elapsed, outcome, warnings, pending } = execution;
  return {
    lines: lines.map(asLine),
    elapsed: rounded(elapsed),
    outcome,
    warnings,
    pending: pending.map(({ name }) => name),
  };
}

function asLine({ t, text, task, thread }: ExecutedLine): TranscriptLine {
  return {
    t: rounded(t),
    text,
    ...(task !== undefined && { task }),
    ...(thread !== undefined && { thread }),
  };
}
