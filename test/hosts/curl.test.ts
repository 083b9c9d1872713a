/** curl asks a server here, with and without TLS. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import {
  coroutine,
  run,
  type StreamReader,
  type StreamServerOptions,
  type StreamWriter,
  startServer,
  wrapFuture,
} from '../../src/index.js';
import { bytes, text } from '../asyncio/bytes.js';
import { certificatePath, serverContext } from './localhost.js';

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const needsCurl = hasCurl ? '' : ' (skipped: there is no curl)';

/** Answer every request of a connection with its own path. */
const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
  for (;;) {
    const request = text(yield* reader.readline());
    if (request === '') break;
    while ((yield* reader.readline()).length > 2);
    const body = `${request.split(' ')[1]}\n`;
    writer.write(bytes(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`));
    yield* writer.drain();
  }
  writer.close();
});

/** What curl prints of two requests over one connection. */
function answer(scheme: string, options: StreamServerOptions, ...args: string[]): Promise<string> {
  const main = coroutine(function* main() {
    const server = yield* startServer(serve, 'localhost', 0, options);
    const address = `${scheme}://localhost:${server.sockets[0]?.getsockname()[1]}`;
    const urls = [`${address}/first`, `${address}/second`];
    const curl = promisify(execFile)('curl', ['--silent', '--show-error', ...args, ...urls]);
    const { stdout } = yield* wrapFuture(curl);
    server.close();
    yield* server.waitClosed();
    return stdout;
  });
  return run(main());
}

test.skipIf(!hasCurl)(`curl asks a server here${needsCurl}`, async () => {
  expect(await answer('http', {})).toBe('/first\n/second\n');
});

test.skipIf(!hasCurl)(`curl trusts a server here over TLS${needsCurl}`, async () => {
  const options = { ssl: serverContext };
  expect(await answer('https', options, '--cacert', certificatePath)).toBe('/first\n/second\n');
});
