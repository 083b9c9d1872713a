/**
 * The two halves of a connection, as asyncio has them: transport and protocol.
 *
 * A transport moves bytes and knows nothing of what they mean; a protocol is told of them. The
 * transport calls `connectionMade` once, then `dataReceived` as often as there are bytes, `eofReceived`
 * when the other side has no more to say, and `connectionLost` once, at the very end. When it holds more
 * than its high-water mark it asks the protocol to pause, and to go on when it holds little again.
 */

/** What a protocol is told by a transport (`asyncio.Protocol`). */
export interface Protocol {
  /** The connection is there. */
  connectionMade(transport: Transport): void;
  /** Bytes have arrived. */
  dataReceived(data: Uint8Array): void;
  /** The other side has no more to say; `true` keeps the connection open for writing. */
  eofReceived(): boolean | undefined;
  /** The connection is over: closed with `undefined`, or broken by an error. */
  connectionLost(error: unknown): void;
  /** The transport holds more than its high-water mark. */
  pauseWriting(): void;
  /** The transport holds no more than its low-water mark again. */
  resumeWriting(): void;
}

/** What every transport can do (`asyncio.BaseTransport`). */
export interface BaseTransport {
  /** Close it: what it holds is still sent, nothing more is received. */
  close(): void;
  /** Tell whether it is closed or about to be. */
  isClosing(): boolean;
  /** Return what is known of the connection: `peername`, `sockname`, `socket`. */
  getExtraInfo(name: string, fallback?: unknown): unknown;
  /** Have another protocol told from now on. */
  setProtocol(protocol: Protocol): void;
  getProtocol(): Protocol;
}

/** A transport that receives (`asyncio.ReadTransport`). */
export interface ReadTransport extends BaseTransport {
  /** Tell whether it receives at the moment. */
  isReading(): boolean;
  /** Receive no more until `resumeReading`. */
  pauseReading(): void;
  resumeReading(): void;
}

/** A transport that sends (`asyncio.WriteTransport`). */
export interface WriteTransport extends BaseTransport {
  /** Send bytes; what cannot be sent at once is held. They must not be changed afterwards. */
  write(data: Uint8Array): void;
  /** Send several pieces. */
  writelines(pieces: Iterable<Uint8Array>): void;
  /** Say that nothing more will be written; receiving goes on. */
  writeEof(): void;
  canWriteEof(): boolean;
  /** Close it at once: what it holds is lost. */
  abort(): void;
  /** How many bytes it holds. */
  getWriteBufferSize(): number;
  /** The low-water and the high-water mark, in bytes. */
  getWriteBufferLimits(): readonly [low: number, high: number];
  /** Set the marks, in bytes; 64 KiB and a quarter of that by default. */
  setWriteBufferLimits(limits?: { readonly high?: number; readonly low?: number }): void;
}

/** A transport that receives and sends (`asyncio.Transport`). */
export interface Transport extends ReadTransport, WriteTransport {}
