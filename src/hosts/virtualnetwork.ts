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
import { connectedPair } from './virtualsocket.js';
import { VirtualSecureSocket } from './virtualtls.js';

/** What the network needs of its host. */
export interface Agenda {
  /** The time of the clock, in seconds. */
  readonly now: number;
  /** Have something happen at an instant, between two iterations. */
  put(time: number, happen: () => void): void;
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
    const link = this.#linkTo(to);
    const { delay = 0 } = link;
    let takeBack = () => {};
    const arrive = () => {
      const listener = this.#listenerAt(to);
      if (listener === undefined || !listener.hasRoom) {
        const isThere = listener !== undefined;
        takeBack = this.#later(delay, () => answer({ error: refused(to, isThere) }));
        return;
      }
      const from: SocketAddress = typeof to === 'string' ? '' : ['127.0.0.1', this.#freePort()];
      const [client, server] = connectedPair(this.#agenda, link, from, to);
      this.#agenda.put(this.#agenda.now + 2 * delay, () => listener.connected(server));
      takeBack = this.#later(
        delay,
        () => answer({ value: client }),
        () => client.abort(),
      );
    };
    takeBack = this.#later(delay, arrive);
    return () => takeBack();
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
      const listener = new VirtualListener(place, backlog, () => {
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

  /** Have something happen after so many seconds, unless it is taken back. */
  #later(delay: number, happen: () => void, drop: () => void = () => {}): () => void {
    let isOver = false;
    this.#agenda.put(this.#agenda.now + delay, () => {
      if (isOver) return;
      isOver = true;
      happen();
    });
    return () => {
      if (!isOver) drop();
      isOver = true;
    };
  }

  #linkTo(to: SocketAddress): Link {
    if (typeof to === 'string') return {};
    return this.#options.links?.[to[0]] ?? this.#options;
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

/** A listener on every interface. */
const ALL = '0.0.0.0';

/** A socket that listens in memory. */
class VirtualListener implements Listener {
  readonly sockname: SocketAddress;
  readonly #backlog: number;
  readonly #left: () => void;
  readonly #waiting: Socket[] = [];
  #onConnected: ((outcome: NetworkOutcome<Socket>) => void) | undefined;
  #isClosed = false;

  constructor(sockname: SocketAddress, backlog: number, left: () => void) {
    this.sockname = sockname;
    this.#backlog = backlog;
    this.#left = left;
  }

  /** Linux lets one more wait than it was told. */
  get hasRoom(): boolean {
    return !this.#isClosed && this.#waiting.length <= this.#backlog;
  }

  connected(socket: Socket): void {
    if (this.#isClosed) socket.abort();
    else if (this.#onConnected === undefined) this.#waiting.push(socket);
    else this.#onConnected({ value: socket });
  }

  whenConnected(callback: (outcome: NetworkOutcome<Socket>) => void): void {
    this.#onConnected = callback;
    for (const socket of this.#waiting.splice(0)) callback({ value: socket });
  }

  close(): void {
    this.#isClosed = true;
    this.#left();
    for (const socket of this.#waiting.splice(0)) socket.abort();
  }
}

function keyOf(address: SocketAddress): string {
  return typeof address === 'string' ? address : address.join(':');
}

function refused(to: SocketAddress, isThere: boolean) {
  if (typeof to === 'string') return osError(isThere ? 'ECONNREFUSED' : 'ENOENT');
  return osError('ECONNREFUSED', { strerror: `Connect call failed ('${to[0]}', ${to[1]})` });
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
