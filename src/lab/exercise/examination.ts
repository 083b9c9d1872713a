/**
 * What came of running an answer, as data, and what the judge and the process that runs it say to
 * each other. Nothing here is judged yet.
 */

import type { Outcome } from '../scenario.js';
import type { Course, FoundLine, StuckTask } from './findings.js';

/** Something that was found, and where: `file:line`. */
export interface Placed {
  readonly place?: string;
}

/** A coroutine that something was found of. */
export interface PlacedCoroutine extends Placed {
  readonly coroutine: string;
}

/** An exception in one line. */
export interface PlacedError extends Placed {
  readonly error: string;
}

/** How often something of the library was called, and where first. */
export interface PlacedCalls extends Placed {
  readonly count: number;
}

/** What an answer did that ran. */
export interface AnswerRun {
  readonly lines: readonly FoundLine[];
  readonly elapsed: number;
  readonly outcome: Outcome;
  /** Where its error was thrown. */
  readonly place?: string;
  /** Where the first line was printed that is not as expected. */
  readonly placeOfLine?: string;
  readonly neverAwaited: readonly PlacedCoroutine[];
  readonly neverRetrieved: readonly PlacedError[];
  readonly pending: readonly PlacedCoroutine[];
  readonly swallowed: readonly PlacedCoroutine[];
  readonly stuck: readonly (StuckTask & Placed)[];
  readonly blocked: number;
  readonly tasks: number;
  readonly atOnce: number;
  readonly calls: Readonly<Record<string, PlacedCalls>>;
  readonly prediction?: readonly string[];
  /** Errors that nobody caught, outside of any loop. */
  readonly strays: readonly PlacedError[];
  /** It went on beyond its limit, of so many seconds. */
  readonly stoppedAfter?: number;
  /** It was stopped since it printed so many lines. */
  readonly floods?: number;
  /** Whether its process is as it was before. */
  readonly isClean: boolean;
}

/** What came of an answer. */
export type Examination = { readonly output: readonly string[] } & (
  | { readonly type: 'ran'; readonly run: AnswerRun }
  | ({ readonly type: 'syntax'; readonly message: string } & Placed)
  | ({ readonly type: 'load' } & PlacedError)
  | { readonly type: 'no-main' }
  | ({ readonly type: 'exit'; readonly code?: number } & Placed & Lost)
  | ({ readonly type: 'blocked'; readonly seconds: number } & Placed & Lost)
  | ({ readonly type: 'floods' } & Placed & Lost)
  | ({ readonly type: 'memory' } & Placed & Lost)
);

/** What is left of an answer whose process has ended: the lines that it had told of. */
export interface Lost {
  readonly lines: readonly FoundLine[];
}

/** What the process itself says that came of an answer. */
export type Reply =
  | { readonly type: 'ran'; readonly run: AnswerRun }
  | ({ readonly type: 'syntax'; readonly message: string } & Placed)
  | ({ readonly type: 'load' } & PlacedError)
  | { readonly type: 'no-main' };

/** An answer to run. */
export interface Job {
  readonly file: string;
  /** What it should do, where that is known. */
  readonly expected?: Course;
  /** How many seconds of its clock it may take. */
  readonly timeLimit: number;
}

/** Said to the process. */
export type ToExaminee =
  | { readonly type: 'job'; readonly job: Job }
  /** Are you still there? */
  | { readonly type: 'ask' };

/** Said by the process. What is known is told at once, for its next step may be its end. */
export type FromExaminee =
  /** It has started, and can take an answer. */
  | { readonly type: 'ready' }
  /** What takes its time from now on is the answer. */
  | { readonly type: 'loading' }
  | { readonly type: 'line'; readonly line: FoundLine }
  /** The answer is about to end the process. */
  | { readonly type: 'exits'; readonly place?: string }
  | { readonly type: 'alive' }
  | { readonly type: 'done'; readonly reply: Reply };

/** More lines than this are not told before the end. */
export const mostToldLines = 200;

/** An answer that prints more lines than this is stopped; at twice as many its process is ended. */
export const mostLines = 5_000;

/** The exit code of a process whose answer printed too many lines. */
export const floodCode = 213;

/** How long an answer may take, or block its process, in seconds of the world. */
export const worldLimit = 2;
