/**
 * How long a process may be silent.
 *
 * A process that runs beyond its time is asked whether it is still there. One that answers is about
 * to stop what it does by itself, and gets the time for that; one that does not answer is blocked.
 */

/** How long an answer may take, and how long between two questions, in milliseconds. */
const answerTime = 500;

/** How long a process that answers may take to stop what it does, in milliseconds. */
const stoppingTime = 8000;

/** Waits for a process. */
export class Patience {
  readonly #ask: () => void;
  readonly #giveUp: (isBlocked: boolean) => void;
  #timer: NodeJS.Timeout | undefined;
  #end = 0;
  #isAsked = false;

  /**
   * `ask` asks the process, which is to be told with `answered`; `giveUp` is called once at most, and
   * told whether the process did not even answer.
   */
  constructor(ask: () => void, giveUp: (isBlocked: boolean) => void) {
    this.#ask = ask;
    this.#giveUp = giveUp;
  }

  /** Wait for so many seconds from now, and for as long as `most` while it answers. */
  begin(seconds: number, most = 0): void {
    const milliseconds = Math.min(seconds * 1000, 2 ** 31 - 1);
    this.#isAsked = false;
    this.#end = performance.now() + Math.max(milliseconds, most * 1000) + stoppingTime;
    this.#schedule(milliseconds, () => this.#askOnce());
  }

  /** The process has answered. */
  answered(): void {
    if (!this.#isAsked) return;
    this.#isAsked = false;
    this.#schedule(answerTime, () => this.#askOnce());
  }

  /** Wait no longer. */
  end(): void {
    clearTimeout(this.#timer);
    this.#isAsked = false;
  }

  #askOnce(): void {
    if (performance.now() > this.#end) {
      this.#giveUp(false);
      return;
    }
    this.#isAsked = true;
    this.#ask();
    this.#schedule(answerTime, () => this.#giveUp(true));
  }

  #schedule(milliseconds: number, callback: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(callback, milliseconds);
  }
}
