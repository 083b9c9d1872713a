/**
 * The two ends of a connection in memory.
 *
 * Each direction is a line: what is sent goes through it at its bandwidth, one piece after the other,
 * and arrives after its delay. So much may be sent and not read yet and no more, what the buffers at
 * both ends hold and what the line has room for; when the reader takes some, the sender learns of it
 * after the delay of the way back.
 */
import type { Link, Socket, SocketAddress } from '../core/network.js';
import { type OSError, osError } from '../core/oserrors.js';
import type { Pollable } from './readylist.js';
import type { Agenda } from './virtualnetwork.js';

/** What the buffers at both ends of a line hold together, in bytes. */
const BUFFERS = 256 * 1024;

/** The largest piece that arrives at once where the bandwidth is limited, in bytes. */
const PIECE = 16 * 1024;

const NOTHING = new Uint8Array();

/** Make the two ends of a connection. */
export function connectedPair(
  agenda: Agenda,
  link: Link,
  from: SocketAddress,
  to: SocketAddress,
): [client: VirtualSocket, server: VirtualSocket] {
  const client = new VirtualSocket(agenda, link, from, to);
  const server = new VirtualSocket(agenda, link, to, from);
  client.peer = server;
  server.peer = client;
  return [client, server];
}

/** One end of a connection in memory. */
export class VirtualSocket implements Socket, Pollable {
  readonly sockname: SocketAddress;
  readonly peername: SocketAddress;
  /** The other end. */
  declare peer: VirtualSocket;
  readonly #agenda: Agenda;
  readonly #delay: number;
  readonly #bandwidth: number;
  /** How many more bytes may be sent. */
  #room: number;
  /** When the line will have sent what it was given. */
  #lineFree = 0;
  #arrived: Uint8Array[] = [];
  #unread = 0;
  #onReadable: (() => void) | undefined;
  #onWritable: (() => void) | undefined;
  /** What the next operation fails with. */
  #error: OSError | undefined;
  #hasEnd = false;
  #hasShutDown = false;
  #isReset = false;
  #isClosed = false;

  constructor(agenda: Agenda, link: Link, sockname: SocketAddress, peername: SocketAddress) {
    const { delay = 0, bandwidth = Number.POSITIVE_INFINITY } = link;
    this.#agenda = agenda;
    this.sockname = sockname;
    this.peername = peername;
    this.#delay = delay;
    this.#bandwidth = bandwidth;
    this.#room = BUFFERS + (bandwidth < Number.POSITIVE_INFINITY ? 2 * delay * bandwidth : 0);
  }

  receive(size: number): Uint8Array | undefined {
    if (this.#unread > 0) return this.#take(size);
    this.#throwError();
    return this.#hasEnd || this.#isReset ? NOTHING : undefined;
  }

  whenReadable(callback: (() => void) | undefined): void {
    this.#onReadable = callback;
    this.#watch(this.#isReadable());
  }

  send(data: Uint8Array): number {
    this.#throwError();
    if (this.#isReset || this.#hasShutDown) throw osError('EPIPE');
    // What comes to a socket that is closed fills no buffer there.
    const isDropped = this.#delay === 0 && this.peer.#isClosed;
    const count = isDropped ? data.length : Math.min(data.length, Math.floor(this.#room));
    const step = this.#bandwidth < Number.POSITIVE_INFINITY ? PIECE : Math.max(count, 1);
    for (let begin = 0; begin < count; begin += step) {
      const piece = data.slice(begin, Math.min(begin + step, count));
      this.#deliver(piece.length, () => this.peer.#arrive(piece));
    }
    this.#room -= count;
    return count;
  }

  whenWritable(callback: (() => void) | undefined): void {
    this.#onWritable = callback;
    this.#watch(this.#isWritable());
  }

  shutdown(): void {
    if (this.#hasShutDown || this.#isReset) return;
    this.#hasShutDown = true;
    this.#deliver(0, () => this.peer.#end());
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#onReadable = undefined;
    this.#onWritable = undefined;
    this.#agenda.ready.delete(this);
    if (this.#unread > 0) this.#reset();
    else this.shutdown();
  }

  abort(): void {
    this.close();
  }

  /** Have something happen at the other end, when so many bytes have gone through the line. */
  #deliver(bytes: number, happen: () => void): void {
    const { now } = this.#agenda;
    const begin = Math.max(now, this.#lineFree);
    this.#lineFree = begin + bytes / this.#bandwidth;
    this.#happenAt(this.#lineFree + this.#delay, happen);
  }

  /** What takes no time has happened when a system call returns. */
  #happenAt(time: number, happen: () => void): void {
    if (time <= this.#agenda.now) happen();
    else this.#agenda.put(time, happen);
  }

  #arrive(data: Uint8Array): void {
    if (this.#isReset) return;
    if (this.#isClosed) {
      this.#reset();
      return;
    }
    this.#arrived.push(data);
    this.#unread += data.length;
    this.#changed();
  }

  #end(): void {
    this.#hasEnd = true;
    this.#changed();
  }

  /** Close it without having accepted it. */
  reset(): void {
    this.#isClosed = true;
    this.#reset();
  }

  /** Whether the connection was broken off. */
  get isReset(): boolean {
    return this.#isReset;
  }

  /** Break the connection off; what is under way to the other end is lost. */
  #reset(): void {
    this.#isReset = true;
    this.#happenAt(this.#agenda.now + this.#delay, () => this.peer.#broken());
  }

  #broken(): void {
    if (this.#isReset) return;
    this.#isReset = true;
    if (this.#isClosed) return;
    // As Linux has it: who has read the end already learns of it when it writes.
    if (!this.#hasEnd) this.#error = osError('ECONNRESET');
    this.#changed();
  }

  #take(size: number): Uint8Array {
    let [data] = this.#arrived as [Uint8Array];
    if (this.#arrived.length > 1) data = joined(this.#arrived);
    const rest = data.subarray(size);
    this.#arrived = rest.length > 0 ? [rest] : [];
    this.#unread = rest.length;
    const taken = data.subarray(0, size);
    this.#happenAt(this.#agenda.now + this.#delay, () => this.peer.#makeRoom(taken.length));
    return taken;
  }

  #makeRoom(bytes: number): void {
    this.#room += bytes;
    this.#changed();
  }

  #isReadable(): boolean {
    return this.#unread > 0 || this.#hasEnd || this.#isReset || this.#error !== undefined;
  }

  #isWritable(): boolean {
    return this.#room >= 1 || this.#isReset || this.#error !== undefined;
  }

  get isReady(): boolean {
    return this.#readableFor() !== undefined || this.#writableFor() !== undefined;
  }

  tell(): void {
    const [read, write] = [this.#readableFor(), this.#writableFor()];
    if (read !== undefined) this.#onReadable = undefined;
    if (write !== undefined) this.#onWritable = undefined;
    read?.();
    write?.();
  }

  /** Return whom to tell that something can be received. */
  #readableFor(): (() => void) | undefined {
    return this.#isReadable() ? this.#onReadable : undefined;
  }

  /** Return whom to tell that something can be sent. */
  #writableFor(): (() => void) | undefined {
    return this.#isWritable() ? this.#onWritable : undefined;
  }

  #changed(): void {
    if (this.isReady) this.#agenda.ready.add(this);
  }

  #watch(isReady: boolean): void {
    const { ready } = this.#agenda;
    if (this.#onReadable === undefined && this.#onWritable === undefined) ready.delete(this);
    else if (isReady) ready.add(this);
  }

  #throwError(): void {
    const error = this.#error;
    this.#error = undefined;
    if (error !== undefined) throw error;
  }
}

/** Make one piece of several. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
