/**
 * The protocol between a transport and a pair of streams: bytes go to the reader, the end of the
 * connection to all who wait for it.
 *
 * In a server it also calls the callback for the client, and makes a task of a coroutine.
 */
import type { Awaitable } from '../core/awaitables.js';
import { type Body, type Coroutine, isCoroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';
import type { Task } from '../core/tasks.js';
import type { SSLContext } from '../core/tls.js';
import type { Protocol, Transport, WriteTransport } from '../core/transports.js';
import { Draining } from './draining.js';
import { type StartTlsOptions, termsOf } from './handshakes.js';
import type { StreamReader } from './streamreader.js';
import { StreamWriter, type WriterProtocol } from './streamwriter.js';
import { upgraded } from './upgrade.js';

/** What a server does with each client; a coroutine becomes a task. */
export type ClientConnected = (
  reader: StreamReader,
  writer: StreamWriter,
) => Coroutine<unknown> | Body<unknown> | unknown;

/** Between a transport and streams (`asyncio.StreamReaderProtocol`). */
export class StreamReaderProtocol implements Protocol, WriterProtocol {
  readonly #loop: EventLoop;
  readonly #reader: StreamReader;
  readonly #clientConnected: ClientConnected | undefined;
  readonly #closed: Future<void>;
  readonly #draining: Draining;
  #isOverTls = false;

  constructor(loop: EventLoop, reader: StreamReader, clientConnected?: ClientConnected) {
    this.#loop = loop;
    this.#reader = reader;
    this.#clientConnected = clientConnected;
    this.#draining = new Draining(loop);
    this.#closed = loop.createFuture();
    this.#closed.label = 'StreamWriter.waitClosed()';
  }

  connectionMade(transport: Transport): void {
    this.#reader.setTransport(transport);
    this.#isOverTls = isOverTls(transport);
    if (this.#clientConnected === undefined) return;
    const writer = new StreamWriter(transport, this, this.#reader);
    const result = this.#clientConnected(this.#reader, writer);
    if (!isCoroutine(result)) return;
    const task = this.#loop.createTask(result);
    const callbacks = {
      // Its name in CPython, which descriptions show.
      'StreamReaderProtocol.connection_made.<locals>.callback': () =>
        this.#clientServed(task, transport),
    };
    task.addDoneCallback(callbacks['StreamReaderProtocol.connection_made.<locals>.callback']);
  }

  #clientServed(task: Task<unknown>, transport: Transport): void {
    if (task.cancelled()) {
      transport.close();
      return;
    }
    const exception = task.exception();
    if (exception === undefined) return;
    this.#loop.callExceptionHandler({
      message: 'Unhandled exception in client_connected_cb',
      exception,
      transport,
    });
    transport.close();
  }

  dataReceived(data: Uint8Array): void {
    this.#reader.feedData(data);
  }

  eofReceived(): boolean {
    this.#reader.feedEof();
    // There are no half-closed connections over TLS.
    return !this.#isOverTls;
  }

  connectionLost(error: unknown): void {
    if (error === undefined) this.#reader.feedEof();
    else this.#reader.setException(error);
    if (!this.#closed.done()) {
      if (error === undefined) this.#closed.setResult();
      else this.#closed.setException(error);
    }
    // Nobody has to wait for the end of a connection.
    if (this.#closed.failed) this.#closed.exception();
    this.#draining.connectionLost(error);
  }

  pauseWriting(): void {
    this.#draining.pauseWriting();
  }

  resumeWriting(): void {
    this.#draining.resumeWriting();
  }

  upgrade(transport: WriteTransport, context: SSLContext, options: StartTlsOptions) {
    const isServer = this.#clientConnected !== undefined;
    const terms = termsOf(context, isServer, options.serverHostname, options);
    return upgraded(this.#loop, transport as Transport, this, terms);
  }

  /** Go on with another transport, of the same connection. */
  replaceTransport(transport: Transport): void {
    this.#reader.replaceTransport(transport);
    this.#isOverTls = isOverTls(transport);
  }

  /** Return what is awaited for the end of the connection. */
  closeWaiter(): Awaitable<void> {
    return this.#closed;
  }

  /** Wait until the transport holds little enough to go on. */
  drainHelper(): Body<void> {
    return this.#draining.wait();
  }
}

function isOverTls(transport: Transport): boolean {
  return transport.getExtraInfo('sslcontext') !== undefined;
}
