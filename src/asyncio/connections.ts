/**
 * Making a connection: addresses are found, tried one after the other, and the first that answers
 * gets a transport (`loop.create_connection`).
 */
import type { Body } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { ValueError } from '../core/exceptions.js';
import type { Future } from '../core/futures.js';
import type { NetworkOutcome, Socket, SocketAddress } from '../core/network.js';
import { OSError } from '../core/oserrors.js';
import type { Protocol, Transport } from '../core/transports.js';
import { SocketTransport } from './sockettransport.js';

/** Where nobody says which host: this machine, and nothing beyond it. */
export const LOOPBACK = '127.0.0.1';

/**
 * Ask a host for something and wait for the answer.
 *
 * When the wait is cancelled the question is taken back, and an answer that came nevertheless is dropped.
 */
export function* answered<T>(
  loop: EventLoop,
  label: string,
  ask: (answer: (outcome: NetworkOutcome<T>) => void) => () => void,
  drop: (value: T) => void,
): Body<T> {
  const future: Future<T> = loop.createFuture<T>();
  future.label = label;
  let arrived: NetworkOutcome<T> | undefined;
  const takeBack = ask((outcome) => {
    arrived = outcome;
    if (!loop.isClosed()) loop.callSoon(settle, future, outcome);
    else if ('value' in outcome) drop(outcome.value);
  });
  let isOver = false;
  try {
    const value = yield* future;
    isOver = true;
    return value;
  } finally {
    if (!isOver) {
      takeBack();
      if (arrived !== undefined && 'value' in arrived) drop(arrived.value);
    }
  }
}

function settle<T>(future: Future<T>, outcome: NetworkOutcome<T>): void {
  if (future.done()) return;
  if ('value' in outcome) future.setResult(outcome.value);
  else future.setException(outcome.error);
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
) {
  if (host === undefined && port === undefined) {
    throw new ValueError('host and port was not specified and no sock specified');
  }
  const addresses = yield* resolve(loop, host || LOOPBACK, 'openConnection()');
  const errors: OSError[] = [];
  for (const address of addresses) {
    try {
      const socket = yield* connectSocket(loop, [address, port ?? 0], 'openConnection()');
      return yield* transportFor(loop, socket, protocol);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      errors.push(error);
    }
  }
  throw combined(errors);
}

/** Connect to the path of a Unix socket. */
export function* connectUnix(loop: EventLoop, protocol: Protocol, path: string | undefined) {
  if (path === undefined) throw new ValueError('no path and sock were specified');
  const socket = yield* connectSocket(loop, path, 'openUnixConnection()');
  return yield* transportFor(loop, socket, protocol);
}

function connectSocket(loop: EventLoop, to: SocketAddress, label: string) {
  return answered<Socket>(
    loop,
    label,
    (answer) => loop.host.network.connect(to, answer),
    (socket) => socket.abort(),
  );
}

function* transportFor(loop: EventLoop, socket: Socket, protocol: Protocol) {
  const waiter = loop.createFuture<void>();
  const transport: Transport = new SocketTransport(loop, socket, protocol, { waiter });
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
