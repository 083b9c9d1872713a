/**
 * The transport of a child process: its pipes, its end, and the order in which they are told of.
 *
 * Pipes and process end each at a moment of their own. `wait` returns when all of them have: the return
 * code is known, everything that the process wrote has been handed on, and the protocol was told so.
 */
import type { Coroutine } from '../core/coroutines.js';
import { namedCoroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';
import { ProcessLookupError } from '../core/oserrors.js';
import type { ChildProcess } from '../core/processes.js';
import { type Signal, signalNumber } from '../core/signals.js';
import type { Protocol } from '../core/transports.js';
import { ReadPipeTransport } from './readpipe.js';
import { WritePipeTransport } from './writepipe.js';

/** The streams of a process by their descriptors: its input, its output, its errors. */
export type Descriptor = 0 | 1 | 2;

/** What a protocol is told of a process (`asyncio.SubprocessProtocol`). */
export interface SubprocessProtocol {
  connectionMade(transport: SubprocessTransport): void;
  pipeDataReceived(fd: Descriptor, data: Uint8Array): void;
  pipeConnectionLost(fd: Descriptor, error: unknown): void;
  processExited(): void;
  connectionLost(error: unknown): void;
  pauseWriting(): void;
  resumeWriting(): void;
}

/** A transport over a child process (`asyncio.base_subprocess.BaseSubprocessTransport`). */
export class SubprocessTransport {
  readonly pid: number;
  readonly #loop: EventLoop;
  readonly #child: ChildProcess;
  readonly #protocol: SubprocessProtocol;
  readonly #pipes = new Map<Descriptor, PipeProtocol>();
  #returncode: number | undefined;
  #exitWaiters: Future<number>[] = [];
  /** What is to be told once all pipes are connected. */
  readonly #pending: (() => void)[] = [];
  #arePipesConnected = false;
  #isClosed = false;
  #isGone = false;

  /** @param waiter set when all pipes are connected */
  constructor(
    loop: EventLoop,
    child: ChildProcess,
    protocol: SubprocessProtocol,
    waiter: Future<void>,
  ) {
    this.#loop = loop;
    this.#child = child;
    this.#protocol = protocol;
    this.pid = child.pid;
    for (const [fd, pipe] of [child.stdin, child.stdout, child.stderr].entries()) {
      if (pipe !== undefined)
        this.#pipes.set(fd as Descriptor, this.#pipeProtocol(fd as Descriptor));
    }
    loop.held.add(this);
    loop.createTask(
      namedCoroutine('BaseSubprocessTransport._connect_pipes', this.#connectPipes(waiter)),
    );
    child.whenEnded((returncode) => {
      if (loop.isClosed()) return;
      // The loop sees that it has ended, takes the exit status, and then tells of it.
      loop.callSoonThreadsafe(() => loop.callSoon(() => this.#processExited(returncode)));
    });
  }

  /** How it ended; `undefined` as long as nobody knows. */
  get returncode(): number | undefined {
    return this.#returncode;
  }

  /** Return the transport of a pipe, if there is one. */
  getPipeTransport(fd: 0): WritePipeTransport | undefined;
  getPipeTransport(fd: 1 | 2): ReadPipeTransport | undefined;
  getPipeTransport(fd: Descriptor): ReadPipeTransport | WritePipeTransport | undefined {
    return this.#pipes.get(fd)?.transport;
  }

  /**
   * Send a signal; nothing when the process has just ended.
   *
   * @throws ProcessLookupError when its end was told of.
   */
  sendSignal(signal: Signal): void {
    if (this.#isGone) throw new ProcessLookupError();
    this.#child.kill(signalNumber(this.#loop.host.signals, signal));
  }

  /** Close the pipes, and kill the process if it has not ended. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const pipe of this.#pipes.values()) pipe.transport?.close();
    if (this.#returncode === undefined) this.#kill();
  }

  /** @internal Let go of the process: the loop is closed and nobody will be told of anything. */
  release(): void {
    this.#isClosed = true;
    for (const pipe of this.#pipes.values()) pipe.transport?.release();
    if (this.#returncode === undefined) this.#kill();
  }

  /** Wait until it has ended. */
  wait(): Coroutine<number> {
    return namedCoroutine('BaseSubprocessTransport._wait', this.#wait());
  }

  *#wait() {
    if (this.#returncode !== undefined) return this.#returncode;
    const waiter = this.#loop.createFuture<number>();
    waiter.label = `the end of process ${this.pid}`;
    this.#exitWaiters.push(waiter);
    return yield* waiter;
  }

  #kill(): void {
    const { SIGKILL = 9 } = this.#loop.host.signals.numbers;
    try {
      this.#child.kill(SIGKILL);
    } catch {
      // It has ended already, or is another user's.
    }
  }

  #pipeProtocol(fd: Descriptor): PipeProtocol {
    return new PipeProtocol(this.#protocol, {
      dataReceived: (data) => this.#call(() => this.#protocol.pipeDataReceived(fd, data)),
      connectionLost: (error) => {
        this.#call(() => this.#protocol.pipeConnectionLost(fd, error));
        this.#tryFinish();
      },
    });
  }

  *#connectPipes(waiter: Future<void>) {
    const { stdin, stdout, stderr } = this.#child;
    try {
      if (stdin !== undefined) yield* this.#connect(0, WritePipeTransport, stdin);
      if (stdout !== undefined) yield* this.#connect(1, ReadPipeTransport, stdout);
      if (stderr !== undefined) yield* this.#connect(2, ReadPipeTransport, stderr);
    } catch (error) {
      // Its task was cancelled.
      if (!waiter.cancelled()) waiter.setException(error);
      return;
    }
    this.#loop.callSoon(() => this.#protocol.connectionMade(this));
    for (const call of this.#pending) this.#loop.callSoon(call);
    this.#arePipesConnected = true;
    if (!waiter.cancelled()) waiter.setResult();
  }

  *#connect<P>(fd: Descriptor, PipeTransport: PipeTransportOf<P>, pipe: P) {
    const protocol = this.#pipes.get(fd) as PipeProtocol;
    const waiter = this.#loop.createFuture<void>();
    protocol.transport = new PipeTransport(this.#loop, pipe, protocol, waiter);
    yield* waiter;
  }

  #call(call: () => void): void {
    if (this.#arePipesConnected) this.#loop.callSoon(call);
    else this.#pending.push(call);
  }

  #processExited(returncode: number): void {
    this.#returncode = returncode;
    this.#call(() => this.#protocol.processExited());
    this.#tryFinish();
  }

  #tryFinish(): void {
    if (this.#returncode === undefined) return;
    // Without its pipes nobody would ever learn of its end.
    if (!this.#arePipesConnected) this.#wakeUpWaiters(this.#returncode);
    for (const pipe of this.#pipes.values()) if (!pipe.isDisconnected) return;
    this.#call(() => this.#callConnectionLost());
  }

  #callConnectionLost(): void {
    try {
      this.#protocol.connectionLost(undefined);
    } finally {
      this.#wakeUpWaiters(this.#returncode as number);
      this.#isGone = true;
      this.#loop.held.delete(this);
    }
  }

  #wakeUpWaiters(returncode: number): void {
    for (const waiter of this.#exitWaiters) if (!waiter.done()) waiter.setResult(returncode);
    this.#exitWaiters = [];
  }
}

/** Makes the transport of a pipe. */
type PipeTransportOf<P> = new (
  loop: EventLoop,
  pipe: P,
  protocol: Protocol,
  waiter: Future<void>,
) => ReadPipeTransport | WritePipeTransport;

/** What is told of one pipe. */
interface PipeEvents {
  dataReceived(data: Uint8Array): void;
  connectionLost(error: unknown): void;
}

/** The protocol of one pipe, which hands on what it is told. */
class PipeProtocol implements Protocol {
  transport: ReadPipeTransport | WritePipeTransport | undefined;
  isDisconnected = false;
  readonly #process: SubprocessProtocol;
  readonly #events: PipeEvents;

  constructor(process: SubprocessProtocol, events: PipeEvents) {
    this.#process = process;
    this.#events = events;
  }

  connectionMade(): void {}

  dataReceived(data: Uint8Array): void {
    this.#events.dataReceived(data);
  }

  eofReceived(): undefined {}

  connectionLost(error: unknown): void {
    this.isDisconnected = true;
    this.#events.connectionLost(error);
  }

  pauseWriting(): void {
    this.#process.pauseWriting();
  }

  resumeWriting(): void {
    this.#process.resumeWriting();
  }
}
