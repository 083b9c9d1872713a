/**
 * The form of a scenario: one module that shows one thing, as data.
 *
 * A scenario holds variants of the same work, the texts that a learner reads, what the guide claims,
 * and how lines that differ from run to run are to be judged. What a variant is expected to do is
 * not here: it is the recording from CPython that lies beside the module. Only scenarios that users
 * write, which have no recording, carry an expectation of their own.
 */

import type { Awaitable } from '../index.js';

/** A text in both languages of the project. */
export interface Bilingual {
  readonly en: string;
  readonly 'zh-TW': string;
}

/** A text to show: in both languages, or one string that serves for both. */
export type Text = string | Bilingual;

/** Lines that differ from run to run: one that matches is judged by the pattern, not by its text. */
export interface Varying {
  /**
   * Anchored at both ends. A named group stands for an identity: lines whose values of it are equal
   * in the expectation must have equal values here, and different ones different values.
   */
  readonly pattern: RegExp;
  /** What stands for such a line where expectations are shown: `<date and time> thread id <id>`. */
  readonly shown: string;
}

/** A moment within a variant: the end of a call, or a line that is printed. */
export interface Measure {
  /**
   * The name of a `threaded()` function, `hardWork`, whose twin in Python is `hard_work`: the moment
   * at which its last call ends.
   */
  readonly until?: string;
  /** Instead of `until`: the text of a line, at the moment at which it is first printed. */
  readonly line?: string;
  /** What the guide says of this moment, in a few words: `about 9 s`. */
  readonly claim?: Text;
}

/** How a variant ended: what its main function returned, or the exception that left it. */
export type Outcome =
  | { readonly type: 'return'; readonly value?: unknown }
  | { readonly type: 'error'; readonly name: string; readonly message: string };

/** A line that is expected: its text, or its instant in seconds from the start and its text. */
export type ExpectedText = string | RegExp | readonly [at: number, text: string | RegExp];

/** What a user's variant without a recording is held to. */
export interface Expectation {
  /** Seconds from start to end. */
  readonly elapsed?: number;
  readonly lines?: readonly ExpectedText[];
  /** How it ends; `{ type: 'return' }` unless told otherwise. */
  readonly outcome?: Outcome;
  /** The warnings that it gives, each by its first lines; none unless told otherwise. */
  readonly warnings?: readonly string[];
  /** The names of the tasks that its main leaves pending, for `run` to cancel; none unless told otherwise. */
  readonly pending?: readonly string[];
}

/** One way to do the work of a scenario. */
export interface Variant {
  /** A few words: `one await after the other`. */
  readonly about: Text;
  /** The coroutine function that is run, as `run(main())`. */
  readonly main?: () => Awaitable<unknown>;
  /** Instead of `main`: a whole program, called outside any loop. It may return a promise. */
  readonly program?: () => unknown;
  /**
   * A server that stays up for programs outside, until it is cancelled: what `run --serve` runs, on
   * the real clock. It announces its address, `http://127.0.0.1:8080/`, once it listens.
   */
  readonly serve?: (announce: (address: string) => void) => Awaitable<unknown>;
  /** What the guide says that it takes: `2 s`. */
  readonly claim?: Text;
  /** One sentence that is shown with the variant. */
  readonly note?: Text;
  /** Moments to measure, by the name that is shown for them. */
  readonly measures?: Readonly<Record<string, Measure>>;
  /** How many worker threads must be ready before the real clock starts. */
  readonly threads?: number;
  /**
   * Real work for the processor: on the real clock its instants depend on the machine, so that only
   * its lines and its ratios are judged there.
   */
  readonly machineTimed?: boolean;
  /** What it is held to when there is no recording. */
  readonly expect?: Expectation;
}

/** How many times faster one variant must be than another, by the elapsed times measured. */
export interface Ratio {
  readonly faster: string;
  readonly than: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Judge it on this clock only. */
  readonly clock?: 'real';
}

/** A scenario: what it teaches, and its variants in the order in which they are shown. */
export interface Scenario {
  /** What it is about, shown after its name: `asyncio.gather()`. */
  readonly title: Text;
  /** Two to six sentences: what happens here and why. */
  readonly about: Text;
  /** One line at the end: what to learn from it. */
  readonly lesson: Text;
  readonly varying?: readonly Varying[];
  readonly ratios?: readonly Ratio[];
  readonly variants: Readonly<Record<string, Variant>>;
}
