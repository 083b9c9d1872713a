/**
 * The protocol between a child process and its streams: what it writes goes to readers, and when all
 * of them have ended and the process too, its transport is closed.
 */
import type { Body } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';
import type { WriteTransport } from '../core/transports.js';
import { Draining } from './draining.js';
import { unsupported } from './handshakes.js';
import { StreamReader } from './streamreader.js';
import { StreamWriter, type WriterProtocol } from './streamwriter.js';
import type { Descriptor, SubprocessProtocol, SubprocessTransport } from './subprocesstransport.js';

/** Between a process and streams (`asyncio.subprocess.SubprocessStreamProtocol`). */
export class SubprocessStreamProtocol implements SubprocessProtocol, WriterProtocol {
  stdin: StreamWriter | undefined;
  stdout: StreamReader | undefined;
  stderr: StreamReader | undefined;
  readonly #loop: EventLoop;
  readonly #limit: number | undefined;
  readonly #draining: Draining;
  readonly #stdinClosed: Future<void>;
  readonly #openOutputs = new Set<Descriptor>();
  #transport: SubprocessTransport | undefined;
  #hasExited = false;

  constructor(loop: EventLoop, limit: number | undefined) {
    this.#loop = loop;
    this.#limit = limit;
    this.#draining = new Draining(loop);
    this.#stdinClosed = loop.createFuture();
    this.#stdinClosed.label = 'StreamWriter.waitClosed()';
  }

  connectionMade(transport: SubprocessTransport): void {
    this.#transport = transport;
    this.stdout = this.#readerOf(1, transport);
    this.stderr = this.#readerOf(2, transport);
    const stdin = transport.getPipeTransport(0);
    if (stdin !== undefined) this.stdin = new StreamWriter(stdin, this, undefined);
  }

  #readerOf(fd: 1 | 2, transport: SubprocessTransport): StreamReader | undefined {
    const pipe = transport.getPipeTransport(fd);
    if (pipe === undefined) return undefined;
    const reader = new StreamReader({ limit: this.#limit, loop: this.#loop });
    reader.setTransport(pipe);
    this.#openOutputs.add(fd);
    return reader;
  }

  pipeDataReceived(fd: Descriptor, data: Uint8Array): void {
    this.#reader(fd)?.feedData(data);
  }

  pipeConnectionLost(fd: Descriptor, error: unknown): void {
    if (fd === 0) {
      this.stdin?.close();
      this.connectionLost(error);
      this.#settleStdin(error);
      return;
    }
    this.#reader(fd)?.feedEof();
    this.#openOutputs.delete(fd);
    this.#maybeCloseTransport();
  }

  processExited(): void {
    this.#hasExited = true;
    this.#maybeCloseTransport();
  }

  connectionLost(error: unknown): void {
    this.#draining.connectionLost(error);
  }

  pauseWriting(): void {
    this.#draining.pauseWriting();
  }

  resumeWriting(): void {
    this.#draining.resumeWriting();
  }

  closeWaiter(): Future<void> {
    return this.#stdinClosed;
  }

  drainHelper(): Body<void> {
    return this.#draining.wait();
  }

  upgrade(transport: WriteTransport): never {
    throw unsupported(transport);
  }

  #reader(fd: Descriptor): StreamReader | undefined {
    return fd === 1 ? this.stdout : this.stderr;
  }

  #settleStdin(error: unknown): void {
    if (error === undefined) {
      this.#stdinClosed.setResult();
    } else {
      this.#stdinClosed.setException(error);
      // Nobody has to wait for the end of a pipe.
      this.#stdinClosed.exception();
    }
  }

  #maybeCloseTransport(): void {
    if (this.#openOutputs.size > 0 || !this.#hasExited) return;
    this.#transport?.close();
    this.#transport = undefined;
  }
}
