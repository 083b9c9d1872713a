/**
 * Judges one answer at a time: whatever is asked for while one is judged makes that stop, and is judged
 * in its place.
 */

import type { FoundExercise } from '../../lab/exercise/find.js';
import { type Judged, type Judging, judgeAnswer } from './judge-answer.js';
import type { Workshop } from './workshop.js';

/** What is to be judged; a prediction that was typed goes with it. */
export interface Request {
  readonly found: FoundExercise;
  readonly prediction?: readonly string[];
}

/** Where verdicts go, and errors that are nobody's answer. */
export interface VerdictEnds {
  readonly take: (judged: Judged, request: Request) => void;
  readonly fail: (error: unknown) => void;
}

/** Judges what was asked for last. */
export class LatestVerdict {
  readonly #workshop: Workshop;
  readonly #judge: Judging;
  readonly #ends: VerdictEnds;
  #running: AbortController | undefined;
  #due: Request | undefined;

  constructor(workshop: Workshop, judge: Judging, ends: VerdictEnds) {
    this.#workshop = workshop;
    this.#judge = judge;
    this.#ends = ends;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Judge an answer, and nothing else any longer. */
  request(request: Request): void {
    this.#due = request;
    if (this.#running !== undefined) this.#running.abort();
    else this.#judgeDue().catch(this.#ends.fail);
  }

  /** Judge nothing any longer. */
  stop(): void {
    this.#due = undefined;
    this.#running?.abort();
  }

  async #judgeDue(): Promise<void> {
    while (this.#due !== undefined) {
      const request = this.#due;
      this.#due = undefined;
      const running = new AbortController();
      this.#running = running;
      const judged = await this.#verdictOn(request, running.signal);
      this.#running = undefined;
      if (judged !== undefined && !running.signal.aborted) this.#ends.take(judged, request);
    }
  }

  async #verdictOn(
    { found, prediction }: Request,
    signal: AbortSignal,
  ): Promise<Judged | undefined> {
    try {
      return await judgeAnswer(this.#workshop, this.#judge, found, { signal, prediction });
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }
}
