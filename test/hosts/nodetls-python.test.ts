/** TLS between streams here and asyncio's streams in a real Python, with its own `ssl`. */
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import {
  coroutine,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
  wrapFuture,
} from '../../src/index.js';
import { bytes, text } from '../asyncio/bytes.js';
import { certificatePath, clientContext, keyPath, serverContext } from './localhost.js';
import { interpreter, needsPython, nextLine, output } from './python.js';

const HOST = '127.0.0.1';
const NAME = 'localhost';

const pythonClient = `
import asyncio, ssl, sys

async def main():
    context = ssl.create_default_context(cafile=sys.argv[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]), ssl=context)
    print(writer.get_extra_info("cipher"))
    print(writer.get_extra_info("peercert"))
    writer.write(bytes(2_000_000) + b"\\n")
    await writer.drain()
    print(len(await reader.readexactly(2_000_001)))
    writer.write(b"bye\\n")
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", int(sys.argv[1]), ssl=True)
    except ssl.SSLCertVerificationError as error:
        print(error.strerror.split(" (_ssl")[0])

asyncio.run(main())
`;

const pythonServer = `
import asyncio, ssl, sys

async def serve(reader, writer):
    transport, protocol = writer.transport, writer.transport.get_protocol()
    assert await reader.readline() == b"STARTTLS\\n"
    writer.write(b"go ahead\\n")
    await writer.drain()
    transport.pause_reading()
    loop = asyncio.get_running_loop()
    # writer.start_tls is there from 3.11 on
    new = await loop.start_tls(transport, protocol, context, server_side=True)
    transport.resume_reading()
    writer._transport = new
    reader._transport = new
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()

context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(sys.argv[1], sys.argv[2])
asyncio.run(main())
`;

test.skipIf(interpreter === undefined)(
  `CPython's client trusts a server here, and both know the same of their connection${needsPython}`,
  async () => {
    const ciphers: unknown[] = [];
    let peercert: unknown;
    const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
      ciphers.push(writer.getExtraInfo('cipher'));
      const line = yield* reader.readline();
      writer.write(line);
      yield* writer.drain();
      writer.write(yield* reader.readline());
      writer.close();
      yield* writer.waitClosed();
    });
    const main = coroutine(function* main() {
      const ssl = serverContext;
      const server = yield* startServer(serve, HOST, 0, { limit: 4_000_000, ssl });
      const port = server.sockets[0]?.getsockname()[1] as number;
      // What it knows of the certificate is what a client here knows.
      const [reader, writer] = yield* openConnection(NAME, port, { ssl: clientContext });
      peercert = writer.getExtraInfo('peercert');
      writer.write(bytes('\n\n'));
      yield* reader.read();
      const printed = yield* wrapFuture(output(pythonClient, String(port), certificatePath));
      server.close();
      yield* server.waitClosed();
      return printed;
    });
    const lines = (await run(main())).split('\n');
    const fromPython = (line: string | undefined) =>
      JSON.parse((line ?? '').replace(/,?\)/g, ']').replaceAll('(', '[').replaceAll("'", '"'));
    const { version, ...certificate } = fromPython(lines[1]);
    expect(version).toBe(3);
    expect(peercert).toEqual(certificate);
    expect(ciphers[1]).toEqual(fromPython(lines[0]));
    expect(lines.slice(2)).toEqual([
      '2000001',
      "b'bye\\n'",
      '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate',
      '',
    ]);
  },
);

test.skipIf(interpreter === undefined)(
  `a client here goes on over TLS with CPython's server${needsPython}`,
  async () => {
    const server = spawn(interpreter as string, ['-c', pythonServer, certificatePath, keyPath]);
    try {
      const [port] = await nextLine(server.stdout);
      const main = coroutine(function* main() {
        const [reader, writer] = yield* openConnection(HOST, Number(port));
        writer.write(bytes('STARTTLS\n'));
        const before = text(yield* reader.readline());
        yield* writer.startTls(clientContext, { serverHostname: NAME });
        const answers = new Set<boolean>();
        for (let number = 0; number < 1000; number += 1) {
          writer.write(bytes(`line ${number}\n`));
          yield* writer.drain();
          answers.add(text(yield* reader.readline()) === `LINE ${number}\n`);
        }
        writer.close();
        yield* writer.waitClosed();
        return [before, [...answers]];
      });
      expect(await run(main())).toEqual(['go ahead\n', [true]]);
    } finally {
      server.kill();
    }
  },
);
