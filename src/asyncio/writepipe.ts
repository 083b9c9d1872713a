/**
 * The transport of a pipe to write to.
 *
 * Writing tries to send at once; what the pipe does not take is held until it is ready for more. To
 * say that nothing more will be written is to close it, once what is held has gone.
 */
import type { EventLoop } from '../core/events.js';
import { AssertionError } from '../core/exceptions.js';
import type { Future } from '../core/futures.js';
import { BrokenPipeError } from '../core/oserrors.js';
import type { WriteEnd } from '../core/processes.js';
import { repr } from '../core/repr.js';
import type { Protocol, Transport, WriteTransport } from '../core/transports.js';
import { FlowControlMixin } from './flowcontrol.js';
import { Readiness } from './readiness.js';
import { checkBytes, setResultUnlessDone } from './sockettransport.js';
import { TransportPipe } from './transportpipe.js';
import { WriteBuffer } from './writebuffer.js';

/** How many writes to a lost pipe are dropped in silence. */
const LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5;

/** A transport over the writing end of a pipe (`asyncio.unix_events._UnixWritePipeTransport`). */
export class WritePipeTransport extends FlowControlMixin implements WriteTransport {
  readonly #pipe: WriteEnd;
  readonly #writing: Readiness;
  readonly #broken: Readiness;
  readonly #held = new WriteBuffer();
  #protocol: Protocol;
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
      () => this.#close(this.#held.length > 0 ? new BrokenPipeError() : undefined),
    );
    loop.callSoon(() => this.#protocol.connectionMade(this as unknown as Transport));
    // It is watched only when `connectionMade` has been called.
    loop.callSoon(() => this.#startWatching());
    loop.callSoon(setResultUnlessDone, waiter);
  }

  getExtraInfo(name: string, fallback?: unknown): unknown {
    return name === 'pipe' ? new TransportPipe(() => this.#isGone) : fallback;
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
    return this.#held.length;
  }

  write(data: Uint8Array): void {
    if (!(data instanceof Uint8Array)) {
      throw new AssertionError(repr(data), { hint: 'write a Uint8Array' });
    }
    if (data.length === 0) return;
    if (this.#lost > 0 || this.#isClosing) {
      if (this.#lost >= LOG_THRESHOLD_FOR_CONNLOST_WRITES) {
        this.loop.host.output.warn('pipe closed by peer or os.write(pipe, data) raised exception.');
      }
      this.#lost += 1;
      return;
    }
    let rest = data;
    if (this.#held.length === 0) {
      const sent = this.#send(data);
      if (sent === undefined || sent === data.length) return;
      rest = data.subarray(sent);
      this.#writing.start();
    }
    this.#held.hold(rest);
    this.maybePauseProtocol();
  }

  writelines(pieces: Iterable<Uint8Array>): void {
    const all = [...pieces];
    for (const piece of all) checkBytes(piece);
    for (const piece of all) this.write(piece);
  }

  canWriteEof(): boolean {
    return true;
  }

  writeEof(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    if (this.#held.length > 0) return;
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
  readonly #send = (data: Uint8Array) => {
    try {
      return this.#pipe.send(data);
    } catch (error) {
      this.#lost += 1;
      this.#close(error);
      return undefined;
    }
  };

  #writeReady(): void {
    if (!this.#held.sendBy(this.#send)) return;
    this.maybeResumeProtocol();
    if (this.#held.length > 0) return;
    this.#writing.stop();
    if (!this.#isClosing) return;
    this.#broken.stop();
    this.#callConnectionLost(undefined, false);
  }

  #close(error: unknown): void {
    this.#isClosing = true;
    this.#held.clear();
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
    // CPython says so before the number of its descriptor, and after it.
    if (this.#isGone) return '<_UnixWritePipeTransport closed closed>';
    const info = ['_UnixWritePipeTransport'];
    if (this.#isClosing) info.push('closing');
    info.push(this.#writing.isWatched ? 'polling' : 'idle', `bufsize=${this.#held.length}`);
    return `<${info.join(' ')}>`;
  }
}
