/**
 * The transport of a socket: asyncio's rules of when bytes are sent, held, received and lost.
 *
 * Writing tries to send at once; what the socket does not take is held until it is ready for more.
 * Reading is one `receive` in each iteration in which the socket is ready. `close` stops reading, sends
 * what is held, and tells the protocol in a later iteration; an error does the same without sending.
 * So `connectionLost` is never called from inside `write` or `close`, and never before `connectionMade`.
 */
import type { EventLoop } from '../core/events.js';
import { KeyboardInterrupt, RuntimeError } from '../core/exceptions.js';
import type { Future } from '../core/futures.js';
import type { Socket } from '../core/network.js';
import { OSError } from '../core/oserrors.js';
import { repr } from '../core/repr.js';
import type { Protocol, Transport } from '../core/transports.js';
import { FlowControlMixin } from './flowcontrol.js';
import { Readiness } from './readiness.js';
import { TransportSocket } from './transportsocket.js';
import { WriteBuffer } from './writebuffer.js';

/** The most that is received in one iteration, in bytes. */
const MAX_SIZE = 256 * 1024;

/** How many writes to a lost connection are dropped in silence. */
const LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5;

/** What a transport was accepted by. */
export interface Attached {
  attach(client: Pick<Transport, 'close' | 'abort'>): void;
  detach(client: Pick<Transport, 'close' | 'abort'>): void;
}

/** What a transport is made with. */
export interface SocketTransportOptions {
  /** The server that it belongs to. */
  readonly server?: Attached | undefined;
  /** Set when the protocol was told that the connection is there, and reading has begun. */
  readonly waiter: Future<void>;
  /** Whether the protocol knows of the connection already. */
  readonly isUpgrade?: boolean;
  /** How much is held before the protocol is asked to pause, in bytes; 64 KiB by default. */
  readonly highWater?: number;
}

/** A transport over a socket (`asyncio.selector_events._SelectorSocketTransport`). */
export class SocketTransport extends FlowControlMixin implements Transport {
  /** @internal */
  readonly server: Attached | undefined;
  /** @internal */
  protected readonly socket: Socket;
  readonly #reading: Readiness;
  readonly #writing: Readiness;
  readonly #held = new WriteBuffer();
  #protocol: Protocol;
  /** Counts the writes after the connection was lost; 0 while it is there. */
  #lost = 0;
  #isClosing = false;
  #isPaused = false;
  #hasEof = false;
  #isGone = false;

  constructor(
    loop: EventLoop,
    socket: Socket,
    protocol: Protocol,
    { server, waiter, isUpgrade = false, highWater }: SocketTransportOptions,
  ) {
    super(loop, highWater);
    this.socket = socket;
    this.server = server;
    this.#protocol = protocol;
    this.#reading = new Readiness(
      loop,
      (ready) => socket.whenReadable(ready),
      () => this.#readReady(),
    );
    this.#writing = new Readiness(
      loop,
      (ready) => socket.whenWritable(ready),
      () => this.#writeReady(),
    );
    this.server?.attach(this);
    loop.held.add(this);
    const callbacks = {
      // Its name in CPython, which reports show.
      'StreamReaderProtocol.connection_made': () => this.#protocol.connectionMade(this),
    };
    if (!isUpgrade) loop.callSoon(callbacks['StreamReaderProtocol.connection_made']);
    // Reading starts only when `connectionMade` has been called.
    loop.callSoon(() => this.#startReading());
    loop.callSoon(setResultUnlessDone, waiter);
  }

  getExtraInfo(name: string, fallback?: unknown): unknown {
    const { sockname, peername } = this.socket;
    const extra: Readonly<Record<string, unknown>> = { sockname, peername };
    return name === 'socket' ? new TransportSocket(this.socket) : (extra[name] ?? fallback);
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

  isReading(): boolean {
    return !this.#isClosing && !this.#isPaused;
  }

  pauseReading(): void {
    if (!this.isReading()) return;
    this.#isPaused = true;
    this.#reading.stop();
  }

  resumeReading(): void {
    if (this.#isClosing || !this.#isPaused) return;
    this.#isPaused = false;
    this.#startReading();
  }

  getWriteBufferSize(): number {
    return this.#held.length;
  }

  write(data: Uint8Array): void {
    checkBytes(data);
    if (this.#hasEof) throw new RuntimeError('Cannot call write() after write_eof()');
    if (data.length === 0 || this.#isLost()) return;
    let rest = data;
    if (this.#held.length === 0) {
      const sent = this.#send(data);
      if (sent === undefined || sent === data.length) return;
      rest = data.subarray(sent);
    }
    this.#held.hold(rest);
    this.#writing.start();
    this.maybePauseProtocol();
  }

  writelines(pieces: Iterable<Uint8Array>): void {
    if (this.#hasEof) throw new RuntimeError('Cannot call writelines() after write_eof()');
    const all = [...pieces];
    if (all.length === 0 || this.#isLost()) return;
    for (const piece of all) checkBytes(piece);
    for (const piece of all) this.#held.hold(piece);
    if (this.#held.length === 0) return;
    this.#writeReady();
    if (this.#held.length === 0) return;
    this.#writing.start();
    this.maybePauseProtocol();
  }

  canWriteEof(): boolean {
    return true;
  }

  writeEof(): void {
    if (this.#isClosing || this.#hasEof) return;
    this.#hasEof = true;
    if (this.#held.length === 0) this.socket.shutdown();
  }

  close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#reading.stop();
    if (this.#held.length > 0) return;
    this.#lost += 1;
    this.loop.callSoon(() => this.allSent());
  }

  abort(): void {
    this.forceClose(undefined);
  }

  /** @internal Give the socket to somebody else; this transport is over, and tells nobody. */
  giveSocket(): Socket {
    this.#isClosing = true;
    this.#isGone = true;
    this.#lost += 1;
    this.#reading.stop();
    this.#writing.stop();
    this.loop.held.delete(this);
    return this.socket;
  }

  /** @internal Let go of the socket: the loop is closed and nobody will be told of anything. */
  release(): void {
    this.#isClosing = true;
    this.#lost += 1;
    this.#letGo(true);
  }

  /** @internal It is closed, and all that was held is sent. */
  protected allSent(): void {
    this.callConnectionLost(undefined, false);
  }

  #startReading(): void {
    if (this.isReading()) this.#reading.start();
  }

  #readReady(): void {
    let data: Uint8Array | undefined;
    try {
      data = this.socket.receive(MAX_SIZE);
    } catch (error) {
      this.#fatalError(error, 'Fatal read error on socket transport');
      return;
    }
    if (data === undefined) return;
    if (data.length === 0) this.#readEof();
    else this.#tell('dataReceived', () => this.#protocol.dataReceived(data));
  }

  #readEof(): void {
    const isKept = this.#tell('eofReceived', () => this.#protocol.eofReceived());
    if (isKept === true && this.canWriteEof()) this.#reading.stop();
    else if (this.#lost === 0) this.close();
  }

  #tell<T>(method: string, call: () => T): T | undefined {
    try {
      return call();
    } catch (error) {
      if (error instanceof KeyboardInterrupt) throw error;
      this.#fatalError(error, `Fatal error: protocol.${method}() call failed.`);
      return undefined;
    }
  }

  /** Whether the connection is lost, so that what is written is dropped. */
  #isLost(): boolean {
    if (this.#lost === 0) return false;
    if (this.#lost >= LOG_THRESHOLD_FOR_CONNLOST_WRITES) {
      this.loop.host.output.warn('socket.send() raised exception.');
    }
    this.#lost += 1;
    return true;
  }

  /** Hand bytes to the socket; returns how many it took, and `undefined` when that failed. */
  readonly #send = (data: Uint8Array) => {
    try {
      return this.socket.send(data);
    } catch (error) {
      this.#fatalError(error, 'Fatal write error on socket transport');
      return undefined;
    }
  };

  #writeReady(): void {
    if (!this.#held.sendBy(this.#send)) return;
    this.maybeResumeProtocol();
    if (this.#held.length > 0) return;
    this.#writing.stop();
    if (this.#isClosing) this.allSent();
    else if (this.#hasEof) this.socket.shutdown();
  }

  #fatalError(error: unknown, message: string): void {
    if (!(error instanceof OSError)) {
      this.loop.callExceptionHandler({
        message,
        exception: error,
        transport: this,
        protocol: this.#protocol,
      });
    }
    this.forceClose(error);
  }

  /** @internal Close it at once, with the error that is the reason. */
  protected forceClose(error: unknown): void {
    if (this.#lost > 0) return;
    this.#held.clear();
    this.#writing.stop();
    this.#reading.stop();
    this.#isClosing = true;
    this.#lost += 1;
    this.loop.callSoon(() => this.callConnectionLost(error, true));
  }

  /** @internal Tell of the end, once. */
  protected callConnectionLost(error: unknown, isAborted: boolean): void {
    if (this.#isGone) return;
    try {
      this.#protocol.connectionLost(error);
    } finally {
      this.#letGo(isAborted);
      this.server?.detach(this);
    }
  }

  #letGo(isAborted: boolean): void {
    this.#isGone = true;
    this.#reading.stop();
    this.#writing.stop();
    this.loop.held.delete(this);
    if (isAborted) this.socket.abort();
    else this.socket.close();
  }

  override toString(): string {
    if (this.#isGone) return '<_SelectorSocketTransport closed>';
    const info = ['_SelectorSocketTransport'];
    if (this.#isClosing) info.push('closing');
    info.push(`read=${this.#reading.isWatched ? 'polling' : 'idle'}`);
    const state = this.#writing.isWatched ? 'polling' : 'idle';
    info.push(`write=<${state}, bufsize=${this.#held.length}>`);
    return `<${info.join(' ')}>`;
  }
}

/** @internal Refuse what is no bytes. */
export function checkBytes(data: unknown): asserts data is Uint8Array {
  if (data instanceof Uint8Array) return;
  const type = typeof data === 'string' ? "'str'" : repr(data);
  throw new TypeError(
    `data argument must be a bytes, bytearray, or memoryview object, not ${type}: write a Uint8Array`,
  );
}

/** @internal */
export function setResultUnlessDone(waiter: Future<void>): void {
  if (!waiter.done()) waiter.setResult();
}
