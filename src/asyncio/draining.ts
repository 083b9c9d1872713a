/**
 * Waiting until a transport has room: the protocol's half of flow control
 * (`asyncio.streams.FlowControlMixin`).
 *
 * While the transport asks it to pause, those who drain wait; the end of the connection wakes them too.
 */
import type { EventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';
import { ConnectionResetError } from '../core/oserrors.js';

export class Draining {
  readonly #loop: EventLoop;
  readonly #waiters = new Set<Future<void>>();
  #isPaused = false;
  #isLost = false;

  constructor(loop: EventLoop) {
    this.#loop = loop;
  }

  pauseWriting(): void {
    this.#isPaused = true;
  }

  resumeWriting(): void {
    this.#isPaused = false;
    for (const waiter of this.#waiters) settle(waiter, undefined);
  }

  connectionLost(error: unknown): void {
    this.#isLost = true;
    if (!this.#isPaused) return;
    for (const waiter of this.#waiters) settle(waiter, error);
  }

  /**
   * Wait until the transport holds little enough to go on.
   *
   * @throws ConnectionResetError when the connection is lost, or the error that broke it.
   */
  *wait() {
    if (this.#isLost) throw new ConnectionResetError('Connection lost');
    if (!this.#isPaused) return;
    const waiter = this.#loop.createFuture<void>();
    waiter.label = 'StreamWriter.drain()';
    this.#waiters.add(waiter);
    try {
      yield* waiter;
    } finally {
      this.#waiters.delete(waiter);
    }
  }
}

function settle(waiter: Future<void>, error: unknown): void {
  if (waiter.done()) return;
  if (error === undefined) waiter.setResult();
  else waiter.setException(error);
}
