/**
 * The pipes of a child process, over Node's streams.
 *
 * Nothing is read before somebody takes it and nothing is held here but what one system call moves, so
 * that a reader that does not read, and a pipe that is full, hold up whoever writes. Each end says when
 * something has moved: a virtual clock waits for a process that is at work.
 */
import type { Readable, Writable } from 'node:stream';
import { osError } from '../core/oserrors.js';
import type { ReadEnd, WriteEnd } from '../core/processes.js';

/** How many bytes are handed to Node at a time. */
const PIECE = 64 * 1024;

const NOTHING = new Uint8Array(0);

/** The end that a process writes to and the program reads from. */
export class ReadPipe implements ReadEnd {
  readonly #stream: Readable;
  readonly #moved: () => void;
  #callback: (() => void) | undefined;
  #hasSome = false;
  #isAtEnd = false;

  /** @param moved called when something has arrived, or somebody asks for more, or no more */
  constructor(stream: Readable, moved: () => void) {
    this.#stream = stream;
    this.#moved = moved;
    stream.on('readable', () => this.#arrived(false));
    stream.on('end', () => this.#arrived(true));
    stream.on('close', () => this.#arrived(true));
    // A pipe that breaks has come to its end.
    stream.on('error', () => this.#arrived(true));
  }

  /** Whether the end was reached or it was closed. */
  get isOver(): boolean {
    return this.#isAtEnd;
  }

  /** Whether somebody waits for what comes. */
  get isRead(): boolean {
    return this.#callback !== undefined;
  }

  receive(size: number): Uint8Array | undefined {
    const chunk: Buffer | null = this.#stream.read();
    if (chunk === null) {
      this.#hasSome = false;
      return this.#isAtEnd ? NOTHING : undefined;
    }
    if (chunk.length > size) this.#stream.unshift(chunk.subarray(size));
    return new Uint8Array(chunk.buffer, chunk.byteOffset, Math.min(size, chunk.length));
  }

  whenReadable(callback: (() => void) | undefined): void {
    this.#callback = callback;
    this.#moved();
    if (callback === undefined) return;
    if (this.#hasSome || this.#isAtEnd) this.#tell();
  }

  close(): void {
    this.#callback = undefined;
    this.#stream.destroy();
  }

  #arrived(isAtEnd: boolean): void {
    this.#hasSome = true;
    if (isAtEnd) this.#isAtEnd = true;
    this.#moved();
    this.#tell();
  }

  #tell(): void {
    const callback = this.#callback;
    this.#callback = undefined;
    callback?.();
  }
}

/** The end that the program writes to and a process reads from. */
export class WritePipe implements WriteEnd {
  readonly #stream: Writable;
  readonly #moved: () => void;
  #whenWritable: (() => void) | undefined;
  #whenBroken: (() => void) | undefined;
  #isBroken = false;
  #isClosed = false;

  /** @param moved called when something has gone through, or somebody hands more over */
  constructor(stream: Writable, moved: () => void) {
    this.#stream = stream;
    this.#moved = moved;
    stream.on('error', () => this.#broke());
    stream.on('close', () => this.#broke());
  }

  /** Whether the process may still be given something. */
  get isOpen(): boolean {
    return !this.#isClosed && !this.#isBroken;
  }

  /** Whether nothing goes through any more. */
  get isOver(): boolean {
    return this.#isBroken;
  }

  send(data: Uint8Array): number {
    if (this.#isBroken) throw osError('EPIPE');
    this.#moved();
    let sent = 0;
    while (sent < data.length && this.#stream.writableLength === 0) {
      const piece = data.subarray(sent, sent + PIECE);
      this.#stream.write(piece, (error) => {
        if (!error) this.#wentThrough();
      });
      sent += piece.length;
    }
    return sent;
  }

  whenWritable(callback: (() => void) | undefined): void {
    this.#whenWritable = callback;
    if (this.#stream.writableLength === 0 || this.#isBroken) this.#wentThrough();
  }

  whenBroken(callback: (() => void) | undefined): void {
    this.#whenBroken = callback;
    if (this.#isBroken) this.#broke();
  }

  close(): void {
    this.#isClosed = true;
    this.#whenBroken = undefined;
    this.#stream.end();
    this.#moved();
  }

  abort(): void {
    this.#isClosed = true;
    this.#whenBroken = undefined;
    this.#stream.destroy();
  }

  #wentThrough(): void {
    if (this.#stream.writableLength > 0 && !this.#isBroken) return;
    this.#moved();
    const callback = this.#whenWritable;
    this.#whenWritable = undefined;
    callback?.();
  }

  #broke(): void {
    this.#isBroken = true;
    this.#moved();
    const callback = this.#whenBroken;
    this.#whenBroken = undefined;
    callback?.();
    this.#wentThrough();
  }
}
