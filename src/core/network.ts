/**
 * The port to a network: sockets that never block.
 *
 * It is what CPython's selector loop has of the operating system: a socket takes what it can and gives
 * what it has, and tells once, when asked, that it can take or give again. All that is asyncio's stands
 * above it, so that the real network and a simulated one differ in nothing but this.
 */

import type { SecureSocket, TlsOrder } from './tls.js';

/** Where a socket is: host and port, or the path of a Unix socket. */
export type SocketAddress = readonly [host: string, port: number] | string;

/** Something that can be received from and sent to: a connected socket, or a pipe. */
export interface Socket {
  /** Where it is itself; the empty string for a Unix socket without a name. */
  readonly sockname: SocketAddress;
  /** Where the other end is. */
  readonly peername: SocketAddress;
  /**
   * Take what has arrived, at most so many bytes: none at the end, `undefined` when there is nothing yet.
   *
   * @throws OSError when the connection broke.
   */
  receive(size: number): Uint8Array | undefined;
  /** Call a function once, when there is something to take or the end is there; nothing with `undefined`. */
  whenReadable(callback: (() => void) | undefined): void;
  /**
   * Hand bytes over; returns how many were taken.
   *
   * @throws OSError when the connection broke.
   */
  send(data: Uint8Array): number;
  /** Call a function once, when more would be taken; nothing with `undefined`. */
  whenWritable(callback: (() => void) | undefined): void;
  /** Say that nothing more will be sent. */
  shutdown(): void;
  /** Let go of it; what was taken is still delivered. */
  close(): void;
  /** Let go of it at once, whatever is under way. */
  abort(): void;
}

/** How a socket listens. */
export interface ListenOptions {
  /** How many connections may wait to be accepted. */
  readonly backlog: number;
  /** Whether the path of a Unix socket goes when it is closed, unless it is another's by then. */
  readonly cleanupSocket: boolean;
}

/** A socket that waits for connections. */
export interface Listener {
  readonly sockname: SocketAddress;
  /** Call a function once, when there is a connection to accept; nothing with `undefined`. */
  whenReadable(callback: (() => void) | undefined): void;
  /**
   * Take the connection that has waited longest; `undefined` when there is none.
   *
   * @throws OSError what kept one away.
   */
  accept(): Socket | undefined;
  close(): void;
}

/** How something that was asked of a network ended. */
export type NetworkOutcome<T> = { readonly value: T } | { readonly error: unknown };

/** What connects programs. Each request is answered once, and can be taken back before that. */
export interface Network {
  /** Find the addresses of a host: one at least. */
  resolve(host: string, answer: (outcome: NetworkOutcome<readonly string[]>) => void): () => void;
  /** Connect to where somebody listens. */
  connect(to: SocketAddress, answer: (outcome: NetworkOutcome<Socket>) => void): () => void;
  /**
   * Listen for connections; port 0 is any that is free.
   *
   * A Unix socket takes the path from one that is there already.
   */
  listen(
    at: SocketAddress,
    options: ListenOptions,
    answer: (outcome: NetworkOutcome<Listener>) => void,
  ): () => void;
  /**
   * Shake hands over a connected socket that nobody listens to any more, and go on over TLS.
   *
   * The socket belongs to the network from then on: when it fails or is taken back, it is closed.
   */
  secure(
    socket: Socket,
    order: TlsOrder,
    answer: (outcome: NetworkOutcome<SecureSocket>) => void,
  ): () => void;
}

/** How long bytes are under way between two hosts of a virtual network. */
export interface Link {
  /** How long each byte takes from one end to the other, in seconds; 0 by default. */
  readonly delay?: number;
  /** How many bytes go through in a second, in each direction; without limit by default. */
  readonly bandwidth?: number;
}

/**
 * What a virtual network is like.
 *
 * @example
 * const network = { delay: 0.02, bandwidth: 1e6, links: { 'db.example': { delay: 0.1 } } };
 * await run(main(), { clock: 'virtual', network });
 */
export interface NetworkOptions extends Link {
  /** Links of their own, by the host that is connected to; Unix sockets take no time. */
  readonly links?: Readonly<Record<string, Link>>;
}
