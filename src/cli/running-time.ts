/**
 * The running time at the foot of the terminal, while a variant runs on the real clock.
 *
 * It stands on a line of its own, rewritten in place, and makes room for each line that is printed.
 * On a pipe there is none. Its timer keeps nobody waiting.
 */

import type { OwnLines } from './own-lines.js';

const refreshMilliseconds = 100;
const eraseLine = '\r\x1b[2K';

/** Shows how long a variant has run by now. */
export class RunningTime {
  readonly #out: OwnLines;
  readonly #speed: number;
  #timer: NodeJS.Timeout | undefined;
  #start = 0;

  /** Show on a stream the time of a clock that runs `speed` times as fast as the world's. */
  constructor(out: OwnLines, speed: number) {
    this.#out = out;
    this.#speed = speed;
  }

  /** Start at 0. */
  start(): void {
    if (!this.#out.isTTY) return;
    this.#start = performance.now();
    this.#timer = setInterval(() => this.#show(), refreshMilliseconds);
    this.#timer.unref();
  }

  /** Write lines above the running time. */
  write(text: string): void {
    if (this.#timer === undefined) this.#out.write(text);
    else this.#out.write(eraseLine + text + this.#text());
  }

  /** Stop, and leave no trace. */
  stop(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#out.write(eraseLine);
  }

  #show(): void {
    this.#out.write(eraseLine + this.#text());
  }

  #text(): string {
    const seconds = ((performance.now() - this.#start) / 1000) * this.#speed;
    return `\x1b[2m${seconds.toFixed(1).padStart(7)} …\x1b[22m`;
  }
}
