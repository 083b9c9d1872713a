/**
 * What users see of a socket: where it is, and no way to read from it behind the transport's back.
 */
import type { SocketAddress } from '../core/network.js';
import { repr } from '../core/repr.js';

/** A socket as a transport or a server shows it (`asyncio.trsock.TransportSocket`). */
export class TransportSocket {
  readonly #socket: { readonly sockname: SocketAddress; readonly peername?: SocketAddress };

  /** @internal */
  constructor(socket: { readonly sockname: SocketAddress; readonly peername?: SocketAddress }) {
    this.#socket = socket;
  }

  /** Return where it is: `[host, port]`, or the path of a Unix socket. */
  getsockname(): SocketAddress {
    return this.#socket.sockname;
  }

  /** Return where the other end is; `undefined` for a socket that listens. */
  getpeername(): SocketAddress | undefined {
    return this.#socket.peername;
  }

  toString(): string {
    const { sockname, peername } = this.#socket;
    const peer = peername === undefined ? '' : `, raddr=${repr(peername)}`;
    return `<asyncio.TransportSocket laddr=${repr(sockname)}${peer}>`;
  }
}
