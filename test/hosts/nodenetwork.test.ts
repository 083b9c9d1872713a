/** Real sockets on 127.0.0.1 and in a folder of their own, and what Node's own programs say to them. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import {
  type AddressInfo,
  connect,
  createServer,
  Server as NodeServer,
  type Socket,
} from 'node:net';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  asyncWith,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  newEventLoop,
  openConnection,
  openUnixConnection,
  run,
  type Server,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  startUnixServer,
  waitFor,
  wrapFuture,
} from '../../src/index.js';
import { bytes, pieces, randomNumbers, text } from '../asyncio/bytes.js';

const HOST = '127.0.0.1';

const echo = coroutine(function* echo(reader: StreamReader, writer: StreamWriter) {
  for (;;) {
    const data = yield* reader.read(2 ** 16);
    if (data.length === 0) break;
    writer.write(data);
    yield* writer.drain();
  }
  writer.close();
  yield* writer.waitClosed();
});

function portOf(server: Server): number {
  return server.sockets[0]?.getsockname()[1] as number;
}

/** Run a body with a server on a free port; the server has to be closed and its clients gone. */
function serving(
  serve: (reader: StreamReader, writer: StreamWriter) => unknown,
  body: (port: number) => unknown,
) {
  const main = coroutine(function* main() {
    const server = yield* startServer(serve, HOST, 0);
    yield* asyncWith(server, () => body(portOf(server)) as Generator<never, unknown>);
  });
  return run(main());
}

/** A server of Node's own; gives its port. */
function nodeServer(serve: (socket: Socket) => void) {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {});
    serve(socket);
  });
  return new Promise<{ port: number; close: () => void }>((resolve) => {
    server.listen(0, HOST, () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, close: () => server.close() });
    });
  });
}

function* errorOf(what: unknown) {
  try {
    yield* what as Generator<never, unknown>;
    return 'no error';
  } catch (error) {
    return String(error);
  }
}

test('what a client writes comes back, over TCP and over a Unix socket', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sockets-'));
  const path = join(folder, 'echo');
  const ask = coroutine(function* ask([reader, writer]: [StreamReader, StreamWriter]) {
    writer.write(bytes('hello'));
    writer.writeEof();
    const answer = text(yield* reader.read());
    writer.close();
    yield* writer.waitClosed();
    return [answer, writer.getExtraInfo('peername')];
  });
  const main = coroutine(function* main() {
    const tcp = yield* startServer(echo, 'localhost', 0);
    const unix = yield* startUnixServer(echo, path);
    const port = portOf(tcp);
    const [first] = yield* ask(yield* openConnection('localhost', port));
    const second = yield* ask(yield* openUnixConnection(path));
    tcp.close();
    unix.close();
    yield* gather(tcp.waitClosed(), unix.waitClosed());
    return [first, second, yield* errorOf(openUnixConnection(path))];
  });
  expect(await run(main())).toEqual([
    'hello',
    ['hello', path],
    'FileNotFoundError: [Errno 2] No such file or directory',
  ]);
  await rm(folder, { recursive: true });
});

test('a server over a Unix socket removes its own path, and nothing that was put in its place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sockets-'));
  const path = join(folder, 'greet');
  const say = (word: string) => (_reader: StreamReader, writer: StreamWriter) => {
    writer.write(bytes(word));
    writer.close();
  };
  const ask = coroutine(function* ask() {
    const [reader, writer] = yield* openUnixConnection(path);
    const answer = text(yield* reader.read());
    writer.close();
    return answer;
  });
  const main = coroutine(function* main() {
    const answers: unknown[] = [];
    const first = yield* startUnixServer(say('first'), path);
    const second = yield* startUnixServer(say('second'), path);
    answers.push(yield* ask());
    first.close();
    answers.push(yield* ask());
    second.close();
    answers.push(yield* errorOf(ask()));
    const left = yield* startUnixServer(say('left'), path, { cleanupSocket: false });
    left.close();
    answers.push(yield* errorOf(ask()));
    const third = yield* startUnixServer(say('third'), path);
    rmSync(path);
    writeFileSync(path, 'a file');
    third.close();
    answers.push(readFileSync(path, 'utf8'), yield* errorOf(startUnixServer(echo, path)));
    return answers;
  });
  const { ECONNREFUSED, EADDRINUSE } = constants.errno;
  expect(await run(main())).toEqual([
    'second',
    'second',
    'FileNotFoundError: [Errno 2] No such file or directory',
    `ConnectionRefusedError: [Errno ${ECONNREFUSED}] Connection refused`,
    'a file',
    `OSError: [Errno ${EADDRINUSE}] Address '${path}' is already in use`,
  ]);
  expect(await readdir(folder)).toEqual(['greet']);
  await rm(folder, { recursive: true });
});

test('a name that there is not, a port where nobody listens, a port that is taken', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, HOST, 0);
    const port = portOf(server);
    const taken = yield* errorOf(startServer(echo, HOST, port));
    server.close();
    const refused = yield* errorOf(openConnection(HOST, port));
    const unknown = yield* errorOf(openConnection('no-such-host.invalid', 80));
    return [taken, refused, unknown].map((line) => line.replaceAll(String(port), 'PORT'));
  });
  const [taken, refused, unknown] = await run(main());
  expect(taken).toMatch(
    /^OSError: \[Errno \d+\] error while attempting to bind on address \('127.0.0.1', PORT\): \[errno \d+\] address already in use$/,
  );
  expect(refused).toMatch(
    /^ConnectionRefusedError: \[Errno \d+\] Connect call failed \('127.0.0.1', PORT\)$/,
  );
  expect(unknown).toMatch(/^gaierror: \[Errno -\d\]/);
});

test('a port that cannot be is a mistake, and a folder that there is not an error', async () => {
  const main = coroutine(function* main() {
    return [
      yield* errorOf(openConnection(HOST, 70_000)),
      yield* errorOf(startUnixServer(echo, '/no/such/folder/socket')),
    ];
  });
  const [port, folder] = await run(main());
  expect(port).toMatch(/^RangeError.*65536/);
  expect(folder).toMatch(/^FileNotFoundError: \[Errno \d+\] No such file or directory$/);
});

test('a server with nothing else to do waits for its clients', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, HOST, 0);
    const client = connect(portOf(server), HOST);
    setTimeout(() => client.destroy(), 300).unref();
    setTimeout(() => server.close(), 400).unref();
    return yield* errorOf(server.serveForever());
  });
  expect(await run(main())).toBe('CancelledError');
});

describe('faults', () => {
  test('a peer that resets', async () => {
    const { port, close } = await nodeServer((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    });
    const main = coroutine(function* main() {
      const [reader, writer] = yield* openConnection(HOST, port);
      writer.write(bytes('hello'));
      return [yield* errorOf(reader.read()), yield* errorOf(writer.waitClosed())];
    });
    const reset = expect.stringMatching(
      /^ConnectionResetError: \[Errno \d+\] Connection reset by peer$/,
    );
    expect(await run(main())).toEqual([reset, reset]);
    close();
  });

  test('what arrived before the reset is read first', async () => {
    const { port, close } = await nodeServer((socket) => {
      socket.write('last words\n');
      setTimeout(() => socket.resetAndDestroy(), 100);
    });
    const main = coroutine(function* main() {
      const [reader, writer] = yield* openConnection(HOST, port);
      const line = text(yield* reader.readline());
      const error = yield* errorOf(reader.readline());
      writer.close();
      return [line, error.split(':')[0]];
    });
    expect(await run(main())).toEqual(['last words\n', 'ConnectionResetError']);
    close();
  });

  test('a half-closed connection still brings the answer', async () => {
    const { port, close } = await nodeServer((socket) => {
      socket.resume();
      socket.on('end', () => setTimeout(() => socket.end('answer'), 50));
    });
    const main = coroutine(function* main() {
      const [reader, writer] = yield* openConnection(HOST, port);
      writer.writeEof();
      const answer = text(yield* reader.read());
      writer.close();
      yield* writer.waitClosed();
      return answer;
    });
    expect(await run(main())).toBe('answer');
    close();
  });

  test('a client that sends a byte at a time, and one that goes in the middle of a line', async () => {
    const lines: string[] = [];
    const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
      lines.push(text(yield* reader.readline()));
      writer.close();
    });
    await serving(serve, function* (port: number) {
      const slow = connect(port, HOST);
      for (const byte of bytes('slow\n')) {
        slow.write(Uint8Array.of(byte));
        yield* sleep(0.02);
      }
      const gone = connect(port, HOST);
      gone.end('half');
      yield* waitFor(
        until(() => lines.length === 2),
        5,
      );
      slow.destroy();
    });
    expect(lines.sort()).toEqual(['half', 'slow\n']);
  });

  test('a line without end fails, and the server stays up', async () => {
    const errors: string[] = [];
    const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
      errors.push(yield* errorOf(reader.readline()));
      writer.write(bytes('bye'));
      writer.close();
    });
    await serving(serve, function* (port: number) {
      for (let round = 0; round < 2; round += 1) {
        const [, writer] = yield* openConnection(HOST, port);
        writer.write(new Uint8Array(200_000).fill(120));
        yield* waitFor(
          until(() => errors.length > round),
          5,
        );
        writer.transport.abort();
      }
    });
    expect(errors).toEqual(
      Array(2).fill('ValueError: Separator is not found, and chunk exceed the limit'),
    );
  });

  test('100 random streams that are split at random places come back as they were', async () => {
    const random = randomNumbers(3);
    const talk = coroutine(function* talk(port: number) {
      const [reader, writer] = yield* openConnection(HOST, port);
      const length = Math.floor(random() * 5000);
      const data = Uint8Array.from({ length }, () => Math.floor(random() * 256));
      const reading = createTask(reader.read());
      for (const piece of pieces(data, 700, random)) {
        writer.write(piece);
        yield* random() < 0.5 ? writer.drain() : sleep(0);
      }
      writer.writeEof();
      const isSame = Buffer.compare(yield* reading, data) === 0;
      writer.close();
      yield* writer.waitClosed();
      return isSame;
    });
    await serving(echo, function* (port: number) {
      const all = yield* gather(...Array.from({ length: 100 }, () => talk(port)));
      expect(all).toEqual(Array(100).fill(true));
    });
  });
});

describe('back-pressure', () => {
  test('drain holds a writer to a reader that does not read', async () => {
    const { port, close } = await nodeServer((socket) => {
      socket.pause();
      setTimeout(() => socket.resume(), 300);
      socket.on('end', () => socket.end());
    });
    const main = coroutine(function* main() {
      const [reader, writer] = yield* openConnection(HOST, port);
      const begun = performance.now();
      let most = 0;
      for (let i = 0; i < 512; i += 1) {
        writer.write(new Uint8Array(2 ** 16));
        most = Math.max(most, writer.transport.getWriteBufferSize());
        yield* writer.drain();
      }
      writer.writeEof();
      yield* reader.read();
      writer.close();
      yield* writer.waitClosed();
      return [most, performance.now() - begun];
    });
    const [most, elapsed] = await run(main());
    expect(most).toBeLessThanOrEqual(2 ** 17);
    expect(elapsed).toBeGreaterThan(250);
    close();
  });

  test('a reader that does not read holds the peer that writes', async () => {
    let sent = 0;
    const { port, close } = await nodeServer((socket) => {
      const more = () => {
        while (sent < 2 ** 26) {
          sent += 2 ** 16;
          if (!socket.write(new Uint8Array(2 ** 16))) return;
        }
        socket.end();
      };
      socket.on('drain', more);
      more();
    });
    const main = coroutine(function* main() {
      const [reader, writer] = yield* openConnection(HOST, port);
      yield* sleep(0.3);
      const held = sent;
      const { length } = yield* reader.read();
      writer.close();
      return [held, length];
    });
    const [held, length] = await run(main());
    expect(held).toBeLessThan(2 ** 25);
    expect(length).toBe(2 ** 26);
    close();
  });
});

test("Node's fetch asks a server here", async () => {
  const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    yield* reader.readuntil(bytes('\r\n\r\n'));
    writer.write(bytes('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello'));
    yield* writer.drain();
    writer.close();
  });
  await serving(serve, function* (port: number) {
    const response = yield* wrapFuture(fetch(`http://${HOST}:${port}/`));
    expect(yield* wrapFuture(response.text())).toBe('hello');
  });
});

test('what keeps a connection away is reported, and the server stays up', async () => {
  const messages: unknown[] = [];
  const main = coroutine(function* main() {
    getRunningLoop().setExceptionHandler((_, { message, exception }) => {
      messages.push([message, String(exception)]);
    });
    const listening = vi.spyOn(NodeServer.prototype, 'address');
    const server = yield* startServer(echo, HOST, 0);
    const [real] = listening.mock.contexts as NodeServer[];
    real?.emit('error', Object.assign(new Error(), { code: 'EMFILE', errno: -24 }));
    yield* sleep(0);
    yield* sleep(0);
    const isServing = server.isServing();
    server.close();
    listening.mockRestore();
    return isServing;
  });
  expect(await run(main())).toBe(true);
  expect(messages).toEqual([
    ['socket.accept() out of system resource', 'OSError: [Errno 24] Too many open files'],
  ]);
});

test('a cancelled connection is no connection, and a loop that ends leaves none open', async () => {
  const open = () => process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP'));
  const before = open().length;
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, HOST, 0);
    const connecting = createTask(openConnection(HOST, portOf(server)));
    yield* sleep(0);
    connecting.cancel();
    yield* errorOf(connecting);
    yield* openConnection(HOST, portOf(server));
    yield* sleep(0.05);
  });
  await run(main());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(open().length).toBeLessThanOrEqual(before);
});

test('a loop that is closed in the middle of a connection lets go of it', async () => {
  let accepted = 0;
  const { port, close } = await nodeServer((socket) => {
    accepted += 1;
    socket.on('close', () => {
      accepted -= 1;
    });
    socket.resume();
    socket.on('end', () => socket.end());
  });
  for (let iterations = 0; iterations < 4; iterations += 1) {
    const loop = newEventLoop();
    const main = coroutine(function* main() {
      createTask(openConnection(HOST, port));
      for (let i = 0; i < iterations; i += 1) yield* sleep(0);
    });
    await loop.runUntilComplete(main());
    loop.close();
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(accepted).toBe(0);
  close();
});

function* until(isSo: () => boolean) {
  while (!isSo()) yield* sleep(0.01);
}
