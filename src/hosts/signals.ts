/**
 * Signals: who is told when one reaches the process.
 *
 * A signal is taken from the process only while somebody listens to it. Where the process belongs to
 * a tool, and on worker threads, which Node tells of no signal, those that are raised here alone arrive.
 */
import { constants } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import type { Signals } from '../core/host.js';

/** The listeners of one host. */
export class ProcessSignals implements Signals {
  readonly numbers: Readonly<Record<string, number>> = constants.signals;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #takesSignals: boolean;

  /** @param options whether signals of the process arrive, or those alone that are raised here */
  constructor(options: { readonly takesSignals: boolean }) {
    this.#takesSignals = options.takesSignals && isMainThread;
  }

  /** Whether a signal may still come from outside. */
  get expectsSome(): boolean {
    return this.#takesSignals && this.#listeners.size > 0;
  }

  /** Tell whether somebody listens to a signal. */
  hasListener(name: string): boolean {
    return this.#listeners.has(name);
  }

  listen(name: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    if (!this.#listeners.has(name)) {
      if (this.#takesSignals) process.on(name as NodeJS.Signals, this.#onSignal);
      this.#listeners.set(name, listeners);
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(name) !== listeners) return;
      this.#listeners.delete(name);
      process.off(name, this.#onSignal);
    };
  }

  raise(name: string): boolean {
    const listeners = this.#listeners.get(name);
    for (const listener of [...(listeners ?? [])]) listener();
    return listeners !== undefined;
  }

  readonly #onSignal = (name: string) => {
    this.raise(name);
  };
}
