/**
 * The transport of a connection over TLS.
 *
 * It is that of a socket, but for its end, which both sides have to say: after `close` it waits for what
 * the other side says to that, and drops what comes before. There are no half-closed connections: the
 * end of the other side closes this one.
 */
import type { EventLoop } from '../core/events.js';
import { NotImplementedError, TimeoutError } from '../core/exceptions.js';
import type { TimerHandle } from '../core/handles.js';
import type { SecureSocket, TlsOrder } from '../core/tls.js';
import type { Protocol } from '../core/transports.js';
import { Readiness } from './readiness.js';
import { SocketTransport, type SocketTransportOptions } from './sockettransport.js';
import { SSLObject } from './sslobject.js';

/** How much it holds before its protocol is asked to pause, in bytes. */
const HIGH_WATER = 512 * 1024;

/** The most that is received in one iteration, in bytes. */
const MAX_SIZE = 256 * 1024;

/** What a transport over TLS is made with. */
export interface SSLTransportOptions extends Omit<SocketTransportOptions, 'highWater'> {
  readonly order: TlsOrder;
  /** How long the other side's end is waited for, in seconds. */
  readonly shutdownTimeout: number;
}

/** A transport over TLS (`asyncio.sslproto._SSLProtocolTransport`). */
export class SSLTransport extends SocketTransport {
  readonly #options: SSLTransportOptions;
  readonly #sslObject: SSLObject;
  readonly #ending: Readiness;
  #timer: TimerHandle | undefined;
  /** Whether all was said, and only the other side's end is missing. */
  #isEnding = false;

  constructor(
    loop: EventLoop,
    socket: SecureSocket,
    protocol: Protocol,
    options: SSLTransportOptions,
  ) {
    super(loop, socket, protocol, { ...options, highWater: HIGH_WATER });
    this.#options = options;
    this.#sslObject = new SSLObject(options.order, socket.session);
    this.#ending = new Readiness(
      loop,
      (ready) => socket.whenReadable(ready),
      () => this.#receiveEnd(),
    );
  }

  override getExtraInfo(name: string, fallback?: unknown): unknown {
    const ssl = this.#sslObject;
    switch (name) {
      case 'sslcontext':
        return this.#options.order.context;
      case 'ssl_object':
        return ssl;
      case 'peercert':
        return ssl.getpeercert();
      case 'cipher':
        return ssl.cipher();
      case 'compression':
        // Nobody compresses any more, which is known, and no reason for a fallback.
        return undefined;
      default:
        return super.getExtraInfo(name, fallback);
    }
  }

  override canWriteEof(): boolean {
    return false;
  }

  override writeEof(): void {
    throw new NotImplementedError();
  }

  override close(): void {
    if (this.isClosing()) return;
    const late = () => this.forceClose(new TimeoutError('SSL shutdown timed out'));
    this.#timer = this.loop.callLater(this.#options.shutdownTimeout, late);
    super.close();
  }

  protected override allSent(): void {
    this.socket.shutdown();
    this.#isEnding = true;
    this.#ending.start();
  }

  #receiveEnd(): void {
    try {
      const data = this.socket.receive(MAX_SIZE);
      if (data?.length === 0) this.callConnectionLost(undefined, false);
    } catch (error) {
      this.callConnectionLost(error, true);
    }
  }

  protected override forceClose(error: unknown): void {
    if (this.#isEnding) this.loop.callSoon(() => this.callConnectionLost(error, true));
    else super.forceClose(error);
  }

  protected override callConnectionLost(error: unknown, isAborted: boolean): void {
    this.#timer?.cancel();
    this.#ending.stop();
    super.callConnectionLost(error, isAborted);
  }

  override toString(): string {
    return '<asyncio.sslproto._SSLProtocolTransport object>';
  }
}
