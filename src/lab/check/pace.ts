/**
 * When one more process pays.
 *
 * Starting one takes as long as many a quick scenario, and it takes the processor from those that run.
 * So it is measured how long the first one took to start, and how fast scenarios end: one more is
 * worth its start when half of what is left takes longer than that.
 */

/** How long the first scenario may take before it is taken for a slow one, in milliseconds. */
const patience = 1000;

/** The pace of a check. */
export class Pace {
  readonly #start: number;
  #first: number | undefined;
  #ended = 0;

  /** `start` is the instant at which the first process was started. */
  constructor(start: number) {
    this.#start = start;
  }

  /** A scenario has ended. */
  scenarioEnded(): void {
    this.#first ??= performance.now();
    this.#ended += 1;
  }

  /** Return whether one more process pays when so many scenarios have not begun. */
  paysOneMore(left: number): boolean {
    const now = performance.now();
    if (left === 0) return false;
    if (this.#first === undefined) return now - this.#start > patience;
    const each = (now - this.#first) / this.#ended;
    return (left * each) / 2 > this.#first - this.#start;
  }
}
