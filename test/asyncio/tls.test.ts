/** TLS on the network of the virtual host: its round trips, its end, and what is refused. */
import { expect, test } from 'vitest';
import {
  type Body,
  coroutine,
  createSubprocessExec,
  createTask,
  Future,
  getRunningLoop,
  type NetworkOptions,
  newEventLoop,
  openConnection,
  openUnixConnection,
  PIPE,
  print,
  rethrowIfCancelled,
  run,
  type SSLObject,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  startUnixServer,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { bytes, pieces, randomNumbers, text } from './bytes.js';
import { programTranscript } from './transcript.js';

const HOST = '127.0.0.1';
const PORT = 443;
const NAMED = { serverHostname: 'localhost' };

/** Run a coroutine on a network; returns its lines. */
function transcript(main: () => Body<unknown>, network: NetworkOptions = {}): Promise<string[]> {
  return programTranscript(() => run(main()), { network });
}

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

/** Print how something ends. */
function* outcome(name: string, what: unknown) {
  try {
    print(name, yield* what as Body<unknown>);
  } catch (error) {
    rethrowIfCancelled(error);
    print(name, String(error));
  }
}

test('a handshake takes a round trip, and so does the end', async () => {
  const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    print('accepted');
    yield* echo(reader, writer);
    print('server closed');
  });
  const main = function* () {
    yield* startServer(serve, HOST, PORT, { ssl: {} });
    const [reader, writer] = yield* openConnection(HOST, PORT, { ssl: true });
    print('connected');
    writer.write(bytes('hello'));
    print(yield* reader.readexactly(5));
    writer.close();
    yield* writer.waitClosed();
    print('client closed');
  };
  expect(await transcript(main, { delay: 1 })).toEqual([
    't=4 connected',
    't=5 accepted',
    "t=6 b'hello'",
    't=7 server closed',
    't=8 client closed',
  ]);
});

test('a connection goes on over TLS in the middle, and both sides know it', async () => {
  const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    print('asked', yield* reader.readline());
    writer.write(bytes('go ahead\n'));
    yield* writer.startTls({ ALPNProtocols: ['h2', 'http/1.1'] });
    const ssl = writer.getExtraInfo('ssl_object') as SSLObject;
    print('server', ssl.serverSide, ssl.version(), ssl.selectedAlpnProtocol());
    yield* echo(reader, writer);
  });
  const main = function* () {
    const server = yield* startServer(serve, HOST, PORT);
    const [reader, writer] = yield* openConnection(HOST, PORT);
    print(writer.canWriteEof(), writer.getExtraInfo('ssl_object'));
    writer.write(bytes('STARTTLS\n'));
    print('answered', yield* reader.readline());
    const context = { ALPNProtocols: ['http/1.1'] };
    yield* writer.startTls(context, NAMED);
    const ssl = writer.getExtraInfo('ssl_object') as SSLObject;
    print('client', ssl.serverSide, ssl.serverHostname, ssl.selectedAlpnProtocol());
    print(writer.getExtraInfo('sslcontext') === context, writer.getExtraInfo('peername'));
    print(['cipher', 'peercert', 'pipe'].map((name) => writer.getExtraInfo(name, 'fallback')));
    writer.write(bytes('secret\n'));
    print(yield* reader.readline());
    yield* outcome('eof', end(writer));
    print(String(reader));
    writer.close();
    server.close();
    yield* server.waitClosed();
    yield* outcome('again', writer.startTls(context, NAMED));
  };
  expect(await transcript(main)).toEqual([
    't=0 True None',
    "t=0 asked b'STARTTLS\\n'",
    "t=0 answered b'go ahead\\n'",
    't=0 client False localhost http/1.1',
    "t=0 True ['127.0.0.1', 443]",
    "t=0 [None, None, 'fallback']",
    't=0 server True TLSv1.3 http/1.1',
    "t=0 b'secret\\n'",
    't=0 eof NotImplementedError',
    't=0 <StreamReader transport=<asyncio.sslproto._SSLProtocolTransport object>>',
    't=0 again ConnectionResetError: Connection lost',
  ]);
});

test('nothing is waited for any more when it is over', async () => {
  const main = function* () {
    const server = yield* startServer(echo, HOST, PORT, { ssl: {} });
    const [, writer] = yield* openConnection(HOST, PORT, { ssl: true });
    writer.close();
    server.close();
    yield* server.waitClosed();
    yield* new Future();
  };
  const host = virtualHost({ output: { print: () => {}, warn: () => {} } });
  await expect(withHost(host, () => run(main()))).rejects.toThrow('can no longer happen');
  expect(host.time()).toBe(0);
});

test('the end of the other side closes the connection', async () => {
  const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    print('server', yield* reader.read());
    writer.write(bytes('too late'));
    yield* sleep(0.5);
    yield* outcome('drain', writer.drain());
  });
  const main = function* () {
    yield* startServer(serve, HOST, PORT, { ssl: {} });
    const [, writer] = yield* openConnection(HOST, PORT, { ssl: true });
    writer.write(bytes('hello'));
    writer.close();
    yield* writer.waitClosed();
    yield* sleep(1);
  };
  expect(await transcript(main)).toEqual([
    "t=0 server b'hello'",
    't=0.5 drain ConnectionResetError: Connection lost',
  ]);
});

test('300 random texts, split at random places, come back as they were', async () => {
  const random = randomNumbers(11);
  const talk = coroutine(function* talk(index: number) {
    const [reader, writer] = yield* openConnection(HOST, PORT, { ssl: true });
    const length = Math.floor(random() * (index % 10 === 0 ? 100_000 : 400));
    const data = Uint8Array.from({ length }, () => Math.floor(random() * 256));
    const reading = createTask(reader.readexactly(length));
    for (const piece of pieces(data, Math.max(50, length / 3), random)) {
      writer.write(piece);
      if (random() < 0.5) yield* writer.drain();
      if (random() < 0.3) yield* sleep(0);
    }
    expect([index, text(yield* reading)]).toEqual([index, text(data)]);
    writer.close();
    yield* writer.waitClosed();
  });
  const main = function* () {
    const server = yield* startServer(echo, HOST, PORT, { ssl: {} });
    const talks = Array.from({ length: 300 }, (_, index) => createTask(talk(index)));
    for (const task of talks) yield* task;
    server.close();
    yield* server.waitClosed();
    print('done');
  };
  expect(await transcript(main)).toEqual(['t=0 done']);
  const [slow] = await transcript(main, { delay: 0.01, bandwidth: 1e6 });
  expect(slow).toMatch(/^t=\d+\.\d+ done$/);
});

test('a writer is held by a reader that does not keep up, and nothing is lost at the end', async () => {
  const serve = coroutine(function* serve(reader: StreamReader) {
    yield* sleep(1);
    print('read', (yield* reader.read()).length);
  });
  const main = function* () {
    yield* startServer(serve, HOST, PORT, { ssl: {} });
    const [, writer] = yield* openConnection(HOST, PORT, { ssl: true });
    print(writer.transport.getWriteBufferLimits());
    writer.write(new Uint8Array(3_000_000));
    yield* writer.drain();
    print('drained', writer.transport.getWriteBufferSize() <= 131_072);
    writer.close();
    yield* writer.waitClosed();
    print('closed');
  };
  expect(await transcript(main)).toEqual([
    't=0 [131072, 524288]',
    't=1 drained True',
    't=1 read 3000000',
    't=1 closed',
  ]);
});

test('who speaks without TLS is found out, and learns of it', async () => {
  const main = function* () {
    const server = yield* startServer(echo, HOST, PORT, { ssl: {} });
    const plain = yield* startServer(
      (_, writer) => writer.write(bytes('220 welcome\r\n')),
      HOST,
      25,
    );
    const [reader, writer] = yield* openConnection(HOST, PORT);
    writer.write(bytes('GET / HTTP/1.0\r\n\r\n'));
    yield* outcome('plain client', reader.read());
    writer.close();
    yield* outcome('TLS client', openConnection(HOST, 25, { ssl: true }));
    print(server.isServing(), plain.isServing());
  };
  expect(await transcript(main)).toEqual([
    "t=0 plain client b''",
    't=0 TLS client SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number',
    't=0 True True',
  ]);
});

test('a handshake that fails is reported by a server in debug mode alone', async () => {
  const noisy = (debug: boolean) =>
    programTranscript(() => {
      const main = coroutine(function* main() {
        yield* startServer(echo, HOST, PORT, { ssl: {} });
        const [, writer] = yield* openConnection(HOST, PORT);
        writer.write(bytes('GET / HTTP/1.0\r\n\r\n'));
        yield* sleep(1);
        writer.close();
      });
      return run(main(), { debug });
    });
  expect(await noisy(false)).toEqual([]);
  expect(await noisy(true)).toEqual([
    'warning: Error on transport creation for incoming connection',
  ]);
});

test('two clients, or two servers, do not come together', async () => {
  const serve = coroutine(function* serve(_: StreamReader, writer: StreamWriter) {
    yield* outcome('server', writer.startTls({}, NAMED));
    writer.close();
  });
  const main = function* () {
    yield* startServer(serve, HOST, PORT);
    const [, writer] = yield* openConnection(HOST, PORT);
    writer.write(Uint8Array.of(22, 3, 3, 0, 19, ...bytes('{"says":"finished"}')));
    yield* sleep(1);
    writer.close();
  };
  expect(await transcript(main)).toEqual([
    't=0 server SSLError: [SSL: UNEXPECTED_MESSAGE] unexpected message',
  ]);
});

test('a handshake has its time, and the connection is lost with it', async () => {
  const silent = coroutine(function* silent() {
    yield* sleep(100);
  });
  const main = function* () {
    yield* startServer(silent, HOST, PORT);
    yield* outcome('open', openConnection(HOST, PORT, { ssl: true }));
    const [reader, writer] = yield* openConnection(HOST, PORT);
    const options = { ...NAMED, sslHandshakeTimeout: 2.5 };
    yield* outcome('start', writer.startTls({}, options));
    yield* outcome('read', reader.read());
    yield* outcome('closed', writer.waitClosed());
  };
  const late = (seconds: number) =>
    `ConnectionAbortedError: SSL handshake is taking longer than ${seconds} seconds: aborting the connection`;
  expect(await transcript(main)).toEqual([
    `t=60 open ${late(60)}`,
    `t=62.5 start ${late(2.5)}`,
    `t=62.5 read ${late(2.5)}`,
    `t=62.5 closed ${late(2.5)}`,
  ]);
});

test('a peer that goes away in the middle of a handshake', async () => {
  const serve = coroutine(function* serve(_: StreamReader, writer: StreamWriter) {
    yield* sleep(1);
    writer.close();
  });
  const main = function* () {
    yield* startServer(serve, HOST, PORT);
    yield* outcome('open', openConnection(HOST, PORT, { ssl: true }));
    // It reads nothing, so that its end is a reset.
    yield* startServer((_, { transport }) => transport.abort(), HOST, 25);
    yield* outcome('open', openConnection(HOST, 25, { ssl: true }));
  };
  expect(await transcript(main)).toEqual([
    't=1 open ConnectionResetError',
    't=1 open ConnectionResetError: [Errno 104] Connection reset by peer',
  ]);
});

test('a handshake that is cancelled closes the connection', async () => {
  const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    yield* reader.read();
    print('server has the end');
    writer.close();
  });
  const main = function* () {
    yield* startServer(serve, HOST, PORT);
    const [reader, writer] = yield* openConnection(HOST, PORT);
    const upgrading = createTask(writer.startTls({}, NAMED));
    yield* sleep(1);
    upgrading.cancel();
    yield* sleep(1);
    print(upgrading.cancelled(), yield* reader.read());
    yield* outcome('closed', writer.waitClosed());
  };
  expect(await transcript(main)).toEqual([
    't=1 server has the end',
    "t=2 True b''",
    't=2 closed None',
  ]);
});

test('cancelled before the handshake, while what was written is sent, it closes it too', async () => {
  const silent = coroutine(function* silent() {
    yield* sleep(100);
  });
  const main = function* () {
    yield* startServer(silent, HOST, PORT);
    const [, writer] = yield* openConnection(HOST, PORT);
    writer.transport.setWriteBufferLimits({ high: 2 ** 22 });
    writer.write(new Uint8Array(2 ** 21));
    const upgrading = createTask(writer.startTls({}, NAMED));
    yield* sleep(1);
    upgrading.cancel();
    yield* sleep(0);
    print(upgrading.cancelled(), writer.isClosing());
    writer.transport.abort();
  };
  expect(await transcript(main)).toEqual(['t=1 True True']);
});

test('an end that is not answered is given up in time, or at once by abort', async () => {
  const deaf = coroutine(function* deaf() {
    yield* sleep(1000);
  });
  const main = function* () {
    yield* startServer(deaf, HOST, PORT, { ssl: {} });
    const rounds = [
      [10, false],
      [600_000, false],
      [600_000, true],
    ] as const;
    for (const [size, abort] of rounds) {
      const [, writer] = yield* openConnection(HOST, PORT, { ssl: true });
      // In the second round more than anybody takes: the server's reader is full, and so is the line.
      writer.write(new Uint8Array(size));
      const begun = getRunningLoop().time();
      writer.close();
      yield* sleep(1);
      if (abort) writer.transport.abort();
      yield* outcome('closed', writer.waitClosed());
      print(getRunningLoop().time() - begun);
    }
  };
  expect(await transcript(main)).toEqual([
    't=1 closed None',
    't=1 1',
    't=31 closed TimeoutError: SSL shutdown timed out',
    't=31 30',
    't=32 closed None',
    't=32 1',
  ]);
  const hasty = function* () {
    yield* startServer(deaf, HOST, PORT, { ssl: {} });
    const [, writer] = yield* openConnection(HOST, PORT, { ssl: true });
    writer.close();
    yield* sleep(0.5);
    print('all is said');
    writer.transport.abort();
    yield* outcome('closed', writer.waitClosed());
  };
  expect(await transcript(hasty, { delay: 1 })).toEqual(['t=4.5 all is said', 't=4.5 closed None']);
});

test('what makes no sense is refused', async () => {
  const main = function* () {
    yield* startServer(echo, HOST, PORT);
    yield* outcome('name', openConnection(HOST, PORT, NAMED));
    yield* outcome('time', openConnection(HOST, PORT, { sslHandshakeTimeout: 1 }));
    yield* outcome('no host', openConnection(undefined, PORT, { ssl: true }));
    yield* outcome('no name', openUnixConnection('/tmp/socket', { ssl: true }));
    yield* outcome('context', openConnection(HOST, PORT, { ssl: 'yes' as never }));
    yield* outcome('zero', openConnection(HOST, PORT, { ssl: true, sslShutdownTimeout: 0 }));
    yield* outcome('server', startServer(echo, HOST, 1, { ssl: true as never }));
    yield* outcome('server time', startUnixServer(echo, '/tmp/s', { sslShutdownTimeout: 1 }));
    const [, writer] = yield* openConnection(HOST, PORT);
    yield* outcome('start', writer.startTls({}));
    yield* outcome('none', writer.startTls(undefined as never, NAMED));
    print(writer.isClosing());
    const child = yield* createSubprocessExec('cat', { stdin: PIPE });
    yield* outcome('pipe', child.stdin?.startTls({}, NAMED));
    child.stdin?.close();
    yield* child.wait();
  };
  expect(await transcript(main)).toEqual([
    't=0 name ValueError: server_hostname is only meaningful with ssl',
    't=0 time ValueError: ssl_handshake_timeout is only meaningful with ssl',
    't=0 no host ValueError: You must set server_hostname when using ssl without a host',
    't=0 no name ValueError: you have to pass server_hostname when using ssl',
    "t=0 context TypeError: sslcontext is expected to be an instance of ssl.SSLContext, got 'yes': give the options { cert, key, ca }",
    't=0 zero ValueError: ssl_shutdown_timeout should be a positive number, got 0',
    't=0 server TypeError: ssl argument must be an SSLContext or None',
    't=0 server time ValueError: ssl_shutdown_timeout is only meaningful with ssl',
    't=0 start ValueError: check_hostname requires server_hostname',
    't=0 none TypeError: sslcontext is expected to be an instance of ssl.SSLContext, got None: give the options { cert, key, ca }',
    't=0 False',
    't=0 pipe TypeError: transport <_UnixWritePipeTransport idle bufsize=0> is not supported by startTls()',
  ]);
});

test('a loop that is closed in the middle of a handshake lets go of it', async () => {
  const host = virtualHost({ output: { print: () => {}, warn: () => {} } });
  await withHost(host, async () => {
    const loop = newEventLoop();
    const main = function* () {
      yield* startServer(
        coroutine(function* () {}),
        HOST,
        PORT,
      );
      createTask(openConnection(HOST, PORT, { ssl: true }));
      yield* sleep(1);
    };
    await loop.runUntilComplete(main());
    loop.close();
    expect(loop.isClosed()).toBe(true);
  });
});

function* end(writer: StreamWriter) {
  writer.writeEof();
}
