/**
 * The network of the Node host: `node:net`, asked and not listened to.
 *
 * Node's sockets read ahead of their own accord, as much as their buffer holds and no more, and so do
 * the kernel's: a reader that does not read stops its writer at the other end. A socket that breaks
 * says so at the next `receive` or `send`, after what had arrived before.
 */
import { existsSync, lstatSync, renameSync, rmSync } from 'node:fs';
import type { Socket as NodeSocket, Server } from 'node:net';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import type {
  Listener,
  ListenOptions,
  Network,
  NetworkOutcome,
  Socket,
  SocketAddress,
} from '../core/network.js';
import { type OSError, osError, strerrorOf } from '../core/oserrors.js';
import type { SecureSocket, TlsOrder, TlsSession } from '../core/tls.js';
import { type Secured, shakeHands, sslErrorOf } from './nodetls.js';

/** How much is handed to Node at a time, in bytes: what it cannot send at once it holds. */
const PIECE = 64 * 1024;

const NOTHING = new Uint8Array();

/** The real network. */
export class NodeNetwork implements Network {
  readonly #open = new Set<object>();

  /** Whether there are sockets that something may still arrive at. */
  get isOpen(): boolean {
    return this.#open.size > 0;
  }

  resolve(host: string, answer: (outcome: NetworkOutcome<readonly string[]>) => void): () => void {
    return this.#request(answer, import('node:dns'), ({ lookup }, settle) => {
      lookup(host, { all: true, verbatim: true }, (error, found) => {
        if (error === null) settle({ value: found.map(({ address }) => address) });
        else settle({ error: osErrorOf(error) });
      });
      return () => {};
    });
  }

  connect(to: SocketAddress, answer: (outcome: NetworkOutcome<Socket>) => void): () => void {
    return this.#request(answer, import('node:net'), ({ connect }, settle) => {
      const socket = connect(
        typeof to === 'string'
          ? { path: to, allowHalfOpen: true }
          : { host: to[0], port: to[1], allowHalfOpen: true, noDelay: true },
      );
      const fail = (error: Error) => settle({ error: connectError(error, to) });
      socket.once('error', fail);
      socket.once('connect', () => {
        socket.off('error', fail);
        settle({ value: this.#adopt(socket, '', to) });
      });
      return () => socket.destroy();
    });
  }

  listen(
    at: SocketAddress,
    { backlog, cleanupSocket }: ListenOptions,
    answer: (outcome: NetworkOutcome<Listener>) => void,
  ): () => void {
    return this.#request(answer, import('node:net'), ({ createServer }, settle) => {
      const server = createServer({ allowHalfOpen: true, noDelay: true });
      const fail = (error: Error) => settle({ error: listenError(error, at) });
      server.once('error', fail);
      server.once('listening', () => {
        // It may have been taken back meanwhile.
        if (!server.listening) return;
        server.off('error', fail);
        settle({ value: this.#adoptServer(server, cleanupSocket) });
      });
      if (typeof at === 'string') {
        removeStale(at);
        server.listen({ path: at, backlog });
      } else {
        server.listen({ host: at[0], port: at[1], backlog, ipv6Only: at[0].includes(':') });
      }
      return () => server.close();
    });
  }

  secure(
    socket: Socket,
    order: TlsOrder,
    answer: (outcome: NetworkOutcome<SecureSocket>) => void,
  ): () => void {
    const plain = (socket as NodeStreamSocket).give();
    const takeBack = this.#request(answer, import('node:tls'), (tls, settle) =>
      shakeHands(tls, plain, order, (outcome) => {
        if ('failure' in outcome) {
          settle({ error: secureErrorOf(outcome.failure, order) });
          return;
        }
        const left = () => this.#open.delete(secured);
        const secured = new NodeSecureSocket(outcome.value, order, socket, left);
        this.#open.add(secured);
        settle({ value: secured });
      }),
    );
    return () => {
      takeBack();
      plain.destroy();
    };
  }

  /** Ask for something that counts as outstanding until it is answered or taken back. */
  #request<T, M>(
    answer: (outcome: NetworkOutcome<T>) => void,
    loading: Promise<M>,
    begin: (module: M, settle: (outcome: NetworkOutcome<T>) => void) => () => void,
  ): () => void {
    const request = {};
    let stop = () => {};
    this.#open.add(request);
    const settle = (outcome: NetworkOutcome<T>) => {
      if (this.#open.delete(request)) answer(outcome);
    };
    // What a program without a network does not need is loaded only here.
    void loading.then((module) => {
      if (!this.#open.has(request)) return;
      try {
        stop = begin(module, settle);
      } catch (error) {
        settle({ error: isErrno(error) ? osErrorOf(error) : error });
      }
    });
    return () => {
      if (this.#open.delete(request)) stop();
    };
  }

  /** Take a connected socket; what a Unix socket is called, Node does not know. */
  #adopt(socket: NodeSocket, here: SocketAddress, there: SocketAddress): Socket {
    const adopted = new NodeStreamSocket(socket, here, there, () => this.#open.delete(adopted));
    this.#open.add(adopted);
    return adopted;
  }

  #adoptServer(server: Server, cleanupSocket: boolean): Listener {
    const listener = new NodeListener(
      server,
      cleanupSocket,
      (socket, path) => this.#adopt(socket, path, ''),
      () => this.#open.delete(listener),
    );
    this.#open.add(listener);
    return listener;
  }
}

/** A connected socket of Node's. */
class NodeStreamSocket implements Socket {
  readonly sockname: SocketAddress;
  readonly peername: SocketAddress;
  readonly #socket: NodeSocket;
  readonly #left: () => void;
  #onReadable: (() => void) | undefined;
  #onWritable: (() => void) | undefined;
  #error: OSError | undefined;
  #hasEnded = false;

  constructor(socket: NodeSocket, here: SocketAddress, there: SocketAddress, left: () => void) {
    this.#socket = socket;
    this.#left = left;
    const { localAddress, localPort = 0, remoteAddress, remotePort = 0 } = socket;
    this.sockname = localAddress === undefined ? here : [localAddress, localPort];
    this.peername = remoteAddress === undefined ? there : [remoteAddress, remotePort];
    socket.on('readable', () => this.#readable());
    socket.on('end', () => {
      this.#hasEnded = true;
      this.#readable();
    });
    socket.on('error', (error) => {
      this.#error = this.errorOf(error);
      this.#readable();
      this.#writable();
    });
  }

  receive(size: number): Uint8Array | undefined {
    const { readableLength } = this.#socket;
    const data: Buffer | null = this.#socket.read(readableLength > size ? size : undefined);
    if (data !== null) return data;
    this.#check();
    return this.#hasEnded ? NOTHING : undefined;
  }

  whenReadable(callback: (() => void) | undefined): void {
    this.#onReadable = callback;
    if (this.#socket.readableLength > 0 || this.#hasEnded || this.#error !== undefined) {
      this.#readable();
    }
  }

  send(data: Uint8Array): number {
    this.#check();
    let taken = 0;
    while (taken < data.length && this.#socket.writableLength === 0) {
      const piece = data.subarray(taken, taken + PIECE);
      this.#socket.write(piece, this.#sent);
      taken += piece.length;
    }
    return taken;
  }

  whenWritable(callback: (() => void) | undefined): void {
    this.#onWritable = callback;
    if (this.#socket.writableLength === 0 || this.#error !== undefined) this.#writable();
  }

  shutdown(): void {
    this.#socket.end();
  }

  close(): void {
    this.#left();
    this.#socket.destroySoon();
  }

  abort(): void {
    this.#left();
    // The kernel resets a connection when something was not read; Node has read it from the kernel.
    if (this.#socket.readableLength > 0) this.#socket.resetAndDestroy();
    else this.#socket.destroy();
  }

  /** Give what it stands for to somebody else. */
  give(): NodeSocket {
    this.#left();
    for (const event of ['readable', 'end', 'error']) this.#socket.removeAllListeners(event);
    // Whoever has it hears of its errors elsewhere.
    this.#socket.on('error', () => {});
    return this.#socket;
  }

  /** Make Python's error of one of Node's. */
  protected errorOf(error: NodeJS.ErrnoException): OSError {
    return osErrorOf(error);
  }

  readonly #sent = () => {
    if (this.#socket.writableLength === 0) this.#writable();
  };

  #check(): void {
    if (this.#error !== undefined) throw this.#error;
  }

  #readable(): void {
    const callback = this.#onReadable;
    this.#onReadable = undefined;
    callback?.();
  }

  #writable(): void {
    const callback = this.#onWritable;
    this.#onWritable = undefined;
    callback?.();
  }
}

/** A connected socket of Node's, over TLS. */
class NodeSecureSocket extends NodeStreamSocket implements SecureSocket {
  readonly session: TlsSession;
  readonly #order: TlsOrder;
  readonly #secured: { destroy(): void };
  readonly #over: () => void;

  constructor(
    { socket, session }: Secured,
    order: TlsOrder,
    { sockname, peername }: Socket,
    left: () => void,
  ) {
    super(socket, sockname, peername, left);
    this.session = session;
    this.#order = order;
    this.#secured = socket;
    this.#over = left;
  }

  override abort(): void {
    this.#over();
    this.#secured.destroy();
  }

  protected override errorOf(error: Error): OSError {
    return secureErrorOf(error, this.#order);
  }
}

/** A listening socket of Node's. */
class NodeListener implements Listener {
  readonly sockname: SocketAddress;
  readonly #server: Server;
  readonly #left: () => void;
  /** Which file its path is, where that is to go with it. */
  readonly #ownFile: number | undefined;
  readonly #waiting: Socket[] = [];
  /** What kept connections away. */
  readonly #errors: OSError[] = [];
  #onReadable: (() => void) | undefined;

  constructor(
    server: Server,
    cleanupSocket: boolean,
    adopt: (socket: NodeSocket, at: SocketAddress) => Socket,
    left: () => void,
  ) {
    this.#server = server;
    this.#left = left;
    const address = server.address();
    this.sockname =
      typeof address === 'object' && address !== null
        ? [address.address, address.port]
        : (address ?? '');
    this.#ownFile = cleanupSocket ? this.#file() : undefined;
    server.on('connection', (accepted) => {
      this.#waiting.push(adopt(accepted, this.sockname));
      this.#readable();
    });
    server.on('error', (error) => {
      this.#errors.push(osErrorOf(error));
      this.#readable();
    });
  }

  whenReadable(callback: (() => void) | undefined): void {
    this.#onReadable = callback;
    if (this.#waiting.length + this.#errors.length > 0) this.#readable();
  }

  accept(): Socket | undefined {
    const error = this.#errors.shift();
    if (error !== undefined) throw error;
    return this.#waiting.shift();
  }

  close(): void {
    this.#left();
    const file = this.#file();
    if (file === this.#ownFile || file === undefined) this.#server.close();
    else closeBeside(this.#server, this.sockname as string);
    for (const socket of this.#waiting.splice(0)) socket.abort();
  }

  #readable(): void {
    const callback = this.#onReadable;
    this.#onReadable = undefined;
    callback?.();
  }

  /** Tell which file is at its path; `undefined` where it has none. */
  #file(): number | undefined {
    const { sockname } = this;
    return typeof sockname === 'string'
      ? lstatSync(sockname, { throwIfNoEntry: false })?.ino
      : undefined;
  }
}

/** Close a server whose path is to stay: Node removes whatever is there. */
function closeBeside(server: Server, path: string): void {
  const aside = `${path}.${process.pid}`;
  renameSync(path, aside);
  server.close();
  renameSync(aside, path);
}

/** Remove the socket that an earlier server has left at a path; anything else stays. */
function removeStale(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSocket()) rmSync(path);
}

/** Codes of Node's own, by the name that C has for them. */
const ownCodes: Readonly<Record<string, string>> = {
  ENOTFOUND: 'EAI_NONAME',
  EAI_NODATA: 'EAI_NONAME',
  ERR_STREAM_WRITE_AFTER_END: 'EPIPE',
  ERR_STREAM_DESTROYED: 'EPIPE',
  ERR_STREAM_PREMATURE_CLOSE: 'ECONNRESET',
};

/** Tell an error of the system from a mistake in the arguments. */
function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'errno' in error;
}

/** Make Python's error of one of Node's; numbers are those of the machine. */
function osErrorOf(error: NodeJS.ErrnoException, strerror?: string): OSError {
  const { code = error.message } = error;
  const name = ownCodes[code] ?? code;
  const numbers: Readonly<Record<string, number | undefined>> = constants.errno;
  return osError(name, { errno: numbers[name], strerror: strerror ?? strerrorOf(name) });
}

function secureErrorOf(error: Error, order: TlsOrder): OSError {
  return sslErrorOf(error, order) ?? osErrorOf(error);
}

/** libuv says EACCES of a path whose folder is not there, as on Windows. */
function listenError(error: NodeJS.ErrnoException, at: SocketAddress): OSError {
  const isMissing = error.code === 'EACCES' && typeof at === 'string' && !existsSync(dirname(at));
  return isMissing ? osError('ENOENT') : osErrorOf(error);
}

function connectError(error: NodeJS.ErrnoException, to: SocketAddress): OSError {
  return typeof to === 'string'
    ? osErrorOf(error)
    : osErrorOf(error, `Connect call failed ('${to[0]}', ${to[1]})`);
}
