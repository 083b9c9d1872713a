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

/** A client that trusts it. */
export const clientContext: SSLContext = { ca: certificate };
