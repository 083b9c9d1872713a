/**
 * The port to TLS: what a side of a connection shows and trusts, and what the two agreed on.
 *
 * Keys and certificates are handed through as they are, under the names that `node:tls` has for them:
 * no code above the port looks inside. What comes back is in the shape that Python's `ssl` gives it.
 */
import type { Socket } from './network.js';

/** Text in PEM format, or its bytes. */
export type Pem = string | Uint8Array;

/**
 * What a side of a TLS connection shows and whom it trusts (`ssl.SSLContext`): options of
 * `tls.createSecureContext`.
 *
 * Nothing at all is Python's default context for clients: the certificates that Node trusts, and the
 * server's name is checked.
 */
export interface SSLContext {
  /** Its certificate and what leads from there to its authority; a server needs one. */
  readonly cert?: Pem | undefined;
  /** The private key of its certificate. */
  readonly key?: Pem | undefined;
  /** What the key is encrypted with. */
  readonly passphrase?: string | undefined;
  /** The authorities that it trusts, in the place of the usual ones. */
  readonly ca?: Pem | readonly Pem[] | undefined;
  /** Whether whoever cannot be trusted is refused, as by default; `false` is `CERT_NONE`. */
  readonly rejectUnauthorized?: boolean | undefined;
  /** Whether a server asks its clients for a certificate. */
  readonly requestCert?: boolean | undefined;
  /** The protocols that it can speak, the best first. */
  readonly ALPNProtocols?: readonly string[] | undefined;
  /** The lowest version of TLS, `'TLSv1.2'` say. */
  readonly minVersion?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3' | undefined;
  /** The highest version of TLS. */
  readonly maxVersion?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3' | undefined;
  /** The ciphers that it takes, as OpenSSL lists them. */
  readonly ciphers?: string | undefined;
}

/** What a handshake is to be. */
export interface TlsOrder {
  readonly context: SSLContext;
  readonly isServer: boolean;
  /** The name that a client expects of its server. */
  readonly serverHostname: string | undefined;
}

/** A name in a certificate, part by part. */
type DistinguishedName = readonly (readonly [part: readonly [name: string, value: string]])[];

/** A certificate in the shape of Python's `SSLObject.getpeercert()`. */
export interface PeerCertificate {
  readonly subject?: DistinguishedName;
  readonly issuer?: DistinguishedName;
  readonly serialNumber?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly subjectAltName?: readonly (readonly [kind: string, name: string])[];
}

/** What the two sides agreed on. */
export interface TlsSession {
  readonly version: string | undefined;
  /** Its name, the version of TLS that has it first, and the bits of its key. */
  readonly cipher: readonly [name: string, version: string, bits: number] | undefined;
  /** The other side's; empty when it was not checked, `undefined` when there is none. */
  readonly peercert: PeerCertificate | undefined;
  /** The protocol of `ALPNProtocols` that was chosen. */
  readonly alpnProtocol: string | undefined;
}

/** A socket over TLS. */
export interface SecureSocket extends Socket {
  readonly session: TlsSession;
}
