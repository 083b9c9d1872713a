/**
 * The writing end of a stream: a transport, and a way to wait until it has room.
 */
import type { Awaitable } from '../core/awaitables.js';
import { type Body, type Coroutine, namedCoroutine } from '../core/coroutines.js';
import type { WriteTransport } from '../core/transports.js';
import { sleep } from './sleep.js';
import type { StreamReader } from './streamreader.js';

/** What a writer asks of the protocol that it shares its transport with. */
export interface WriterProtocol {
  /** Return what is awaited for the end of the connection. */
  closeWaiter(): Awaitable<void>;
  /** Wait until the transport holds little enough to go on. */
  drainHelper(): Body<void>;
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
  /** What it writes to (`StreamWriter.transport`). */
  readonly transport: WriteTransport;
  readonly #protocol: WriterProtocol;
  readonly #reader: StreamReader | undefined;

  /** @internal The writing end of a pipe has no reader. */
  constructor(
    transport: WriteTransport,
    protocol: WriterProtocol,
    reader: StreamReader | undefined,
  ) {
    this.transport = transport;
    this.#protocol = protocol;
    this.#reader = reader;
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

  /** Tell whether `writeEof` can be used: so with TCP and Unix sockets. */
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

  /** Return what is known of the connection: `peername`, `sockname`, `socket`. */
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
