/**
 * Interrupts: who is told when the user presses Ctrl-C.
 *
 * The signal is taken only while somebody listens. When an interrupted program does not catch the
 * `KeyboardInterrupt` that it ends with, the process ends quietly, with the exit code of an
 * interrupt and no stack trace. A program that handles the signal itself is not interrupted by it.
 */
import { KeyboardInterrupt } from '../core/exceptions.js';

const EXIT_INTERRUPTED = 130;

/** The listeners of one host. */
export class Interrupts {
  readonly #listeners = new Set<() => void>();
  readonly #takesSignal: boolean;
  readonly #isHandled: () => boolean;
  readonly #onSignal = () => {
    if (this.#isHandled()) return;
    process.off('uncaughtExceptionMonitor', exitQuietly);
    process.on('uncaughtExceptionMonitor', exitQuietly);
    this.raise();
  };

  /** @param options whether to listen to the signal, or to `raise` alone; and who comes before all */
  constructor(options: { readonly takesSignal: boolean; readonly isHandled: () => boolean }) {
    this.#takesSignal = options.takesSignal;
    this.#isHandled = options.isHandled;
  }

  /** Have a function called at each interrupt; returns how to take it back. */
  listen(listener: () => void): () => void {
    if (this.#takesSignal && this.#listeners.size === 0) process.on('SIGINT', this.#onSignal);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) process.off('SIGINT', this.#onSignal);
    };
  }

  /** Tell all listeners. */
  raise(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function exitQuietly(error: unknown): void {
  const isCaught = process.listenerCount('uncaughtException') > 0;
  if (error instanceof KeyboardInterrupt && !isCaught) process.exit(EXIT_INTERRUPTED);
}
