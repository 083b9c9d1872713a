/**
 * The transport of a pipe to read from: one read in each iteration in which there is something.
 */
import type { EventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';
import type { ReadEnd } from '../core/processes.js';
import type { Protocol, Transport } from '../core/transports.js';
import { Readiness } from './readiness.js';
import { setResultUnlessDone } from './sockettransport.js';

/** The most that is read in one iteration, in bytes. */
const MAX_SIZE = 256 * 1024;

/** A transport over the reading end of a pipe (`asyncio.unix_events._UnixReadPipeTransport`). */
export class ReadPipeTransport {
  readonly #loop: EventLoop;
  readonly #pipe: ReadEnd;
  readonly #reading: Readiness;
  readonly #protocol: Protocol;
  #isClosing = false;
  #isPaused = false;
  #isGone = false;

  constructor(loop: EventLoop, pipe: ReadEnd, protocol: Protocol, waiter: Future<void>) {
    this.#loop = loop;
    this.#pipe = pipe;
    this.#protocol = protocol;
    this.#reading = new Readiness(
      loop,
      (ready) => pipe.whenReadable(ready),
      () => this.#readReady(),
    );
    loop.callSoon(() => this.#protocol.connectionMade(this as unknown as Transport));
    // Reading starts only when `connectionMade` has been called.
    loop.callSoon(() => this.#startReading());
    loop.callSoon(setResultUnlessDone, waiter);
  }

  pauseReading(): void {
    if (!this.#isReading()) return;
    this.#isPaused = true;
    this.#reading.stop();
  }

  resumeReading(): void {
    if (this.#isClosing || !this.#isPaused) return;
    this.#isPaused = false;
    this.#reading.start();
  }

  close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#reading.stop();
    this.#loop.callSoon(() => this.#callConnectionLost());
  }

  /** @internal Let go of the pipe: the loop is closed and nobody will be told of anything. */
  release(): void {
    this.#isClosing = true;
    this.#letGo();
  }

  #startReading(): void {
    if (this.#isReading()) this.#reading.start();
  }

  #isReading(): boolean {
    return !this.#isClosing && !this.#isPaused;
  }

  #readReady(): void {
    const data = this.#pipe.receive(MAX_SIZE);
    if (data === undefined) return;
    if (data.length > 0) {
      this.#protocol.dataReceived(data);
      return;
    }
    this.#isClosing = true;
    this.#reading.stop();
    this.#loop.callSoon(() => this.#protocol.eofReceived());
    this.#loop.callSoon(() => this.#callConnectionLost());
  }

  #callConnectionLost(): void {
    try {
      this.#protocol.connectionLost(undefined);
    } finally {
      this.#letGo();
    }
  }

  #letGo(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#reading.stop();
    this.#pipe.close();
  }

  toString(): string {
    // CPython says so before the number of its descriptor, and after it.
    if (this.#isGone) return '<_UnixReadPipeTransport closed closed>';
    const info = ['_UnixReadPipeTransport'];
    if (this.#isClosing) info.push('closing');
    info.push(this.#reading.isWatched ? 'polling' : 'idle');
    return `<${info.join(' ')}>`;
  }
}
