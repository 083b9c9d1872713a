/**
 * The writing end of a stream: a transport, and a way to wait until it has room.
 */
import type { Awaitable } from '../core/awaitables.js';
import { type Body, type Coroutine, namedCoroutine } from '../core/coroutines.js';
import type { SSLContext } from '../core/tls.js';
import type { WriteTransport } from '../core/transports.js';
import type { StartTlsOptions } from './handshakes.js';
import { sleep } from './sleep.js';
import type { StreamReader } from './streamreader.js';

/** What a writer asks of the protocol that it shares its transport with. */
export interface WriterProtocol {
  /** Return what is awaited for the end of the connection. */
  closeWaiter(): Awaitable<void>;
  /** Wait until the transport holds little enough to go on. */
  drainHelper(): Body<void>;
  /** Go on over TLS; returns the transport that takes the place of the one given. */
  upgrade(
    transport: WriteTransport,
    context: SSLContext,
    options: StartTlsOptions,
  ): Body<WriteTransport>;
}

/**
 * The writing end of a stream (`asyncio.StreamWriter`).
 *
 * `openConnection` makes one, and a server for each client.
 *
 * @example
 * writer.write(new TextEncoder().encode('hello\n'));
 * yield* writer.drain(); // waits while the other side does not keep up
 * writer.close();
 * yield* writer.waitClosed();
 */
export class StreamWriter {
  #transport: WriteTransport;
  readonly #protocol: WriterProtocol;
  readonly #reader: StreamReader | undefined;

  /** @internal The writing end of a pipe has no reader. */
  constructor(
    transport: WriteTransport,
    protocol: WriterProtocol,
    reader: StreamReader | undefined,
  ) {
    this.#transport = transport;
    this.#protocol = protocol;
    this.#reader = reader;
  }

  /** What it writes to (`StreamWriter.transport`). */
  get transport(): WriteTransport {
    return this.#transport;
  }

  /**
   * Write bytes, which must not be changed afterwards; what cannot be sent at once is held.
   *
   * Nothing waits here: follow it with `drain`, or a slow reader makes the buffer grow without end.
   *
   * @throws TypeError when it is given anything else, a string say.
   * @throws RuntimeError after `writeEof`.
   */
  write(data: Uint8Array): void {
    this.transport.write(data);
  }

  /** Write several pieces (`StreamWriter.writelines`). */
  writelines(data: Iterable<Uint8Array>): void {
    this.transport.writelines(data);
  }

  /** Say that nothing more will be written: the other side reads the end, and may go on writing. */
  writeEof(): void {
    this.transport.writeEof();
  }

  /** Tell whether `writeEof` can be used: so with TCP and Unix sockets, but not over TLS. */
  canWriteEof(): boolean {
    return this.transport.canWriteEof();
  }

  /** Close the connection, once what was written is sent (`StreamWriter.close`). */
  close(): void {
    this.transport.close();
  }

  /** Tell whether it is closed or about to be. */
  isClosing(): boolean {
    return this.transport.isClosing();
  }

  /**
   * Wait until the connection is closed (`StreamWriter.wait_closed`).
   *
   * @throws OSError the error that broke it, if one did.
   */
  waitClosed(): Coroutine<void> {
    return namedCoroutine('StreamWriter.wait_closed', this.#waitClosed());
  }

  /**
   * Return what is known of the connection: `peername`, `sockname`, `socket`; over TLS also `sslcontext`,
   * `ssl_object`, `peercert`, `cipher`; of the input of a process, `pipe`.
   */
  getExtraInfo(name: string, fallback?: unknown): unknown {
    return this.transport.getExtraInfo(name, fallback);
  }

  /**
   * Wait until there is room to write more (`StreamWriter.drain`).
   *
   * Returns at once while less than the high-water mark, 64 KiB, is held; otherwise when no more than
   * the low-water mark is left.
   *
   * @throws ConnectionResetError when the connection is lost, or the error that broke it.
   */
  drain(): Coroutine<void> {
    return namedCoroutine('StreamWriter.drain', this.#drain());
  }

  /**
   * Go on over TLS on the connection that is there (`StreamWriter.start_tls`).
   *
   * Both sides have to agree on the moment. What was written before is sent as it is; reader and writer
   * stay what they are. When it fails or is cancelled, the connection is closed.
   *
   * @throws SSLError when the two sides do not come together, or one does not trust the other.
   * @throws ConnectionResetError when the other side goes away.
   * @throws ConnectionAbortedError when it takes too long.
   * @throws TypeError when it is no connection, or over TLS already.
   * @throws ValueError when a client does not say whom it expects.
   * @example
   * writer.write(new TextEncoder().encode('STARTTLS
'));
   * yield* reader.readline();
   * yield* writer.startTls({ ca }, { serverHostname: 'mail.example' });
   */
  startTls(sslcontext: SSLContext, options: StartTlsOptions = {}): Coroutine<void> {
    return namedCoroutine('StreamWriter.start_tls', this.#startTls(sslcontext, options));
  }

  *#startTls(context: SSLContext, options: StartTlsOptions) {
    yield* this.drain();
    this.#transport = yield* this.#protocol.upgrade(this.#transport, context, options);
  }

  *#waitClosed() {
    yield* this.#protocol.closeWaiter();
  }

  *#drain() {
    const exception = this.#reader?.exception();
    if (exception !== undefined) throw exception;
    // So that a loop of writes and drains learns of the end of its connection.
    if (this.transport.isClosing()) yield* sleep(0);
    yield* this.#protocol.drainHelper();
  }

  toString(): string {
    const reader = this.#reader === undefined ? '' : ` reader=${this.#reader}`;
    return `<StreamWriter transport=${this.transport}${reader}>`;
  }
}
