/**
 * Making a connection: addresses are found, tried one after the other, and the first that answers
 * gets a transport (`loop.create_connection`).
 */
import type { Body } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { ValueError } from '../core/exceptions.js';
import type { Socket, SocketAddress } from '../core/network.js';
import { OSError } from '../core/oserrors.js';
import type { SSLContext } from '../core/tls.js';
import type { Protocol, Transport } from '../core/transports.js';
import { answered } from './answered.js';
import {
  refuseWithoutTls,
  shakeHands,
  type TlsTerms,
  type TlsTimeouts,
  termsOf,
} from './handshakes.js';
import { type Attached, SocketTransport } from './sockettransport.js';
import { SSLTransport } from './ssltransport.js';

/** Where nobody says which host: this machine, and nothing beyond it. */
export const LOOPBACK = '127.0.0.1';

/** What a client says of TLS. */
export interface ClientTls extends TlsTimeouts {
  /** What it shows and whom it trusts; `true` is the default context. Without it, there is no TLS. */
  readonly ssl?: SSLContext | boolean | undefined;
  /** The name that the server's certificate must have; the host that is connected to by default. */
  readonly serverHostname?: string | undefined;
}

/** Find the addresses of a host; an address stands for itself, without asking. */
export function* resolve(loop: EventLoop, host: string, label: string) {
  if (isAddress(host)) return [host];
  const { network } = loop.host;
  return yield* answered<readonly string[]>(
    loop,
    label,
    (answer) => network.resolve(host, answer),
    () => {},
  );
}

/** Connect to a host and port. */
export function* connectTcp(
  loop: EventLoop,
  protocol: Protocol,
  host: string | undefined,
  port: number | undefined,
  tls: ClientTls,
) {
  const terms = clientTerms(
    tls,
    host,
    'You must set server_hostname when using ssl without a host',
  );
  if (host === undefined && port === undefined) {
    throw new ValueError('host and port was not specified and no sock specified');
  }
  const addresses = yield* resolve(loop, host || LOOPBACK, 'openConnection()');
  const socket = yield* connectToFirst(loop, addresses, port ?? 0);
  return yield* transportFor(loop, socket, protocol, { terms });
}

/** Connect to the first address that answers. */
function* connectToFirst(loop: EventLoop, addresses: readonly string[], port: number) {
  const errors: OSError[] = [];
  for (const address of addresses) {
    try {
      return yield* connectSocket(loop, [address, port], 'openConnection()');
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      errors.push(error);
    }
  }
  throw combined(errors);
}

/** Connect to the path of a Unix socket. */
export function* connectUnix(
  loop: EventLoop,
  protocol: Protocol,
  path: string | undefined,
  tls: ClientTls,
) {
  const terms = clientTerms(tls, undefined, 'you have to pass server_hostname when using ssl');
  if (path === undefined) throw new ValueError('no path and sock were specified');
  const socket = yield* connectSocket(loop, path, 'openUnixConnection()');
  return yield* transportFor(loop, socket, protocol, { terms });
}

function clientTerms(tls: ClientTls, host: string | undefined, noName: string) {
  const { ssl, serverHostname = host || undefined } = tls;
  if (ssl === undefined || ssl === false) {
    refuseWithoutTls(tls);
    return undefined;
  }
  if (serverHostname === undefined) throw new ValueError(noName);
  return termsOf(ssl === true ? {} : ssl, false, serverHostname, tls);
}

function connectSocket(loop: EventLoop, to: SocketAddress, label: string) {
  return answered<Socket>(
    loop,
    label,
    (answer) => loop.host.network.connect(to, answer),
    (socket) => socket.abort(),
  );
}

/** Make the transport of a connected socket, and wait until its protocol knows of it. */
export function* transportFor(
  loop: EventLoop,
  socket: Socket,
  protocol: Protocol,
  {
    server,
    terms,
    isUpgrade = false,
  }: {
    readonly server?: Attached | undefined;
    readonly terms?: TlsTerms | undefined;
    readonly isUpgrade?: boolean;
  },
): Body<Transport> {
  const secured = terms && (yield* shakeHands(loop, socket, terms));
  const waiter = loop.createFuture<void>();
  const options = { server, waiter, isUpgrade };
  const transport =
    secured === undefined
      ? new SocketTransport(loop, socket, protocol, options)
      : new SSLTransport(loop, secured, protocol, { ...options, ...(terms as TlsTerms) });
  let isThere = false;
  try {
    yield* waiter;
    isThere = true;
  } finally {
    if (!isThere) transport.close();
  }
  return transport;
}

/** Make one error of those of several addresses. */
function combined(errors: readonly OSError[]): OSError {
  const [first] = errors;
  const isOne = errors.every(({ message }) => message === first?.message);
  if (isOne && first !== undefined) return first;
  return new OSError(`Multiple exceptions: ${errors.map(({ message }) => message).join(', ')}`);
}

/** Tell an IP address from a name. */
function isAddress(host: string): boolean {
  return /^\d+(\.\d+){3}$/.test(host) || host.includes(':');
}
