/**
 * The event: a flag that tasks wait for.
 */
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import { LoopBoundMixin } from './loopbound.js';
import { Waiters } from './waiters.js';

/**
 * A flag that is set for all who wait at once (`asyncio.Event`); not set at first.
 *
 * @example
 * const ready = new Event();
 * const task = createTask(server(ready));
 * yield* ready.wait();
 */
export class Event extends LoopBoundMixin {
  /** @internal What waiting for it is called in reports. */
  label = 'Event.wait()';
  #isSet = false;
  readonly #waiters = new Waiters<true>();

  /** Tell whether the flag is set (`Event.is_set`). */
  isSet(): boolean {
    return this.#isSet;
  }

  /** Set the flag and let all who wait go on (`Event.set`). */
  set(): void {
    if (this.#isSet) return;
    this.#isSet = true;
    for (const future of this.#waiters) if (!future.done()) future.setResult(true);
  }

  /** Take the flag back: from now on `wait` waits again (`Event.clear`). */
  clear(): void {
    this.#isSet = false;
  }

  /**
   * Wait until the flag is set; gives `true`, at once when it is set already (`Event.wait`).
   *
   * Whoever was woken goes on even when the flag is taken back in the meantime.
   *
   * @throws RuntimeError when it belongs to another loop than the running one.
   */
  wait(): Coroutine<true> {
    return namedCoroutine('Event.wait', this.#wait());
  }

  *#wait() {
    if (this.#isSet) return true as const;
    const place = this.#waiters.add(this.createWaiter(this.label));
    try {
      yield* place.future;
      return true as const;
    } finally {
      this.#waiters.remove(place);
    }
  }

  override toString(): string {
    return this.describe(this.#isSet ? 'set' : 'unset', this.#waiters.size);
  }
}
