/**
 * Waiting for a socket to be ready: `loop.add_reader` and `loop.add_writer`.
 *
 * As long as it is watched for, each readiness puts one handle on the ready queue, and only when that
 * has run is the socket asked again: one read for each socket in an iteration, so that none of them
 * can hold the others up. To stop takes back a handle that has not run yet.
 */
import { copyContext } from '../core/contextvars.js';
import type { EventLoop } from '../core/events.js';
import type { Handle } from '../core/handles.js';

/** Asks to be called once when something is ready; takes the question back with `undefined`. */
type Ask = (ready: (() => void) | undefined) => void;

export class Readiness {
  readonly #loop: EventLoop;
  readonly #ask: Ask;
  readonly #callback: () => void;
  readonly #context = copyContext();
  #isWatched = false;
  #handle: Handle | undefined;

  constructor(loop: EventLoop, ask: Ask, callback: () => void) {
    this.#loop = loop;
    this.#ask = ask;
    this.#callback = callback;
  }

  get isWatched(): boolean {
    return this.#isWatched;
  }

  start(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    this.#ask(this.#ready);
  }

  stop(): void {
    if (!this.#isWatched) return;
    this.#isWatched = false;
    this.#handle?.cancel();
    this.#handle = undefined;
    this.#ask(undefined);
  }

  readonly #ready = () => {
    this.#handle = this.#loop.callSoon(this.#run, { context: this.#context });
  };

  readonly #run = () => {
    const handle = this.#handle;
    this.#callback();
    // It may have been stopped, and started again.
    if (!this.#isWatched || this.#handle !== handle) return;
    this.#handle = undefined;
    this.#ask(this.#ready);
  };
}
