/** Streams here and asyncio's streams in a real Python, which talk to each other over TCP. */
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import {
  asyncFor,
  coroutine,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  startServer,
  wrapFuture,
} from '../../src/index.js';
import { bytes, text } from '../asyncio/bytes.js';
import { interpreter, needsPython, nextLine, output } from './python.js';

const pythonClient = `
import asyncio, sys

async def main():
    reader, writer = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
    for number in range(1000):
        writer.write(b"line %d\\n" % number)
        await writer.drain()
        assert await reader.readline() == b"LINE %d\\n" % number
    writer.write(bytes(2_000_000) + b"\\n")
    writer.write_eof()
    print(len(await reader.readexactly(2_000_001)), await reader.read())
    writer.close()
    await writer.wait_closed()

asyncio.run(main())
`;

const pythonServer = `
import asyncio, sys

async def serve(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        writer.write(line.upper())
        await writer.drain()
    writer.write(b"bye")
    writer.close()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()

asyncio.run(main())
`;

test.skipIf(interpreter === undefined)(
  `CPython's asyncio.open_connection talks to a server here${needsPython}`,
  async () => {
    const shout = coroutine(function* shout(reader: StreamReader, writer: StreamWriter) {
      yield* asyncFor(reader, function* (line) {
        writer.write(bytes(text(line).toUpperCase()));
        yield* writer.drain();
      });
      writer.close();
    });
    const main = coroutine(function* main() {
      const server = yield* startServer(shout, '127.0.0.1', 0, { limit: 4_000_000 });
      const port = String(server.sockets[0]?.getsockname()[1]);
      const result = yield* wrapFuture(output(pythonClient, port));
      server.close();
      yield* server.waitClosed();
      return result;
    });
    expect(await run(main())).toBe("2000001 b''\n");
  },
);

test.skipIf(interpreter === undefined)(
  `a client here talks to CPython's asyncio.start_server${needsPython}`,
  async () => {
    const server = spawn(interpreter as string, ['-c', pythonServer]);
    try {
      const [port] = await nextLine(server.stdout);
      const main = coroutine(function* main() {
        const [reader, writer] = yield* openConnection('127.0.0.1', Number(port));
        const answers = new Set<boolean>();
        for (let number = 0; number < 1000; number += 1) {
          writer.write(bytes(`line ${number}\n`));
          yield* writer.drain();
          answers.add(text(yield* reader.readline()) === `LINE ${number}\n`);
        }
        writer.writeEof();
        const rest = text(yield* reader.read());
        writer.close();
        yield* writer.waitClosed();
        return [[...answers], rest];
      });
      expect(await run(main())).toEqual([[true], 'bye']);
    } finally {
      server.kill();
    }
  },
);
