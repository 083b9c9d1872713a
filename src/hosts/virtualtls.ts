/**
 * TLS of the virtual network: its records and its round trips, without its cryptography.
 *
 * What is written goes through the link as records with a head of five bytes, and a handshake is TLS
 * 1.3's: the client's hello, the server's answer, the client's end of it, so that a client waits for a
 * round trip and a server for one. Who speaks without TLS to somebody with it is found out in the same
 * way as in the world. Nothing is encrypted and no certificate is looked at: nobody else is on the line.
 */
import type { NetworkOutcome, Socket } from '../core/network.js';
import { ConnectionResetError, SSLError } from '../core/oserrors.js';
import type { SecureSocket, TlsOrder, TlsSession } from '../core/tls.js';
import { joined } from './virtualsocket.js';

/** The kinds of records, by their first byte. */
const ALERT = 21;
const HANDSHAKE = 22;
const DATA = 23;

/** The bytes before the content of a record: its kind, the version, its length. */
const HEAD = 5;

/** The most that a record holds, in bytes. */
const LARGEST = 16 * 1024;

const NOTHING = new Uint8Array();

/** A socket that sends and receives records over another one. */
export class VirtualSecureSocket implements SecureSocket {
  readonly #plain: Socket;
  readonly #soon: (happen: () => void) => void;
  /** What has arrived and is no whole record yet. */
  #arrived: Uint8Array = NOTHING;
  /** What the other socket did not take yet. */
  #unsent: Uint8Array = NOTHING;
  #onReadable: (() => void) | undefined;
  #onWritable: (() => void) | undefined;
  #hasEnd = false;
  #hasShutDown = false;
  #protocol: string | undefined;
  /** What the next operation fails with. */
  #error: unknown;

  /** @param soon has something happen between two iterations */
  constructor(plain: Socket, soon: (happen: () => void) => void) {
    this.#plain = plain;
    this.#soon = soon;
  }

  get sockname() {
    return this.#plain.sockname;
  }

  get peername() {
    return this.#plain.peername;
  }

  get session(): TlsSession {
    const alpnProtocol = this.#protocol;
    return { version: 'TLSv1.3', cipher: undefined, peercert: undefined, alpnProtocol };
  }

  /** Shake hands; returns how to take it back. */
  shakeHands(order: TlsOrder, answer: (outcome: NetworkOutcome<SecureSocket>) => void): () => void {
    const steps = order.isServer ? this.#serve(order) : this.#ask(order);
    let isTakenBack = false;
    const go = () => {
      if (isTakenBack) return;
      try {
        if (steps.next().done) answer({ value: this });
        else this.#plain.whenReadable(go);
      } catch (error) {
        this.#plain.abort();
        answer({ error });
      }
    };
    this.#soon(go);
    return () => {
      isTakenBack = true;
      this.#plain.abort();
    };
  }

  *#ask({ context }: TlsOrder): Generator<void, void> {
    this.#sendMessage({ says: 'hello', protocols: context.ALPNProtocols });
    const { protocol } = yield* this.#message('answer');
    this.#protocol = protocol;
    this.#sendMessage({ says: 'finished' });
  }

  *#serve({ context }: TlsOrder): Generator<void, void> {
    const { protocols } = yield* this.#message('hello');
    this.#protocol = context.ALPNProtocols?.find((name) => protocols?.includes(name));
    this.#sendMessage({ says: 'answer', protocol: this.#protocol });
    yield* this.#message('finished');
  }

  /** Wait for a message of the handshake. */
  *#message(expected: Message['says']): Generator<void, Message> {
    for (;;) {
      const record = this.#nextRecord();
      if (record !== undefined) return messageIn(record, expected);
      const data = this.#plain.receive(LARGEST);
      if (data === undefined) yield;
      else if (data.length === 0) throw new ConnectionResetError();
      else this.#arrived = joined([this.#arrived, data]);
    }
  }

  receive(size: number): Uint8Array | undefined {
    this.#throwError();
    const pieces: Uint8Array[] = [];
    const data = this.#hasEnd
      ? NOTHING
      : this.#plain.receive(Math.max(size - this.#arrived.length, HEAD));
    if (data !== undefined) this.#arrived = joined([this.#arrived, data]);
    for (let record = this.#nextRecord(); record; record = this.#nextRecord()) {
      if (record.kind === ALERT) this.#hasEnd = true;
      else if (!this.#hasEnd) pieces.push(record.content);
    }
    if (pieces.length > 0) return joined(pieces);
    return this.#hasEnd || data?.length === 0 ? NOTHING : undefined;
  }

  whenReadable(callback: (() => void) | undefined): void {
    this.#onReadable = callback;
    const isReady = this.#hasEnd || this.#arrived.length >= this.#nextEnd();
    if (callback !== undefined && isReady) this.#soon(() => this.#readable());
    this.#plain.whenReadable(callback && (() => this.#readable()));
  }

  send(data: Uint8Array): number {
    let taken = 0;
    this.#flush();
    this.#throwError();
    while (taken < data.length && this.#unsent.length === 0) {
      const content = data.subarray(taken, taken + LARGEST);
      this.#sendRecord(DATA, content);
      taken += content.length;
    }
    return taken;
  }

  whenWritable(callback: (() => void) | undefined): void {
    this.#onWritable = callback;
    this.#watch();
  }

  shutdown(): void {
    if (this.#hasShutDown) return;
    this.#hasShutDown = true;
    this.#sendRecord(ALERT, Uint8Array.of(1, 0));
  }

  close(): void {
    this.#plain.close();
  }

  abort(): void {
    this.#plain.abort();
  }

  #sendMessage(message: Message): void {
    this.#sendRecord(HANDSHAKE, new TextEncoder().encode(JSON.stringify(message)));
  }

  #sendRecord(kind: number, content: Uint8Array): void {
    const { length } = content;
    const head = Uint8Array.of(kind, 3, 3, length >> 8, length & 0xff);
    this.#unsent = joined([this.#unsent, head, content]);
    this.#flush();
  }

  #flush(): void {
    if (this.#unsent.length === 0) return;
    try {
      this.#unsent = this.#unsent.subarray(this.#plain.send(this.#unsent));
    } catch (error) {
      this.#unsent = NOTHING;
      this.#error = error;
    }
    this.#watch();
  }

  /** Be called when there is more to send, or somebody wants to send more. */
  #watch(): void {
    const isWanted = this.#onWritable !== undefined || this.#unsent.length > 0;
    this.#plain.whenWritable(isWanted ? () => this.#writable() : undefined);
  }

  /** Where the first record that has arrived ends, as far as its head is known. */
  #nextEnd(): number {
    const [, , , high = 0, low = 0] = this.#arrived;
    return HEAD + (high << 8) + low;
  }

  /** @throws SSLError when it is no record. */
  #nextRecord(): TlsRecord | undefined {
    if (this.#arrived.length < HEAD) return undefined;
    const [kind = 0, version] = this.#arrived;
    if (kind < ALERT || kind > DATA || version !== 3) {
      throw new SSLError('[SSL: WRONG_VERSION_NUMBER] wrong version number');
    }
    const end = this.#nextEnd();
    if (this.#arrived.length < end) return undefined;
    const content = this.#arrived.slice(HEAD, end);
    this.#arrived = this.#arrived.subarray(end);
    return { kind, content };
  }

  #throwError(): void {
    const error = this.#error;
    this.#error = undefined;
    if (error !== undefined) throw error;
  }

  #readable(): void {
    const callback = this.#onReadable;
    this.#onReadable = undefined;
    callback?.();
  }

  #writable(): void {
    this.#flush();
    if (this.#unsent.length > 0) return;
    const callback = this.#onWritable;
    this.#onWritable = undefined;
    callback?.();
  }
}

/** @throws SSLError when it is not the one that is due. */
function messageIn({ kind, content }: TlsRecord, expected: Message['says']): Message {
  const message: Message | undefined =
    kind === HANDSHAKE ? JSON.parse(new TextDecoder().decode(content)) : undefined;
  if (message?.says === expected) return message;
  throw new SSLError('[SSL: UNEXPECTED_MESSAGE] unexpected message');
}

/** What is said in a handshake. */
interface Message {
  readonly says: 'hello' | 'answer' | 'finished';
  readonly protocols?: readonly string[] | undefined;
  readonly protocol?: string | undefined;
}

interface TlsRecord {
  readonly kind: number;
  readonly content: Uint8Array;
}
