/**
 * A connection that goes on over TLS (`loop.start_tls`): its transport gives its socket away, for a
 * handshake, and another takes its place.
 */
import type { Body } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { CancelledError } from '../core/exceptions.js';
import type { Protocol, Transport } from '../core/transports.js';
import { transportFor } from './connections.js';
import { type TlsTerms, unsupported } from './handshakes.js';
import { SocketTransport } from './sockettransport.js';

/** A protocol that can be told of another transport. */
interface UpgradableProtocol extends Protocol {
  drainHelper(): Body<void>;
  replaceTransport(transport: Transport): void;
}

/**
 * Go on over TLS; returns the transport that takes the place of the one given.
 *
 * @throws TypeError when it is not that of a connection.
 */
export function* upgraded(
  loop: EventLoop,
  transport: Transport,
  protocol: UpgradableProtocol,
  terms: TlsTerms,
): Body<Transport> {
  if (!(transport instanceof SocketTransport)) throw unsupported(transport);
  transport.pauseReading();
  try {
    // Nothing may be left that would be sent in the midst of the handshake.
    transport.setWriteBufferLimits({ high: 0 });
    yield* protocol.drainHelper();
  } catch (error) {
    transport.close();
    throw error;
  }
  const { server } = transport;
  const socket = transport.giveSocket();
  try {
    const secured = yield* transportFor(loop, socket, protocol, { server, terms, isUpgrade: true });
    protocol.replaceTransport(secured);
    return secured;
  } catch (error) {
    protocol.connectionLost(error instanceof CancelledError ? undefined : error);
    throw error;
  } finally {
    server?.detach(transport);
  }
}
