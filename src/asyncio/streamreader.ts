/**
 * The reading end of a stream: bytes that have arrived, and the one task that waits for more.
 *
 * Nothing leaves the buffer before a read is sure of its result, so a reader that is cancelled in the
 * middle has lost nothing. When the buffer holds more than twice the limit the transport is paused, and
 * it goes on when a read has made room or cannot be served without more.
 */
import { type Body, type Coroutine, namedCoroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import {
  AssertionError,
  IncompleteReadError,
  LimitOverrunError,
  RuntimeError,
  ValueError,
} from '../core/exceptions.js';
import type { Future } from '../core/futures.js';
import { type Keyword, keyword } from '../core/keyword.js';
import { compared } from '../core/operands.js';
import { repr } from '../core/repr.js';
import { getEventLoop } from '../core/running.js';
import type { ReadTransport } from '../core/transports.js';
import { ByteBuffer } from './bytebuffer.js';

/** The longest line that is read, in bytes, where nothing else is said. */
export const DEFAULT_LIMIT = 2 ** 16;

/** What a stream reader can be told when it is made. */
export interface StreamReaderOptions {
  /** The longest line that is read, in bytes; 64 KiB by default. Twice as much is held at most. */
  readonly limit?: number | undefined;
  /** The loop that it belongs to; the running one by default. */
  readonly loop?: EventLoop | undefined;
}

const NEWLINE = Uint8Array.of(10);
const NOTHING = new Uint8Array();

/**
 * The reading end of a stream (`asyncio.StreamReader`).
 *
 * `openConnection` makes one, and a server for each client. It is a source for `asyncFor`, line by line.
 *
 * @example
 * const [reader, writer] = yield* openConnection('127.0.0.1', 8080);
 * const line = yield* reader.readline();
 * yield* asyncFor(reader, function* (line) {
 *   print(line);
 * });
 */
export class StreamReader {
  readonly #limit: number;
  readonly #loop: EventLoop;
  readonly #buffer = new ByteBuffer();
  #transport: Pick<ReadTransport, 'pauseReading' | 'resumeReading'> | undefined;
  #waiter: Future<void> | undefined;
  #exception: unknown;
  #hasEof = false;
  #isPaused = false;

  /**
   * @throws ValueError when the limit is not above 0.
   * @throws TypeError when it is no number.
   */
  constructor(options: StreamReaderOptions = {}) {
    const { limit = DEFAULT_LIMIT, loop = getEventLoop() } = options;
    this.#limit = compared(limit, '<=', 'int', 'a number of bytes');
    if (this.#limit <= 0) throw new ValueError('Limit cannot be <= 0');
    this.#loop = loop;
  }

  /** Return the exception that was set, if one was (`StreamReader.exception`). */
  exception(): unknown {
    return this.#exception;
  }

  /** Have every read from now on throw an exception, and the one that waits (`set_exception`). */
  setException(exception: unknown): void {
    this.#exception = exception;
    const waiter = this.#waiter;
    this.#waiter = undefined;
    if (waiter !== undefined && !waiter.done()) waiter.setException(exception);
  }

  /** Say which transport is to be paused when too much arrives (`StreamReader.set_transport`). */
  setTransport(transport: Pick<ReadTransport, 'pauseReading' | 'resumeReading'>): void {
    if (this.#transport !== undefined) throw new AssertionError('Transport already set');
    this.#transport = transport;
  }

  /** @internal Go on with another transport, which is not paused. */
  replaceTransport(transport: Pick<ReadTransport, 'pauseReading' | 'resumeReading'>): void {
    this.#transport = transport;
    this.#isPaused = false;
  }

  /** Tell whether the end has come and everything was read (`StreamReader.at_eof`). */
  atEof(): boolean {
    return this.#hasEof && this.#buffer.length === 0;
  }

  /** Say that nothing more will come (`StreamReader.feed_eof`). */
  feedEof(): void {
    this.#hasEof = true;
    this.#wakeUpWaiter();
  }

  /**
   * Add bytes that have arrived (`StreamReader.feed_data`).
   *
   * @throws TypeError when it is given anything else, a string say.
   */
  feedData(data: Uint8Array): void {
    if (this.#hasEof) throw new AssertionError('feed_data after feed_eof');
    if (data.length === 0) return;
    if (!(data instanceof Uint8Array)) {
      throw new TypeError(`bytes were expected, a Uint8Array, got ${repr(data)}`);
    }
    this.#buffer.push(data);
    this.#wakeUpWaiter();
    if (this.#transport !== undefined && !this.#isPaused && this.#buffer.length > 2 * this.#limit) {
      this.#transport.pauseReading();
      this.#isPaused = true;
    }
  }

  /**
   * Read at most so many bytes, as soon as there are any; all until the end without a number
   * (`StreamReader.read`).
   *
   * The end of the stream gives no bytes.
   *
   * @param n how many bytes at most; -1, the default, is all there are until the end
   * @example
   * const head = yield* reader.read(100);
   */
  read(n: Keyword<'n', number> = -1): Coroutine<Uint8Array> {
    return namedCoroutine('StreamReader.read', this.#read(keyword(n, 'n', 'StreamReader.read')));
  }

  /**
   * Read exactly so many bytes (`StreamReader.readexactly`).
   *
   * @throws IncompleteReadError when the end comes first: `partial` is what there was.
   * @throws ValueError when the number is below 0.
   */
  readexactly(n: Keyword<'n', number>): Coroutine<Uint8Array> {
    return namedCoroutine(
      'StreamReader.readexactly',
      this.#readexactly(keyword(n, 'n', 'StreamReader.readexactly')),
    );
  }

  /**
   * Read a line, with its newline (`StreamReader.readline`).
   *
   * At the end it gives what there is, without one, and then no bytes.
   *
   * @throws ValueError when the line is longer than the limit; that much of it is dropped.
   */
  readline(): Coroutine<Uint8Array> {
    return namedCoroutine('StreamReader.readline', this.#readline());
  }

  /**
   * Read up to a separator, with the separator (`StreamReader.readuntil`).
   *
   * Of several separators the one that ends first counts.
   *
   * @param separator bytes, or a list of such; a newline by default
   * @throws IncompleteReadError when the end comes first: `partial` is what there was.
   * @throws LimitOverrunError when it is further away than the limit; nothing is read then.
   * @throws ValueError when a separator is empty, or there is none.
   */
  readuntil(
    separator: Keyword<'separator', Uint8Array | readonly Uint8Array[]> = NEWLINE,
  ): Coroutine<Uint8Array> {
    const bytes = keyword(separator, 'separator');
    return namedCoroutine('StreamReader.readuntil', this.#readuntil(bytes));
  }

  /** Give the next line, or the end; for `asyncFor`. */
  anext(): Coroutine<IteratorResult<Uint8Array, undefined>> {
    return namedCoroutine('StreamReader.__anext__', this.#next());
  }

  *#read(n: unknown): Body<Uint8Array> {
    if (this.#exception !== undefined) throw this.#exception;
    const most = compared(n, '<', 'int', 'a number of bytes');
    if (most === 0) return NOTHING;
    if (most < 0) return yield* this.#readAll();
    if (this.#buffer.length === 0 && !this.#hasEof) yield* this.#waitForData('read');
    return this.#take(most);
  }

  *#readAll(): Body<Uint8Array> {
    const blocks: Uint8Array[] = [];
    for (;;) {
      const block = yield* this.read(this.#limit);
      if (block.length === 0) return join(blocks);
      blocks.push(block);
    }
  }

  *#readexactly(n: unknown): Body<Uint8Array> {
    const size = compared(n, '<', 'int', 'a number of bytes');
    if (size < 0) throw new ValueError('readexactly size can not be less than zero');
    if (this.#exception !== undefined) throw this.#exception;
    if (size === 0) return NOTHING;
    while (this.#buffer.length < size) {
      if (this.#hasEof) throw new IncompleteReadError(this.#takeAll(), size);
      yield* this.#waitForData('readexactly');
    }
    return this.#take(size);
  }

  *#readline(): Body<Uint8Array> {
    try {
      return yield* this.readuntil(NEWLINE);
    } catch (error) {
      if (error instanceof IncompleteReadError) return error.partial;
      if (!(error instanceof LimitOverrunError)) throw error;
      const isWhole = this.#buffer.has(NEWLINE, error.consumed);
      this.#buffer.take(isWhole ? error.consumed + 1 : this.#buffer.length);
      this.#maybeResumeTransport();
      throw new ValueError(error.message);
    }
  }

  *#readuntil(separator: Uint8Array | readonly Uint8Array[]): Body<Uint8Array> {
    const separators = checkSeparators(separator);
    if (this.#exception !== undefined) throw this.#exception;
    const shortest = (separators[0] as Uint8Array).length;
    const longest = (separators.at(-1) as Uint8Array).length;
    // Before this offset no separator begins.
    let offset = 0;
    let match: Match | undefined;
    for (;;) {
      const { length } = this.#buffer;
      if (length - offset >= shortest) {
        match = this.#findFirst(separators, offset);
        if (match !== undefined) break;
        offset = Math.max(0, length + 1 - longest);
        if (offset > this.#limit) {
          throw new LimitOverrunError('Separator is not found, and chunk exceed the limit', offset);
        }
      }
      if (this.#hasEof) throw new IncompleteReadError(this.#takeAll(), undefined);
      yield* this.#waitForData('readuntil');
    }
    if (match.start > this.#limit) {
      throw new LimitOverrunError(
        'Separator is found, but chunk is longer than limit',
        match.start,
      );
    }
    return this.#take(match.end);
  }

  *#next(): Body<IteratorResult<Uint8Array, undefined>> {
    const line = yield* this.readline();
    return line.length === 0 ? { done: true, value: undefined } : { done: false, value: line };
  }

  /** Find the separator that ends first; of those that end together, the first one given. */
  #findFirst(separators: readonly Uint8Array[], offset: number): Match | undefined {
    let first: Match | undefined;
    for (const separator of separators) {
      const start = this.#buffer.find(separator, offset);
      const end = start + separator.length;
      if (start !== -1 && (first === undefined || end < first.end)) first = { start, end };
    }
    return first;
  }

  #waitForData(method: string): Coroutine<void> {
    return namedCoroutine('StreamReader._wait_for_data', this.#untilFed(method));
  }

  *#untilFed(method: string) {
    if (this.#waiter !== undefined) {
      throw new RuntimeError(
        `${method}() called while another coroutine is already waiting for incoming data`,
      );
    }
    // What is paused would never bring what is waited for.
    if (this.#isPaused) this.#resumeTransport();
    const waiter = this.#loop.createFuture<void>();
    waiter.label = `StreamReader.${method}()`;
    this.#waiter = waiter;
    try {
      yield* waiter;
    } finally {
      this.#waiter = undefined;
    }
  }

  #wakeUpWaiter(): void {
    const waiter = this.#waiter;
    this.#waiter = undefined;
    if (waiter !== undefined && !waiter.done()) waiter.setResult();
  }

  #take(count: number): Uint8Array {
    const data = this.#buffer.take(count);
    this.#maybeResumeTransport();
    return data;
  }

  /** Take what is there at the end; there is nothing to resume any more. */
  #takeAll(): Uint8Array {
    return this.#buffer.take(this.#buffer.length);
  }

  #maybeResumeTransport(): void {
    if (this.#isPaused && this.#buffer.length <= this.#limit) this.#resumeTransport();
  }

  #resumeTransport(): void {
    this.#isPaused = false;
    this.#transport?.resumeReading();
  }

  toString(): string {
    const info = ['StreamReader'];
    if (this.#buffer.length > 0) info.push(`${this.#buffer.length} bytes`);
    if (this.#hasEof) info.push('eof');
    if (this.#limit !== DEFAULT_LIMIT) info.push(`limit=${repr(this.#limit)}`);
    if (this.#waiter !== undefined) info.push(`waiter=${this.#waiter}`);
    if (this.#exception !== undefined) info.push(`exception=${repr(this.#exception)}`);
    if (this.#transport !== undefined) info.push(`transport=${this.#transport}`);
    if (this.#isPaused) info.push('paused');
    return `<${info.join(' ')}>`;
  }
}

/** Where a separator was found. */
interface Match {
  readonly start: number;
  readonly end: number;
}

/** Return the separators, the shortest first. */
function checkSeparators(separator: Uint8Array | readonly Uint8Array[]): readonly Uint8Array[] {
  const separators =
    separator instanceof Uint8Array
      ? [separator]
      : [...separator].sort((a, b) => a.length - b.length);
  if (separators.length === 0) {
    throw new ValueError('Separator should contain at least one element');
  }
  if (separators[0]?.length === 0) {
    throw new ValueError('Separator should be at least one-byte string');
  }
  return separators;
}

function join(blocks: readonly Uint8Array[]): Uint8Array {
  const [first] = blocks;
  if (blocks.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let end = 0;
  for (const block of blocks) {
    whole.set(block, end);
    end += block.length;
  }
  return whole;
}
