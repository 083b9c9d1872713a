/**
 * The network of the virtual host: in memory, deterministic, with links that take time.
 *
 * It behaves as Linux does on a loopback device that was given a delay and a bandwidth. A connection is
 * there for the client after a round trip, and for the server half a trip later. Whoever closes a socket
 * with bytes unread, or is written to after closing, resets the connection. Everything happens on the
 * agenda of the host, between two iterations of its loops; nothing of it keeps a clock from jumping, so
 * a server that waits for clients that cannot come is found to be deadlocked.
 */

import { ValueError } from '../core/exceptions.js';
import type {
  Link,
  Listener,
  ListenOptions,
  Network,
  NetworkOptions,
  NetworkOutcome,
  Socket,
  SocketAddress,
} from '../core/network.js';
import { osError } from '../core/oserrors.js';
import type { SecureSocket, TlsOrder } from '../core/tls.js';
import type { Pollable, ReadyList } from './readylist.js';
import { connectedPair, type VirtualSocket } from './virtualsocket.js';
import { VirtualSecureSocket } from './virtualtls.js';

/** What the network needs of its host. */
export interface Agenda {
  /** The time of the clock, in seconds. */
  readonly now: number;
  /** Have something happen at an instant, between two iterations. */
  put(time: number, happen: () => void): void;
  /** What is told of between two iterations. */
  readonly ready: ReadyList;
}

/** The first port that is given to whoever asks for any. */
const FIRST_FREE_PORT = 49152;

/** A network in memory. */
export class VirtualNetwork implements Network {
  readonly #agenda: Agenda;
  readonly #options: NetworkOptions;
  readonly #listeners = new Map<string, VirtualListener>();
  #nextPort = FIRST_FREE_PORT;

  /** @throws ValueError when a delay is below 0, or a bandwidth not above 0. */
  constructor(agenda: Agenda, options: NetworkOptions = {}) {
    this.#agenda = agenda;
    this.#options = options;
    for (const link of [options, ...Object.values(options.links ?? {})]) checkLink(link);
  }

  /** A name stands for a host of its own. */
  resolve(host: string, answer: (outcome: NetworkOutcome<readonly string[]>) => void): () => void {
    return this.#later(0, () => answer({ value: [host === 'localhost' ? '127.0.0.1' : host] }));
  }

  connect(to: SocketAddress, answer: (outcome: NetworkOutcome<Socket>) => void): () => void {
    if (typeof to === 'string') {
      // A Unix socket is connected, or refused, at once.
      answer(this.#arrive(to, {}));
      return () => {};
    }
    const settle = (outcome: NetworkOutcome<VirtualSocket>) => {
      const isReset = 'value' in outcome && outcome.value.isReset;
      answer(isReset ? { error: failed('ECONNRESET', to) } : outcome);
    };
    const link = this.#options.links?.[to[0]] ?? this.#options;
    const { delay = 0 } = link;
    let takeBack = () => {};
    const arrive = () => {
      const outcome = this.#arrive(to, link);
      takeBack = this.#later(
        delay,
        () => settle(outcome),
        () => 'value' in outcome && outcome.value.abort(),
      );
    };
    if (delay > 0) takeBack = this.#later(delay, arrive);
    else arrive();
    return () => takeBack();
  }

  /** Find out who listens there, and make a connection; the listener learns of it a round trip later. */
  #arrive(to: SocketAddress, link: Link): NetworkOutcome<VirtualSocket> {
    const listener = this.#listenerAt(to);
    if (!listener?.hasRoom) return { error: refused(to, listener !== undefined) };
    const from: SocketAddress = typeof to === 'string' ? '' : ['127.0.0.1', this.#freePort()];
    const [client, server] = connectedPair(this.#agenda, link, from, to);
    const { delay = 0 } = link;
    if (delay > 0) {
      this.#agenda.put(this.#agenda.now + 2 * delay, () => listener.connected(server));
    } else {
      listener.connected(server);
    }
    return { value: client };
  }

  listen(
    at: SocketAddress,
    { backlog, cleanupSocket }: ListenOptions,
    answer: (outcome: NetworkOutcome<Listener>) => void,
  ): () => void {
    const place: SocketAddress =
      typeof at === 'string' || at[1] !== 0 ? at : [at[0], this.#freePort()];
    const key = keyOf(place);
    if (typeof at !== 'string' && this.#listeners.has(key)) {
      answer({ error: osError('EADDRINUSE') });
    } else {
      const listener = new VirtualListener(this.#agenda.ready, place, backlog, () => {
        if (cleanupSocket && this.#listeners.get(key) === listener) this.#listeners.delete(key);
      });
      this.#listeners.set(key, listener);
      answer({ value: listener });
    }
    return () => {};
  }

  secure(
    socket: Socket,
    order: TlsOrder,
    answer: (outcome: NetworkOutcome<SecureSocket>) => void,
  ): () => void {
    const soon = (happen: () => void) => this.#agenda.put(this.#agenda.now, happen);
    return new VirtualSecureSocket(socket, soon).shakeHands(order, answer);
  }

  /** Have something become ready after so many seconds and told of, unless it is taken back. */
  #later(delay: number, happen: () => void, drop: () => void = () => {}): () => void {
    const { ready, now } = this.#agenda;
    const answer = new Answer(happen);
    if (delay > 0) this.#agenda.put(now + delay, () => ready.add(answer));
    else ready.add(answer);
    return () => {
      if (answer.isReady) drop();
      answer.isReady = false;
    };
  }

  #listenerAt(to: SocketAddress): VirtualListener | undefined {
    const found = this.#listeners.get(keyOf(to));
    return found ?? (typeof to === 'string' ? undefined : this.#listeners.get(keyOf([ALL, to[1]])));
  }

  #freePort(): number {
    const port = this.#nextPort;
    this.#nextPort += 1;
    return port;
  }
}

/** Something that is told of once. */
class Answer implements Pollable {
  isReady = true;
  readonly #happen: () => void;

  constructor(happen: () => void) {
    this.#happen = happen;
  }

  tell(): void {
    this.isReady = false;
    this.#happen();
  }
}

/** A listener on every interface. */
const ALL = '0.0.0.0';

/** A socket that listens in memory. */
class VirtualListener implements Listener, Pollable {
  readonly sockname: SocketAddress;
  readonly #ready: ReadyList;
  readonly #backlog: number;
  readonly #left: () => void;
  readonly #waiting: VirtualSocket[] = [];
  #isAccepting = false;
  #onReadable: (() => void) | undefined;
  #isClosed = false;

  constructor(ready: ReadyList, sockname: SocketAddress, backlog: number, left: () => void) {
    this.#ready = ready;
    this.sockname = sockname;
    this.#backlog = backlog;
    this.#left = left;
  }

  /** Linux lets one more wait than it was told; whoever accepts makes room in time. */
  get hasRoom(): boolean {
    if (this.#isClosed) return false;
    return this.#isAccepting || this.#waiting.length <= this.#backlog;
  }

  connected(socket: VirtualSocket): void {
    if (this.#isClosed) {
      socket.reset();
      return;
    }
    this.#waiting.push(socket);
    if (this.isReady) this.#ready.add(this);
  }

  whenReadable(callback: (() => void) | undefined): void {
    this.#onReadable = callback;
    this.#isAccepting = callback !== undefined;
    if (callback === undefined) this.#ready.delete(this);
    else if (this.isReady) this.#ready.add(this);
  }

  accept(): Socket | undefined {
    return this.#waiting.shift();
  }

  get isReady(): boolean {
    return this.#onReadable !== undefined && this.#waiting.length > 0;
  }

  tell(): void {
    const callback = this.#onReadable;
    this.#onReadable = undefined;
    callback?.();
  }

  close(): void {
    this.#isClosed = true;
    this.whenReadable(undefined);
    this.#left();
    for (const socket of this.#waiting.splice(0)) socket.reset();
  }
}

function keyOf(address: SocketAddress): string {
  return typeof address === 'string' ? address : address.join(':');
}

function refused(to: SocketAddress, isThere: boolean) {
  if (typeof to === 'string') return osError(isThere ? 'ECONNREFUSED' : 'ENOENT');
  return failed('ECONNREFUSED', to);
}

function failed(code: string, [host, port]: Exclude<SocketAddress, string>) {
  return osError(code, { strerror: `Connect call failed ('${host}', ${port})` });
}

function checkLink({ delay = 0, bandwidth = Number.POSITIVE_INFINITY }: Link): void {
  if (!(delay >= 0 && delay < Number.POSITIVE_INFINITY)) {
    throw new ValueError(`the delay of a link must be 0 or more seconds, not ${delay}`);
  }
  if (!(bandwidth > 0)) {
    throw new ValueError(
      `the bandwidth of a link must be above 0 bytes a second, not ${bandwidth}`,
    );
  }
}
