/**
 * TLS on a connection: what a program may say of it, and the handshake.
 *
 * The socket of a connection is given away for a handshake, and comes back as one whose bytes are
 * encrypted; a handshake that fails closes it.
 */
import type { Body } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { ValueError } from '../core/exceptions.js';
import type { Socket } from '../core/network.js';
import { ConnectionAbortedError } from '../core/oserrors.js';
import { repr } from '../core/repr.js';
import type { SecureSocket, SSLContext, TlsOrder } from '../core/tls.js';
import { answered } from './answered.js';

/** How long a handshake may take, in seconds, where nothing else is said. */
const HANDSHAKE_TIMEOUT = 60;

/** How long the other side's end is waited for, in seconds, where nothing else is said. */
const SHUTDOWN_TIMEOUT = 30;

/** How long the parts of TLS may take. */
export interface TlsTimeouts {
  /** How long the handshake may take, in seconds; 60 by default. */
  readonly sslHandshakeTimeout?: number | undefined;
  /** How long the other side's end is waited for after `close`, in seconds; 30 by default. */
  readonly sslShutdownTimeout?: number | undefined;
}

/** What `startTls` can be told. */
export interface StartTlsOptions extends TlsTimeouts {
  /** The name that the server's certificate must have; a client has to say it. */
  readonly serverHostname?: string | undefined;
}

/** What a handshake needs to know. */
export interface TlsTerms {
  readonly order: TlsOrder;
  readonly handshakeTimeout: number;
  readonly shutdownTimeout: number;
}

/**
 * Put together what a handshake needs to know.
 *
 * @throws TypeError when the context is none.
 * @throws ValueError when a time is not above 0, or a client has no name to check.
 */
export function termsOf(
  context: SSLContext,
  isServer: boolean,
  serverHostname: string | undefined,
  { sslHandshakeTimeout, sslShutdownTimeout }: TlsTimeouts,
): TlsTerms {
  if (typeof context !== 'object' || context === null) {
    throw new TypeError(
      `sslcontext is expected to be an instance of ssl.SSLContext, got ${repr(context)}: ` +
        'give the options { cert, key, ca }',
    );
  }
  const handshakeTimeout = positive('ssl_handshake_timeout', sslHandshakeTimeout);
  const shutdownTimeout = positive('ssl_shutdown_timeout', sslShutdownTimeout);
  const expected = isServer ? undefined : serverHostname || undefined;
  if (!isServer && expected === undefined && context.rejectUnauthorized !== false) {
    throw new ValueError('check_hostname requires server_hostname');
  }
  return {
    order: { context, isServer, serverHostname: expected },
    handshakeTimeout: handshakeTimeout ?? HANDSHAKE_TIMEOUT,
    shutdownTimeout: shutdownTimeout ?? SHUTDOWN_TIMEOUT,
  };
}

/** Refuse what is only of use with TLS, where there is none. */
export function refuseWithoutTls(options: TlsTimeouts & { readonly serverHostname?: unknown }) {
  const names = [
    ['serverHostname', 'server_hostname'],
    ['sslHandshakeTimeout', 'ssl_handshake_timeout'],
    ['sslShutdownTimeout', 'ssl_shutdown_timeout'],
  ] as const;
  for (const [option, name] of names) {
    if (options[option] !== undefined) throw new ValueError(`${name} is only meaningful with ssl`);
  }
}

/**
 * Shake hands over a socket.
 *
 * @throws SSLError when the two sides do not come together, or one does not trust the other.
 * @throws ConnectionResetError when the other side goes away.
 * @throws ConnectionAbortedError when it takes too long.
 */
export function* shakeHands(
  loop: EventLoop,
  socket: Socket,
  { order, handshakeTimeout }: TlsTerms,
): Body<SecureSocket> {
  return yield* answered<SecureSocket>(
    loop,
    'the TLS handshake',
    (answer) => {
      const timer = loop.callLater(handshakeTimeout, () => {
        takeBack();
        answer({ error: new ConnectionAbortedError(tooLong(handshakeTimeout)) });
      });
      const takeBack = loop.host.network.secure(socket, order, (outcome) => {
        timer.cancel();
        answer(outcome);
      });
      return () => {
        timer.cancel();
        takeBack();
      };
    },
    (secured) => secured.abort(),
  );
}

function tooLong(seconds: number): string {
  return `SSL handshake is taking longer than ${seconds} seconds: aborting the connection`;
}

function positive(name: string, seconds: number | undefined): number | undefined {
  if (seconds === undefined || seconds > 0) return seconds;
  throw new ValueError(`${name} should be a positive number, got ${repr(seconds)}`);
}

/** Refuse to go on over TLS on what is no connection. */
export function unsupported(transport: unknown): TypeError {
  return new TypeError(`transport ${repr(transport)} is not supported by startTls()`);
}
