/**
 * What happened when an answer ran: what an exercise is judged by. The text of the answer is not in it.
 *
 * All of it is plain data. Names of tasks are not in it, for an answer may create its tasks in any
 * way; where a task must be named, it is by its coroutine.
 */

import type { Outcome } from '../scenario.js';

/** A line that was printed. */
export interface FoundLine {
  /** Seconds from the start. */
  readonly t: number;
  readonly text: string;
  readonly task?: string;
}

/** What a run did, or what it should have done. */
export interface Course {
  readonly lines: readonly FoundLine[];
  /** Seconds from start to end. */
  readonly elapsed: number;
  readonly outcome: Outcome;
}

/** A task that waits for ever. */
export interface StuckTask {
  /** The name of its coroutine. */
  readonly coroutine: string;
  /** What it waits for, in the runtime's words: `Lock.acquire()`. */
  readonly waitsFor: string;
}

/**
 * The whole of what an answer did.
 *
 * An answer that raised what the solution does not raise, or waits for ever, has come so far by
 * chance: of such an answer only those mistakes are told whose `when` asks for its `outcome`, or for
 * what is `stuck`.
 */
export interface Findings extends Course {
  /** What CPython does with the solution. */
  readonly expected: Course;
  /** The texts of the lines, in order. */
  readonly texts: readonly string[];
  /** The coroutines that were called and never awaited, by name. */
  readonly neverAwaited: readonly string[];
  /** The exceptions of tasks that nobody looked at, as `ValueError: no such page`. */
  readonly neverRetrieved: readonly string[];
  /** The coroutines of the tasks that `run` had to cancel at its end. */
  readonly pending: readonly string[];
  /** The longest that one step held the loop, in seconds of its clock. */
  readonly blocked: number;
  /** The coroutines of the tasks that were asked to cancel, and went on all the same. */
  readonly swallowed: readonly string[];
  /**
   * Whether it went on until it was stopped. What is found then is how far it had come, so that of
   * such an answer only those mistakes are told whose `when` asks for this.
   */
  readonly endless: boolean;
  /** The tasks of a deadlock. */
  readonly stuck: readonly StuckTask[];
  /** How many tasks the answer created, that of main not counted. */
  readonly tasks: number;
  /** How many of these tasks were under way at the same time, at most. */
  readonly atOnce: number;
  /** How often the answer called a function or class of the library: `called('gather')`. */
  readonly called: (name: string) => number;
  /** Of an exercise to predict: the lines that the learner expects. */
  readonly prediction: readonly string[] | undefined;
}
