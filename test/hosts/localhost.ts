/** The certificate that TLS is tested with: of localhost and 127.0.0.1, its own authority, until 2120. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SSLContext } from '../../src/index.js';

const pathOf = (name: string) =>
  fileURLToPath(new URL(`./fixtures/tls/${name}.pem`, import.meta.url));

export const certificatePath = pathOf('localhost');
export const keyPath = pathOf('localhost-key');

const certificate = readFileSync(certificatePath, 'utf8');

/** What the server shows. */
export const serverContext: SSLContext = { cert: certificate, key: readFileSync(keyPath, 'utf8') };

const issued = readFileSync(pathOf('issued'), 'utf8');

/** What a server shows whose certificate is from an authority that nobody knows any more. */
export const issuedContext: SSLContext = { cert: issued, key: issued };

/** A client that trusts the certificate of localhost. */
export const clientContext: SSLContext = { ca: certificate };
