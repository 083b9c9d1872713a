/**
 * Servers: sockets that listen, and the connections that came from them.
 *
 * Closing a server stops the listening and leaves the connections alone; `waitClosed` waits until those
 * have ended too.
 */
import { type Body, type Coroutine, namedCoroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { KeyboardInterrupt, RuntimeError, ValueError } from '../core/exceptions.js';
import type { Future } from '../core/futures.js';
import type { Listener, Socket, SocketAddress } from '../core/network.js';
import { OSError } from '../core/oserrors.js';
import { repr } from '../core/repr.js';
import type { Task } from '../core/tasks.js';
import type { SSLContext } from '../core/tls.js';
import type { Protocol, Transport } from '../core/transports.js';
import { answered } from './answered.js';
import type { AsyncContextManager } from './asyncwith.js';
import { LOOPBACK, resolve, transportFor } from './connections.js';
import { currentTask } from './currenttasks.js';
import { gather } from './gather.js';
import { refuseWithoutTls, type TlsTerms, type TlsTimeouts, termsOf } from './handshakes.js';
import { Readiness } from './readiness.js';
import { sleep } from './sleep.js';
import { TransportSocket } from './transportsocket.js';

/** How many connections may wait to be accepted, where nothing else is said. */
const BACKLOG = 100;

/** What a server can be told when it is made. */
export interface ServerOptions extends TlsTimeouts {
  /** How many connections may wait to be accepted; 100 by default. */
  readonly backlog?: number | undefined;
  /** Whether connections are accepted at once, or only from `startServing` on; `true` by default. */
  readonly startServing?: boolean | undefined;
  /** What it shows to its clients, over TLS: a certificate and its key. Without it, there is no TLS. */
  readonly ssl?: SSLContext | undefined;
}

/** What a server over a Unix socket can be told besides. */
export interface UnixServerOptions extends ServerOptions {
  /** Whether its path is removed when it is closed, unless it is another server's by then; `true` by default. */
  readonly cleanupSocket?: boolean | undefined;
}

/** What a server has of its clients: a transport, or a handshake that is not over. */
type Client = Pick<Transport, 'close' | 'abort'>;

type ProtocolFactory = () => Protocol;

/**
 * A server (`asyncio.Server`): `startServer` and `startUnixServer` make them.
 *
 * As an async context manager it is closed at the end of the block, and waited for.
 *
 * @example
 * const server = yield* startServer(serve, '127.0.0.1', 8080);
 * yield* asyncWith(server, (server) => server.serveForever());
 */
export class Server implements AsyncContextManager<Server> {
  readonly #loop: EventLoop;
  readonly #factory: ProtocolFactory;
  readonly #clients = new Set<Client>();
  readonly #terms: TlsTerms | undefined;
  readonly #listeners: readonly Listener[];
  readonly #backlog: number;
  readonly #accepting: Readiness[] = [];
  readonly #waiters: Future<void>[] = [];
  #isServing = false;
  #isClosed = false;
  /** Whether its connections are closed, too. */
  #isOver = false;
  #servingForever: Future<void> | undefined;

  /** @internal */
  constructor(
    loop: EventLoop,
    listeners: readonly Listener[],
    factory: ProtocolFactory,
    terms: TlsTerms | undefined,
    backlog = BACKLOG,
  ) {
    this.#loop = loop;
    this.#terms = terms;
    this.#backlog = backlog;
    this.#listeners = listeners;
    this.#factory = factory;
    loop.held.add(this);
  }

  /** Return the loop that it belongs to. */
  getLoop(): EventLoop {
    return this.#loop;
  }

  /** Tell whether it accepts connections. */
  isServing(): boolean {
    return this.#isServing;
  }

  /** What it listens on; nothing any more once it is closed (`Server.sockets`). */
  get sockets(): readonly TransportSocket[] {
    if (this.#isClosed) return [];
    return this.#listeners.map((listener) => new TransportSocket(listener));
  }

  /** Accept no more connections; those that are there stay (`Server.close`). */
  close(): void {
    if (this.#isClosed) return;
    this.#loop.held.delete(this);
    this.release();
    this.#servingForever?.cancel();
    this.#servingForever = undefined;
    if (this.#clients.size === 0) this.#wakeUp();
  }

  /** Close all connections; what was written to them is still sent (`Server.close_clients`). */
  closeClients(): void {
    for (const client of [...this.#clients]) client.close();
  }

  /** Close all connections at once (`Server.abort_clients`). */
  abortClients(): void {
    for (const client of [...this.#clients]) client.abort();
  }

  /**
   * Begin to accept connections; nothing happens when it does already (`Server.start_serving`).
   *
   * @throws TypeError when it is closed.
   */
  startServing(): Coroutine<void> {
    return namedCoroutine('Server.start_serving', this.#startServing());
  }

  /**
   * Accept connections until it is cancelled; then the server is closed (`Server.serve_forever`).
   *
   * @throws RuntimeError when it is closed, or somebody serves for ever already.
   * @throws CancelledError when it is cancelled, or the server is closed.
   */
  serveForever(): Coroutine<void> {
    return namedCoroutine('Server.serve_forever', this.#serveForever());
  }

  /** Wait until it is closed and all its connections are (`Server.wait_closed`). */
  waitClosed(): Coroutine<void> {
    return namedCoroutine('Server.wait_closed', this.#waitClosed());
  }

  /** Return itself; for `asyncWith`. */
  aenter(): Coroutine<Server> {
    return namedCoroutine('AbstractServer.__aenter__', this.#enter());
  }

  /** Close it and wait for that; for `asyncWith`. */
  aexit(_error: unknown): Coroutine<void> {
    return namedCoroutine('AbstractServer.__aexit__', this.#exit());
  }

  /** @internal */
  attach(client: Client): void {
    this.#clients.add(client);
  }

  /** @internal */
  detach(client: Client): void {
    this.#clients.delete(client);
    if (this.#clients.size === 0 && this.#isClosed) this.#wakeUp();
  }

  /** @internal Let go of the sockets: the loop is closed. */
  release(): void {
    this.#isClosed = true;
    for (const accepting of this.#accepting) accepting.stop();
    for (const listener of this.#listeners) listener.close();
    this.#isServing = false;
  }

  *#startServing() {
    this.beginServing();
    yield* sleep(0);
  }

  /** @internal */
  beginServing(): void {
    if (this.#isServing) return;
    this.#isServing = true;
    if (this.#isClosed) throw new TypeError("'NoneType' object is not iterable: it is closed");
    for (const listener of this.#listeners) {
      const accepting = new Readiness(
        this.#loop,
        (ready) => listener.whenReadable(ready),
        () => this.#acceptAll(listener),
      );
      this.#accepting.push(accepting);
      accepting.start();
    }
  }

  /** Accept all that wait, up to one more than may. */
  #acceptAll(listener: Listener): void {
    for (let left = this.#backlog + 1; left > 0; left -= 1) {
      const socket = this.#accept(listener);
      if (socket === undefined) return;
      this.#loop.createTask(namedCoroutine('_accept_connection2', this.#acceptLater(socket)));
    }
  }

  #accept(listener: Listener): Socket | undefined {
    try {
      return listener.accept();
    } catch (exception) {
      this.#loop.callExceptionHandler({
        message: 'socket.accept() out of system resource',
        exception,
        socket: new TransportSocket(listener),
      });
      return undefined;
    }
  }

  *#acceptLater(socket: Socket) {
    if (this.#isClosed) {
      socket.abort();
      return;
    }
    const task = currentTask() as Task<unknown>;
    const accepting: Client = { close: () => task.cancel(), abort: () => task.cancel() };
    this.attach(accepting);
    try {
      yield* transportFor(this.#loop, socket, this.#factory(), {
        server: this,
        terms: this.#terms,
      });
    } catch (error) {
      if (error instanceof KeyboardInterrupt) throw error;
      // Clients that fail to make a connection are nobody's concern.
      if (this.#loop.getDebug()) {
        this.#loop.callExceptionHandler({
          message: 'Error on transport creation for incoming connection',
          exception: error,
        });
      }
    } finally {
      this.detach(accepting);
    }
  }

  *#serveForever() {
    if (this.#servingForever !== undefined) {
      throw new RuntimeError(`server ${this} is already being awaited on serve_forever()`);
    }
    if (this.#isClosed) throw new RuntimeError(`server ${this} is closed`);
    this.beginServing();
    const future = this.#loop.createFuture<void>();
    future.label = 'Server.serveForever()';
    this.#servingForever = future;
    try {
      yield* future;
    } catch (error) {
      this.close();
      yield* this.waitClosed();
      throw error;
    } finally {
      this.#servingForever = undefined;
    }
  }

  *#waitClosed() {
    if (this.#isOver) return;
    const waiter = this.#loop.createFuture<void>();
    waiter.label = 'Server.waitClosed()';
    this.#waiters.push(waiter);
    yield* waiter;
  }

  *#enter(): Body<Server> {
    return this;
  }

  *#exit() {
    this.close();
    yield* this.waitClosed();
  }

  #wakeUp(): void {
    this.#isOver = true;
    for (const waiter of this.#waiters) if (!waiter.done()) waiter.setResult();
  }

  toString(): string {
    const { sockets } = this;
    // A tuple of one has a comma, too.
    const comma = sockets.length === 1 ? ',' : '';
    return `<Server sockets=(${sockets.join(', ')}${comma})>`;
  }
}

/** Listen on a port of one host, or of several. */
export function* createServer(
  loop: EventLoop,
  factory: ProtocolFactory,
  host: string | readonly string[] | undefined,
  port: number | undefined,
  options: ServerOptions,
) {
  const terms = serverTerms(options);
  if (host === undefined && port === undefined) {
    throw new ValueError('Neither host/port nor sock were specified');
  }
  const hosts = typeof host === 'object' ? host : [host ?? LOOPBACK];
  // Each host is looked up by a task of its own, which counts among the names of tasks.
  const found = yield* gather(
    ...hosts.map((name) => {
      const search = resolve(loop, name === '' ? '0.0.0.0' : name, 'startServer()');
      return namedCoroutine('BaseEventLoop._create_server_getaddrinfo', search);
    }),
  );
  const addresses = new Set<string>(found.flat());
  const listeners: Listener[] = [];
  try {
    for (const address of addresses) {
      listeners.push(yield* listen(loop, [address, port ?? 0], options, 'startServer()'));
    }
  } catch (error) {
    for (const listener of listeners) listener.close();
    throw error;
  }
  return yield* serverOn(new Server(loop, listeners, factory, terms, options.backlog), options);
}

/** Listen on the path of a Unix socket. */
export function* createUnixServer(
  loop: EventLoop,
  factory: ProtocolFactory,
  path: string | undefined,
  options: UnixServerOptions,
) {
  const terms = serverTerms(options);
  if (path === undefined) {
    throw new ValueError('path was not specified, and no sock specified');
  }
  const listener = yield* listen(loop, path, options, 'startUnixServer()');
  return yield* serverOn(new Server(loop, [listener], factory, terms, options.backlog), options);
}

function serverTerms(options: ServerOptions): TlsTerms | undefined {
  const { ssl } = options;
  if (typeof ssl === 'boolean') throw new TypeError('ssl argument must be an SSLContext or None');
  if (ssl !== undefined) return termsOf(ssl, true, undefined, options);
  refuseWithoutTls(options);
  return undefined;
}

function* listen(loop: EventLoop, at: SocketAddress, options: UnixServerOptions, label: string) {
  const { backlog = BACKLOG, cleanupSocket = true } = options;
  const { network } = loop.host;
  try {
    return yield* answered<Listener>(
      loop,
      label,
      (answer) => network.listen(at, { backlog, cleanupSocket }, answer),
      (listener) => listener.close(),
    );
  } catch (error) {
    throw error instanceof OSError ? describedError(error, at) : error;
  }
}

/** Say at which address it happened, in asyncio's words. */
function describedError(error: OSError, at: SocketAddress): OSError {
  const { errno, message, strerror } = error;
  if (errno === undefined) return error;
  if (typeof at !== 'string') {
    const place = `(${repr(at[0])}, ${at[1]})`;
    return new OSError(
      errno,
      `error while attempting to bind on address ${place}: ${message.toLowerCase()}`,
    );
  }
  const isTaken = strerror === 'Address already in use';
  return isTaken ? new OSError(errno, `Address ${repr(at)} is already in use`) : error;
}

function* serverOn(server: Server, options: ServerOptions): Body<Server> {
  if (options.startServing === false) return server;
  server.beginServing();
  // CPython lets one iteration pass, in which the sockets are watched from then on.
  yield* sleep(0);
  return server;
}
