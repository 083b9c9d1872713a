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
    const info = [kindOf(sockname)];
    if (sockname.length > 0) info.push(`laddr=${shown(sockname)}`);
    if (peername !== undefined && peername.length > 0) info.push(`raddr=${shown(peername)}`);
    return `<asyncio.TransportSocket ${info.join(', ')}>`;
  }
}

/** Say in Linux's numbers what kind of socket it is: its family, that it is a stream, its protocol. */
function kindOf(address: SocketAddress): string {
  if (typeof address === 'string') return 'family=1, type=1, proto=0';
  return `family=${address[0].includes(':') ? 10 : 2}, type=1, proto=6`;
}

/** An address is a tuple in CPython, or a path. */
function shown(address: SocketAddress): string {
  return typeof address === 'string' ? address : `(${repr(address[0])}, ${address[1]})`;
}
