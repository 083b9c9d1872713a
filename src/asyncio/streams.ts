/**
 * Streams: connections and servers for coroutines, which read and write instead of being called back.
 */
import { type Body, type Coroutine, namedCoroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { byName } from '../core/keyword.js';
import { getRunningLoop } from '../core/running.js';
import type { Protocol, Transport } from '../core/transports.js';
import { type ClientTls, connectTcp, connectUnix } from './connections.js';
import {
  createServer,
  createUnixServer,
  type Server,
  type ServerOptions,
  type UnixServerOptions,
} from './servers.js';
import { type ClientConnected, StreamReaderProtocol } from './streamprotocol.js';
import { StreamReader } from './streamreader.js';
import { StreamWriter } from './streamwriter.js';

/** What a connection can be told when it is made. */
export interface ConnectionOptions extends ReaderOptions, ClientTls {}

/** A connection over TCP, all by name. */
interface TcpConnection extends ConnectionOptions {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
}

/** A server over TCP, all by name. */
interface TcpServer extends StreamServerOptions {
  readonly host?: string | readonly string[] | undefined;
  readonly port?: number | undefined;
}

/** A Unix socket, by name. */
interface UnixSocket {
  readonly path?: string | undefined;
}

/** What the reader of a connection can be told. */
interface ReaderOptions {
  /** The longest line that it reads, in bytes; 64 KiB by default. */
  readonly limit?: number | undefined;
}

/** What a server of streams can be told when it is made. */
export interface StreamServerOptions extends ServerOptions, ReaderOptions {}

/** A server of streams over a Unix socket. */
interface UnixStreamServerOptions extends UnixServerOptions, ReaderOptions {}

/** The two ends of a connection: one to read from, one to write to. */
export type Streams = [reader: StreamReader, writer: StreamWriter];

/**
 * Connect to a server over TCP (`asyncio.open_connection`).
 *
 * @param host a name or an address; this machine, 127.0.0.1, by default
 * @throws ConnectionRefusedError when nobody listens there.
 * @throws OSError when it cannot be reached; with `ssl` also SSLError.
 * @example
 * const [reader, writer] = yield* openConnection('127.0.0.1', 8080);
 * writer.write(new TextEncoder().encode('GET / HTTP/1.0\r\n\r\n'));
 * const answer = yield* reader.read();
 * writer.close();
 * yield* writer.waitClosed();
 * const others = yield* openConnection({ host: '127.0.0.1', port: 8080, limit: 1024 });
 */
export function openConnection(
  host?: string,
  port?: number,
  options?: ConnectionOptions,
): Coroutine<Streams>;
export function openConnection(target: TcpConnection): Coroutine<Streams>;
export function openConnection(...args: readonly unknown[]): Coroutine<Streams> {
  const target: TcpConnection = byName(['host', 'port'], args);
  const connect = (loop: EventLoop, protocol: Protocol) =>
    connectTcp(loop, protocol, target.host, target.port, target);
  return namedCoroutine('open_connection', open(connect, target));
}

/**
 * Connect to a server over a Unix socket (`asyncio.open_unix_connection`).
 *
 * @param path the path of the socket
 * @throws FileNotFoundError when there is no such socket.
 * @throws ConnectionRefusedError when nobody listens on it.
 */
export function openUnixConnection(path?: string, options?: ConnectionOptions): Coroutine<Streams>;
export function openUnixConnection(target: ConnectionOptions & UnixSocket): Coroutine<Streams>;
export function openUnixConnection(...args: readonly unknown[]): Coroutine<Streams> {
  const target: ConnectionOptions & UnixSocket = byName(['path'], args);
  const connect = (loop: EventLoop, protocol: Protocol) =>
    connectUnix(loop, protocol, target.path, target);
  return namedCoroutine('open_unix_connection', open(connect, target));
}

/**
 * Start a server over TCP (`asyncio.start_server`).
 *
 * The function is called with reader and writer of each client; when it gives a coroutine, that becomes
 * a task, and an exception that it ends with is reported and closes the connection.
 *
 * @param host a name or an address, or several; 127.0.0.1 by default, `''` is every one of IPv4
 * @param port 0 is any port that is free: `server.sockets[0].getsockname()` tells which
 * @throws OSError when the port is taken.
 * @example
 * const echo = coroutine(function* echo(reader: StreamReader, writer: StreamWriter) {
 *   writer.write(yield* reader.readline());
 *   yield* writer.drain();
 *   writer.close();
 *   yield* writer.waitClosed();
 * });
 * const server = yield* startServer(echo, '127.0.0.1', 8080);
 * yield* server.serveForever();
 */
export function startServer(
  clientConnected: ClientConnected,
  host?: string | readonly string[],
  port?: number,
  options?: StreamServerOptions,
): Coroutine<Server>;
export function startServer(clientConnected: ClientConnected, target: TcpServer): Coroutine<Server>;
export function startServer(
  clientConnected: ClientConnected,
  ...args: readonly unknown[]
): Coroutine<Server> {
  const target: TcpServer = byName(['host', 'port'], args);
  return namedCoroutine('start_server', serveTcp(clientConnected, target));
}

/**
 * Start a server over a Unix socket (`asyncio.start_unix_server`).
 *
 * A socket that is at the path is replaced, even one that another server listens on; the server
 * removes its own when it is closed, or with `{ cleanupSocket: false }` leaves it there.
 *
 * @param path where the socket is made
 * @throws OSError when it cannot be made there.
 */
export function startUnixServer(
  clientConnected: ClientConnected,
  path?: string,
  options?: UnixStreamServerOptions,
): Coroutine<Server>;
export function startUnixServer(
  clientConnected: ClientConnected,
  target: UnixStreamServerOptions & UnixSocket,
): Coroutine<Server>;
export function startUnixServer(
  clientConnected: ClientConnected,
  ...args: readonly unknown[]
): Coroutine<Server> {
  const target: UnixStreamServerOptions & UnixSocket = byName(['path'], args);
  return namedCoroutine('start_unix_server', serveUnix(clientConnected, target));
}

function* open(
  connect: (loop: EventLoop, protocol: Protocol) => Body<Transport>,
  { limit }: ReaderOptions,
): Body<Streams> {
  const loop = getRunningLoop();
  const reader = new StreamReader({ limit, loop });
  const protocol = new StreamReaderProtocol(loop, reader);
  const transport = yield* connect(loop, protocol);
  return [reader, new StreamWriter(transport, protocol, reader)];
}

function* serveTcp(clientConnected: ClientConnected, target: TcpServer) {
  const loop = getRunningLoop();
  const { host, port } = target;
  return yield* createServer(loop, factory(loop, clientConnected, target), host, port, target);
}

function* serveUnix(
  clientConnected: ClientConnected,
  target: UnixStreamServerOptions & UnixSocket,
) {
  const loop = getRunningLoop();
  const { path } = target;
  return yield* createUnixServer(loop, factory(loop, clientConnected, target), path, target);
}

function factory(loop: EventLoop, clientConnected: ClientConnected, options: ReaderOptions) {
  const { limit } = options;
  return () => new StreamReaderProtocol(loop, new StreamReader({ limit, loop }), clientConnected);
}
