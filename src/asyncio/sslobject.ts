/**
 * What users see of TLS on a connection: what the two sides agreed on in their handshake.
 */
import type { PeerCertificate, TlsOrder, TlsSession } from '../core/tls.js';

/** The TLS of a connection, `writer.getExtraInfo('ssl_object')` (`ssl.SSLObject`). */
export class SSLObject {
  /** Whether this side is the server. */
  readonly serverSide: boolean;
  /** The name that a client expected of its server. */
  readonly serverHostname: string | undefined;
  readonly #session: TlsSession;

  /** @internal */
  constructor({ isServer, serverHostname }: TlsOrder, session: TlsSession) {
    this.serverSide = isServer;
    this.serverHostname = serverHostname;
    this.#session = session;
  }

  /** Return the version of TLS: `'TLSv1.3'`. */
  version(): string | undefined {
    return this.#session.version;
  }

  /** Return the cipher: its name, the version of TLS that has it first, and the bits of its key. */
  cipher(): TlsSession['cipher'] {
    return this.#session.cipher;
  }

  /** Return the other side's certificate: empty when it was not checked, `undefined` when there is none. */
  getpeercert(): PeerCertificate | undefined {
    return this.#session.peercert;
  }

  /** Return the protocol of `ALPNProtocols` that was chosen, if one was. */
  selectedAlpnProtocol(): string | undefined {
    return this.#session.alpnProtocol;
  }
}
