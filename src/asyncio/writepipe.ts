/**
 * The transport of a pipe to write to.
 *
 * Writing tries to send at once; what the pipe does not take is held until it is ready for more. To
 * say that nothing more will be written is to close it, once what is held has gone.
 */
import type { EventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';
import { BrokenPipeError } from '../core/oserrors.js';
import type { WriteEnd } from '../core/processes.js';
import type { Protocol, Transport, WriteTransport } from '../core/transports.js';
import { FlowControlMixin } from './flowcontrol.js';
import { Readiness } from './readiness.js';
import { checkBytes, setResultUnlessDone } from './sockettransport.js';

/** How many writes to a lost pipe are dropped in silence. */
const LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5;

/** A transport over the writing end of a pipe (`asyncio.unix_events._UnixWritePipeTransport`). */
export class WritePipeTransport extends FlowControlMixin implements WriteTransport {
  readonly #pipe: WriteEnd;
  readonly #writing: Readiness;
  readonly #broken: Readiness;
  #protocol: Protocol;
  #buffer: Uint8Array[] = [];
  #held = 0;
  /** Counts the writes after the pipe was lost or closed. */
  #lost = 0;
  #isClosing = false;
  #isGone = false;

  constructor(loop: EventLoop, pipe: WriteEnd, protocol: Protocol, waiter: Future<void>) {
    super(loop);
    this.#pipe = pipe;
    this.#protocol = protocol;
    this.#writing = new Readiness(
      loop,
      (ready) => pipe.whenWritable(ready),
      () => this.#writeReady(),
    );
    this.#broken = new Readiness(
      loop,
      (ready) => pipe.whenBroken(ready),
      () => this.#close(this.#held > 0 ? new BrokenPipeError() : undefined),
    );
    loop.callSoon(() => this.#protocol.connectionMade(this as unknown as Transport));
    // It is watched only when `connectionMade` has been called.
    loop.callSoon(() => this.#startWatching());
    loop.callSoon(setResultUnlessDone, waiter);
  }

  getExtraInfo(_name: string, fallback?: unknown): unknown {
    return fallback;
  }

  setProtocol(protocol: Protocol): void {
    this.#protocol = protocol;
  }

  getProtocol(): Protocol {
    return this.#protocol;
  }

  isClosing(): boolean {
    return this.#isClosing;
  }

  getWriteBufferSize(): number {
    return this.#held;
  }

  write(data: Uint8Array): void {
    checkBytes(data);
    if (data.length === 0) return;
    if (this.#lost > 0 || this.#isClosing) {
      if (this.#lost >= LOG_THRESHOLD_FOR_CONNLOST_WRITES) {
        this.loop.host.output.warn('pipe closed by peer or os.write(pipe, data) raised exception.');
      }
      this.#lost += 1;
      return;
    }
    let rest = data;
    if (this.#held === 0) {
      const sent = this.#send(data);
      if (sent === undefined || sent === data.length) return;
      rest = data.subarray(sent);
      this.#writing.start();
    }
    this.#buffer.push(rest);
    this.#held += rest.length;
    this.maybePauseProtocol();
  }

  writelines(pieces: Iterable<Uint8Array>): void {
    for (const piece of pieces) this.write(piece);
  }

  canWriteEof(): boolean {
    return true;
  }

  writeEof(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    if (this.#held > 0) return;
    this.#broken.stop();
    this.loop.callSoon(() => this.#callConnectionLost(undefined, false));
  }

  close(): void {
    this.writeEof();
  }

  abort(): void {
    this.#close(undefined);
  }

  /** @internal Let go of the pipe: the loop is closed and nobody will be told of anything. */
  release(): void {
    this.#isClosing = true;
    this.#letGo(true);
  }

  #startWatching(): void {
    if (!this.#isClosing) this.#broken.start();
  }

  /** Hand bytes to the pipe; returns how many it took, and `undefined` when that failed. */
  #send(data: Uint8Array): number | undefined {
    try {
      return this.#pipe.send(data);
    } catch (error) {
      this.#lost += 1;
      this.#close(error);
      return undefined;
    }
  }

  #writeReady(): void {
    while (this.#held > 0) {
      const piece = this.#buffer[0] as Uint8Array;
      const sent = this.#send(piece);
      if (sent === undefined) return;
      this.#held -= sent;
      if (sent < piece.length) {
        this.#buffer[0] = piece.subarray(sent);
        break;
      }
      this.#buffer.shift();
    }
    this.maybeResumeProtocol();
    if (this.#held > 0) return;
    this.#writing.stop();
    if (!this.#isClosing) return;
    this.#broken.stop();
    this.#callConnectionLost(undefined, false);
  }

  #close(error: unknown): void {
    this.#isClosing = true;
    this.#buffer = [];
    this.#held = 0;
    this.#writing.stop();
    this.#broken.stop();
    this.loop.callSoon(() => this.#callConnectionLost(error, true));
  }

  #callConnectionLost(error: unknown, isAborted: boolean): void {
    if (this.#isGone) return;
    try {
      this.#protocol.connectionLost(error);
    } finally {
      this.#letGo(isAborted);
    }
  }

  #letGo(isAborted: boolean): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#writing.stop();
    this.#broken.stop();
    if (isAborted) this.#pipe.abort();
    else this.#pipe.close();
  }

  override toString(): string {
    if (this.#isGone) return '<_UnixWritePipeTransport closed>';
    const info = ['_UnixWritePipeTransport'];
    if (this.#isClosing) info.push('closing');
    info.push(this.#writing.isWatched ? 'polling' : 'idle', `bufsize=${this.#held}`);
    return `<${info.join(' ')}>`;
  }
}
