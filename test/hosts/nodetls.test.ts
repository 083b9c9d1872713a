/** TLS over real sockets: with a certificate of our own, and with Node's own TLS on the other side. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createPlainServer } from 'node:net';
import { connect as connectTls, createServer, type TLSSocket } from 'node:tls';
import { describe, expect, test } from 'vitest';
import {
  asyncWith,
  type Body,
  type ConnectionOptions,
  coroutine,
  createTask,
  openConnection,
  run,
  type Server,
  type SSLObject,
  type StreamReader,
  type StreamServerOptions,
  type StreamWriter,
  sleep,
  startServer,
  wrapFuture,
} from '../../src/index.js';
import { bytes, randomNumbers, text } from '../asyncio/bytes.js';
import { clientContext, issuedContext, serverContext } from './localhost.js';

const HOST = '127.0.0.1';
const NAME = 'localhost';

const echo = coroutine(function* echo(reader: StreamReader, writer: StreamWriter) {
  for (;;) {
    const data = yield* reader.read(2 ** 16);
    if (data.length === 0) break;
    writer.write(data);
    yield* writer.drain();
  }
  writer.close();
});

function portOf(server: Server): number {
  return server.sockets[0]?.getsockname()[1] as number;
}

/** Run a body with a server on a free port; the server has to be closed and its clients gone. */
function serving<T>(
  serve: (reader: StreamReader, writer: StreamWriter) => unknown,
  body: (port: number, server: Server) => Body<T>,
  options: StreamServerOptions = { ssl: serverContext },
): Promise<T> {
  const main = coroutine(function* main() {
    const server = yield* startServer(serve, HOST, 0, options);
    return yield* asyncWith(server, () => body(portOf(server), server));
  });
  return run(main());
}

function* errorOf(what: unknown) {
  try {
    yield* what as Generator<never, unknown>;
    return 'no error';
  } catch (error) {
    return String(error);
  }
}

/** Have a server of Node's own; gives its port. */
async function listening(server: ReturnType<typeof createPlainServer>): Promise<number> {
  server.listen(0, HOST);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

test('a client and a server talk over TLS from the start', async () => {
  const talk = function* (port: number) {
    const [reader, writer] = yield* openConnection(NAME, port, { ssl: clientContext });
    writer.write(bytes('hello\n'));
    const answer = text(yield* reader.readline());
    const canWriteEof = writer.canWriteEof();
    writer.close();
    yield* writer.waitClosed();
    return [answer, canWriteEof, text(yield* reader.read())];
  };
  expect(await serving(echo, talk)).toEqual(['hello\n', false, '']);
});

test('a connection goes on over TLS in the middle, with the same reader and writer', async () => {
  const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    const before = text(yield* reader.readline());
    writer.write(bytes('go ahead\n'));
    yield* writer.startTls(serverContext);
    writer.write(bytes(`${before.trim()}, then ${text(yield* reader.readline())}`));
    writer.close();
    yield* writer.waitClosed();
  });
  const talk = function* (port: number) {
    const [reader, writer] = yield* openConnection(HOST, port);
    writer.write(bytes('plain\n'));
    const before = text(yield* reader.readline());
    yield* writer.startTls(clientContext, { serverHostname: NAME });
    writer.write(bytes('secret\n'));
    const after = text(yield* reader.read());
    writer.close();
    yield* writer.waitClosed();
    return [before, after];
  };
  expect(await serving(serve, talk, {})).toEqual(['go ahead\n', 'plain, then secret\n']);
});

test('what was written before is sent before the handshake, all of it', async () => {
  const serve = coroutine(function* serve(_: StreamReader, writer: StreamWriter) {
    writer.transport.setWriteBufferLimits({ high: 10_000_000 });
    writer.write(new Uint8Array(8_000_000));
    const held = writer.transport.getWriteBufferSize();
    yield* writer.startTls(serverContext);
    writer.write(bytes(`${held > 0} ${writer.transport.getWriteBufferLimits()}`));
    writer.close();
  });
  const talk = function* (port: number) {
    const [reader, writer] = yield* openConnection(HOST, port);
    const { length } = yield* reader.readexactly(8_000_000);
    yield* writer.startTls(clientContext, { serverHostname: NAME });
    const answer = text(yield* reader.read());
    writer.close();
    yield* writer.waitClosed();
    return [length, answer];
  };
  expect(await serving(serve, talk, {})).toEqual([8_000_000, 'true 131072,524288']);
});

test('ten megabytes go through and back, whatever their pieces', async () => {
  const random = randomNumbers(5);
  const data = Uint8Array.from({ length: 10_000_000 }, () => random() * 256);
  const talk = function* (port: number) {
    const [reader, writer] = yield* openConnection(NAME, port, { ssl: clientContext });
    const reading = createTask(reader.readexactly(data.length));
    for (let begin = 0; begin < data.length; ) {
      const end = begin + 1 + Math.floor(random() * 200_000);
      writer.write(data.subarray(begin, end));
      yield* writer.drain();
      begin = end;
    }
    const isSame = Buffer.compare(yield* reading, data) === 0;
    writer.close();
    yield* writer.waitClosed();
    return isSame;
  };
  expect(await serving(echo, talk)).toBe(true);
});

test('what is known of the connection, as Python has it', async () => {
  const talk = function* (port: number) {
    const [, writer] = yield* openConnection(NAME, port, { ssl: clientContext });
    const ssl = writer.getExtraInfo('ssl_object') as SSLObject;
    const known = {
      peername: writer.getExtraInfo('peername'),
      peercert: writer.getExtraInfo('peercert'),
      cipher: writer.getExtraInfo('cipher'),
      isContext: writer.getExtraInfo('sslcontext') === clientContext,
      version: ssl.version(),
      name: [ssl.serverSide, ssl.serverHostname, ssl.selectedAlpnProtocol()],
      others: ['compression', 'nothing'].map((name) => writer.getExtraInfo(name, 'fallback')),
    };
    writer.close();
    yield* writer.waitClosed();
    return { ...known, peername: String(known.peername) === `${HOST},${port}` };
  };
  const name = [[['organizationName', 'asyncio-lab tests']], [['commonName', 'localhost']]];
  expect(await serving(echo, talk)).toEqual({
    peername: true,
    peercert: {
      subject: name,
      issuer: name,
      serialNumber: '01',
      notBefore: 'Jan  1 00:00:00 2020 GMT',
      notAfter: 'Jan  1 00:00:00 2120 GMT',
      subjectAltName: [
        ['DNS', 'localhost'],
        ['IP Address', '127.0.0.1'],
      ],
    },
    cipher: ['TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256],
    isContext: true,
    version: 'TLSv1.3',
    name: [false, 'localhost', undefined],
    others: [undefined, 'fallback'],
  });
});

test('the server knows of its client what it asked for', async () => {
  const known: unknown[] = [];
  const serve = (_: StreamReader, writer: StreamWriter) => {
    const ssl = writer.getExtraInfo('ssl_object') as SSLObject;
    known.push(ssl.serverSide, ssl.getpeercert()?.serialNumber, ssl.selectedAlpnProtocol());
    writer.close();
  };
  const talk = function* (port: number) {
    const ssl = { ...serverContext, ...clientContext, ALPNProtocols: ['b', 'a'] };
    const [reader, writer] = yield* openConnection(NAME, port, { ssl });
    yield* reader.read();
    writer.close();
    yield* writer.waitClosed();
  };
  const ssl = { ...serverContext, ...clientContext, requestCert: true, ALPNProtocols: ['a', 'b'] };
  await serving(serve, talk, { ssl });
  expect(known).toEqual([true, '01', 'a']);
});

describe('a handshake fails', () => {
  const connecting = (host: string, options: ConnectionOptions) =>
    serving(echo, function* (port) {
      return yield* errorOf(openConnection(host, port, options));
    });

  test('with a certificate that nobody vouches for', async () => {
    expect(await connecting(NAME, { ssl: true })).toBe(
      'SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate',
    );
  });

  test('with a certificate of an authority that is not known', async () => {
    const connecting = function* (port: number) {
      return yield* errorOf(openConnection(NAME, port, { ssl: clientContext }));
    };
    expect(await serving(echo, connecting, { ssl: issuedContext })).toBe(
      'SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate',
    );
  });

  test('with a certificate of another host', async () => {
    expect(await connecting(HOST, { ssl: clientContext, serverHostname: 'example.org' })).toBe(
      "SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'example.org'.",
    );
    expect(await connecting(HOST, { ssl: clientContext, serverHostname: '127.0.0.2' })).toBe(
      "SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: IP address mismatch, certificate is not valid for '127.0.0.2'.",
    );
  });

  test('but not when the address is in the certificate, or nothing is checked', async () => {
    const talk = (options: ConnectionOptions) =>
      serving(echo, function* (port) {
        const [, writer] = yield* openConnection(HOST, port, options);
        const certificate = writer.getExtraInfo('peercert');
        writer.close();
        yield* writer.waitClosed();
        return certificate;
      });
    expect(await talk({ ssl: clientContext })).toMatchObject({ serialNumber: '01' });
    expect(await talk({ ssl: { rejectUnauthorized: false } })).toEqual({});
  });

  test('with a server that speaks without TLS', async () => {
    const plain = createPlainServer((socket) => {
      socket.on('error', () => {});
      socket.end('220 welcome to a server of another kind\r\n');
    });
    const port = await listening(plain);
    const main = coroutine(function* main() {
      return yield* errorOf(openConnection(NAME, port, { ssl: clientContext }));
    });
    expect(await run(main())).toBe('SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number');
    plain.close();
  });

  test('with a server that goes away', async () => {
    const plain = createPlainServer((socket) => {
      socket.once('data', () => socket.end());
      socket.on('error', () => {});
    });
    const port = await listening(plain);
    const main = coroutine(function* main() {
      return yield* errorOf(openConnection(NAME, port, { ssl: clientContext }));
    });
    expect(await run(main())).toBe('ConnectionResetError');
    plain.close();
  });

  test('with a server that says nothing, after a time', async () => {
    const sockets: Socket[] = [];
    const plain = createPlainServer((socket) => {
      socket.on('error', () => {});
      sockets.push(socket);
    });
    const port = await listening(plain);
    const main = coroutine(function* main() {
      const options = { ssl: clientContext, sslHandshakeTimeout: 0.2 };
      return yield* errorOf(openConnection(NAME, port, options));
    });
    expect(await run(main())).toBe(
      'ConnectionAbortedError: SSL handshake is taking longer than 0.2 seconds: aborting the connection',
    );
    for (const socket of sockets) socket.destroy();
    plain.close();
  });

  test('in the middle of a connection, and reader and writer say so too', async () => {
    const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
      yield* reader.readline();
      writer.write(bytes('go ahead\n'));
      yield* errorOf(writer.startTls(serverContext));
    });
    const talk = function* (port: number) {
      const [reader, writer] = yield* openConnection(HOST, port);
      writer.write(bytes('go\n'));
      yield* reader.readline();
      const options = { serverHostname: 'example.org' };
      return [
        yield* errorOf(writer.startTls(clientContext, options)),
        yield* errorOf(reader.read()),
        yield* errorOf(writer.waitClosed()),
      ].map((line) => line.split(':')[0]);
    };
    expect(await serving(serve, talk, {})).toEqual(Array(3).fill('SSLCertVerificationError'));
  });

  test('after the client thought that it was over: the server wants a certificate', async () => {
    const talk = function* (port: number) {
      const [reader, writer] = yield* openConnection(NAME, port, { ssl: clientContext });
      const errors = [yield* errorOf(reader.read()), yield* errorOf(writer.waitClosed())];
      return errors;
    };
    const ssl = { ...serverContext, ...clientContext, requestCert: true };
    expect(await serving(echo, talk, { ssl })).toEqual(
      Array(2).fill(
        'SSLError: [SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED] tlsv13 alert certificate required',
      ),
    );
  });

  test('and the server stays up', async () => {
    const talk = function* (port: number) {
      const first = yield* errorOf(openConnection(HOST, port, { ssl: true }));
      const [noise, noisy] = yield* openConnection(HOST, port);
      noisy.write(bytes('GET / HTTP/1.0\r\n\r\n'));
      yield* errorOf(noise.read());
      noisy.close();
      const [reader, writer] = yield* openConnection(HOST, port, { ssl: clientContext });
      writer.write(bytes('still there?\n'));
      const answer = text(yield* reader.readline());
      writer.close();
      return [first.split(':')[0], answer];
    };
    expect(await serving(echo, talk)).toEqual(['SSLCertVerificationError', 'still there?\n']);
  });
});

test('a handshake that is cancelled, or whose loop is closed, leaves nothing open', async () => {
  const sockets = new Set<Socket>();
  const plain = createPlainServer((socket) => {
    sockets.add(socket);
    socket.resume();
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listening(plain);
  const main = coroutine(function* main() {
    const [, writer] = yield* openConnection(HOST, port);
    const upgrading = createTask(writer.startTls(clientContext, { serverHostname: NAME }));
    yield* sleep(0.05);
    upgrading.cancel();
    const cancelled = yield* errorOf(upgrading);
    yield* writer.waitClosed();
    createTask(openConnection(NAME, port, { ssl: clientContext }));
    yield* sleep(0.05);
    return cancelled;
  });
  expect(await run(main())).toBe('CancelledError');
  await expect.poll(() => sockets.size).toBe(0);
  plain.close();
});

test('an end that the other side does not answer is waited for, and then told', async () => {
  const sockets: TLSSocket[] = [];
  const server = createServer({ ...serverContext, allowHalfOpen: true } as object, (socket) => {
    socket.on('error', () => {});
    sockets.push(socket);
  });
  const port = await listening(server);
  const main = coroutine(function* main() {
    const options = { ssl: clientContext, sslShutdownTimeout: 0.2 };
    const [, writer] = yield* openConnection(NAME, port, options);
    writer.close();
    return yield* errorOf(writer.waitClosed());
  });
  expect(await run(main())).toBe('TimeoutError: SSL shutdown timed out');
  for (const socket of sockets) socket.destroy();
  server.close();
});

test("a server here talks to Node's TLS, and a client here to Node's server", async () => {
  const server = createServer(serverContext as object, (socket) => {
    socket.on('data', (data) => socket.write(data.toString().toUpperCase()));
    socket.on('error', () => {});
  });
  const nodePort = await listening(server);
  const asked = (port: number) =>
    new Promise<string>((resolve, reject) => {
      const client = connectTls({ host: NAME, port, ca: clientContext.ca as string }, () =>
        client.write('from node\n'),
      );
      client.on('data', (data) => {
        client.end();
        resolve(data.toString());
      });
      client.on('error', reject);
    });
  const talk = function* (port: number) {
    const [reader, writer] = yield* openConnection(NAME, nodePort, { ssl: clientContext });
    writer.write(bytes('to node\n'));
    const there = text(yield* reader.readline());
    writer.close();
    yield* writer.waitClosed();
    return [there, yield* wrapFuture(asked(port))];
  };
  expect(await serving(echo, talk)).toEqual(['TO NODE\n', 'from node\n']);
  server.close();
});

test('TLS goes over TLS', async () => {
  const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    yield* writer.startTls(serverContext);
    yield* echo(reader, writer);
  });
  const talk = function* (port: number) {
    const [reader, writer] = yield* openConnection(NAME, port, { ssl: clientContext });
    yield* writer.startTls(clientContext, { serverHostname: NAME });
    writer.write(bytes('twice\n'));
    const answer = text(yield* reader.readline());
    writer.close();
    yield* writer.waitClosed();
    return answer;
  };
  expect(await serving(serve, talk)).toBe('twice\n');
});

test('a server that is closed with its clients gives up handshakes too', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(echo, HOST, 0, { ssl: serverContext });
    const [reader, writer] = yield* openConnection(HOST, portOf(server));
    yield* sleep(0.05);
    server.close();
    server.closeClients();
    yield* server.waitClosed();
    const end = yield* errorOf(reader.read());
    writer.close();
    return end;
  });
  expect(await run(main())).toMatch(/^(no error|ConnectionResetError)/);
});
