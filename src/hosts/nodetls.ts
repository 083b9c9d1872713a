/**
 * TLS of the Node host: `node:tls` over a socket that is connected already.
 *
 * What was agreed on and what went wrong come out as Python's `ssl` has them; both speak with OpenSSL's
 * voice, so that mostly the order of words differs.
 */
import type { Socket as NodeSocket } from 'node:net';
import type { PeerCertificate as NodeCertificate, TLSSocket } from 'node:tls';
import { ConnectionResetError, SSLCertVerificationError, SSLError } from '../core/oserrors.js';
import type { PeerCertificate, SSLContext, TlsOrder, TlsSession } from '../core/tls.js';

type Tls = typeof import('node:tls');

/** A connection after its handshake. */
export interface Secured {
  readonly socket: TLSSocket;
  readonly session: TlsSession;
}

/** Shake hands; returns how to take it back. */
export function shakeHands(
  tls: Tls,
  socket: NodeSocket,
  order: TlsOrder,
  answer: (outcome: { readonly value: Secured } | { readonly failure: Error }) => void,
): () => void {
  const options = optionsOf(order.context);
  const fail = (failure: Error) => {
    socket.destroy();
    answer({ failure });
  };
  const succeed = (secured: TLSSocket) => {
    secured.off('error', fail);
    secured.allowHalfOpen = true;
    answer({ value: { socket: secured, session: sessionOf(secured, order) } });
  };
  // Whoever goes away in the middle has to be noticed; later on the end is asyncio's to judge.
  socket.allowHalfOpen = false;
  if (order.isServer) {
    const server = tls.createServer(options);
    server.on('secureConnection', succeed);
    server.on('tlsClientError', fail);
    server.emit('connection', socket);
  } else {
    const servername = nameToSend(order.serverHostname);
    const secured = tls.connect({
      ...options,
      socket,
      ...(servername === undefined
        ? { checkServerIdentity: (_, certificate) => identityOf(tls, order, certificate) }
        : { servername }),
    });
    secured.once('error', fail);
    secured.once('secureConnect', () => succeed(secured));
  }
  return () => socket.destroy();
}

/** An address is no name: it must not be sent as one, and is checked all the same. */
function nameToSend(host: string | undefined): string | undefined {
  return host === undefined || isAddress(host) ? undefined : host;
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':');
}

function identityOf(tls: Tls, { serverHostname }: TlsOrder, certificate: NodeCertificate) {
  return serverHostname === undefined
    ? undefined
    : tls.checkServerIdentity(serverHostname, certificate);
}

/** Leave out what is not said: Node tells `undefined` from nothing. */
function optionsOf(context: SSLContext) {
  return Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined));
}

function sessionOf(socket: TLSSocket, { context, isServer }: TlsOrder): TlsSession {
  const { name, version } = socket.getCipher();
  const isChecked = isServer
    ? context.requestCert === true && context.rejectUnauthorized !== false
    : context.rejectUnauthorized !== false;
  const certificate = socket.getPeerCertificate();
  // Node has an empty object for none.
  const isThere = Object.keys(certificate).length > 0;
  return {
    version: socket.getProtocol() ?? undefined,
    cipher: [name, version, bitsOf(name)],
    peercert: isThere ? (isChecked ? certificateOf(certificate) : {}) : undefined,
    alpnProtocol: socket.alpnProtocol || undefined,
  };
}

/** How long the keys of a cipher are, which its name says. */
function bitsOf(cipher: string): number {
  return cipher.includes('CHACHA20') ? 256 : Number(/AES_?(\d+)/.exec(cipher)?.[1] ?? 0);
}

/** What Python calls the parts of a name. */
const parts: Readonly<Record<string, string>> = {
  C: 'countryName',
  ST: 'stateOrProvinceName',
  L: 'localityName',
  O: 'organizationName',
  OU: 'organizationalUnitName',
  CN: 'commonName',
};

function certificateOf(certificate: NodeCertificate): PeerCertificate {
  const { subject, issuer, serialNumber, valid_from, valid_to, subjectaltname } = certificate;
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    serialNumber,
    notBefore: valid_from,
    notAfter: valid_to,
    ...(subjectaltname !== undefined && { subjectAltName: alternativesOf(subjectaltname) }),
  };
}

function nameOf(name: object) {
  return Object.entries(name).flatMap(([part, values]) =>
    [values].flat().map((value: string) => [[parts[part] ?? part, value]] as const),
  );
}

function alternativesOf(names: string) {
  return names.split(', ').map((name) => {
    const colon = name.indexOf(':');
    return [name.slice(0, colon), name.slice(colon + 1)] as const;
  });
}

/** Node's names for what is wrong with a certificate; OpenSSL's text comes along. */
const ofCertificates = /CERT|CRL|ISSUER|SIGNATURE|INVALID_CA|PATH_LENGTH|INVALID_PURPOSE/;

/** Newer versions of Node add to OpenSSL's text what to do in Node. */
const advice = /; if the root CA is installed locally, .*$/;

/** Make Python's error of one of TLS; `undefined` when it is the system's. */
export function sslErrorOf(error: NodeJS.ErrnoException, { serverHostname = '' }: TlsOrder) {
  const { code = '', message } = error;
  // Node says so when the other side goes away in the middle.
  if (code === 'ECONNRESET' && error.errno === undefined) return new ConnectionResetError();
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const kind = isAddress(serverHostname) ? 'IP address' : 'Hostname';
    return unverified(`${kind} mismatch, certificate is not valid for '${serverHostname}'.`);
  }
  if (code.startsWith('ERR_SSL_')) {
    const reason = 'reason' in error ? error.reason : message;
    return new SSLError(`[SSL: ${code.slice('ERR_SSL_'.length)}] ${reason}`);
  }
  if (!ofCertificates.test(code)) return undefined;
  // Node looks on after an error, and tells of the last one; Python stops at the first.
  const isLater = code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
  return unverified(
    isLater ? 'unable to get local issuer certificate' : message.replace(advice, ''),
  );
}

function unverified(text: string): SSLCertVerificationError {
  return new SSLCertVerificationError(
    `[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ${text}`,
  );
}
