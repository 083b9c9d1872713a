/**
 * A bell: waited for by one loop, rung by whatever makes something ready from outside of it.
 */

import { clearTimeout, setTimeout } from 'node:timers';

export class WakeUp {
  #isRung = false;
  #answer: (() => void) | undefined;

  ring(): void {
    this.#isRung = true;
    this.#answer?.();
  }

  /** Wait until it rings, at most so many milliseconds; tells whether it rang, and silences it. */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.#isRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#answer = undefined;
    }
    return this.take();
  }

  /** Tell whether it has rung, and silence it. */
  take(): boolean {
    const isRung = this.#isRung;
    this.#isRung = false;
    return isRung;
  }
}
