/**
 * A worker's mailbox: what it is told, and what it says.
 *
 * To take a message is to block until there is one. Each that is sent is counted in memory that both
 * threads share; the worker looks at the count before it looks for a message, so that none is missed.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './workermessages.js';

export class Mailbox {
  readonly #port: MessagePort;
  readonly #sent: Int32Array;
  readonly #said: Int32Array;

  constructor(port: MessagePort, sent: Int32Array, said: Int32Array) {
    this.#port = port;
    this.#sent = sent;
    this.#said = said;
    // A function may wait for a promise that nothing else keeps the worker alive for.
    port.ref();
  }

  /** Take the next message; block until there is one. */
  next(): ToWorker {
    return this.nextWithin(Number.POSITIVE_INFINITY) as ToWorker;
  }

  /** Take the next message; block for so many seconds at most. */
  nextWithin(seconds: number): ToWorker | undefined {
    for (;;) {
      const seen = Atomics.load(this.#sent, 0);
      const received = receiveMessageOnPort(this.#port);
      if (received !== undefined) return received.message;
      if (Atomics.wait(this.#sent, 0, seen, seconds * 1000) === 'timed-out') return undefined;
    }
  }

  /**
   * Say something to the thread of the loop.
   *
   * @throws DataCloneError when it cannot be cloned.
   */
  say(message: FromWorker): void {
    this.#port.postMessage(message);
    Atomics.add(this.#said, 0, 1);
    Atomics.notify(this.#said, 0);
  }
}
