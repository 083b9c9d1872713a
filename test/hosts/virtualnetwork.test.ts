/** Links of the virtual network: what delay and bandwidth do to a conversation, to the instant. */
import { createServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import {
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  type NetworkOptions,
  openConnection,
  openUnixConnection,
  print,
  rethrowIfCancelled,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  startUnixServer,
  virtualHost,
  waitFor,
  withHost,
} from '../../src/index.js';
import { bytes } from '../asyncio/bytes.js';
import { caught } from '../caught.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Run a coroutine on a network; returns its lines. */
async function transcript(network: NetworkOptions, main: () => Generator<never, unknown>) {
  const lines: string[] = [];
  const print = ({ time, text }: { time: number; text: string }) =>
    lines.push(`t=${Math.round(time * 1e6) / 1e6} ${text}`);
  const host = virtualHost({ network, output: { print, warn: (text) => lines.push(text) } });
  await withHost(host, () => run(main()));
  return lines;
}

const body = (main: () => unknown) => main as () => Generator<never, unknown>;

const echo = coroutine(function* echo(reader: StreamReader, writer: StreamWriter) {
  print('accepted');
  for (;;) {
    const data = yield* reader.read(2 ** 16);
    if (data.length === 0) break;
    print('server got', data.length);
    writer.write(data);
    yield* writer.drain();
  }
  writer.close();
});

test('a connection takes a round trip, and so does a question', async () => {
  const main = body(function* () {
    yield* startServer(echo, '127.0.0.1', 80);
    const [reader, writer] = yield* openConnection('127.0.0.1', 80);
    print('connected');
    writer.write(bytes('hello'));
    print(yield* reader.readexactly(5));
  });
  expect(await transcript({ delay: 0.25 }, main)).toEqual([
    't=0.5 connected',
    't=0.75 accepted',
    't=0.75 server got 5',
    "t=1 b'hello'",
  ]);
});

test('bandwidth lets bytes through one piece after the other', async () => {
  const receive = coroutine(function* receive(reader: StreamReader) {
    for (;;) {
      const data = yield* reader.read(2 ** 16);
      if (data.length === 0) return;
      print(data.length);
    }
  });
  const main = body(function* () {
    yield* startServer(receive, '127.0.0.1', 80);
    const [, writer] = yield* openConnection('127.0.0.1', 80);
    writer.write(new Uint8Array(100));
    writer.write(new Uint8Array(50));
    yield* sleep(10);
    writer.write(new Uint8Array(40_000));
    writer.close();
    yield* sleep(500);
  });
  expect(await transcript({ bandwidth: 100, delay: 1 }, main)).toEqual([
    't=4 100',
    't=4.5 50',
    't=176.84 16384',
    't=340.68 16384',
    't=413 7232',
  ]);
});

test('the two directions do not hold each other up', async () => {
  const main = body(function* () {
    const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
      writer.write(new Uint8Array(1000));
      yield* reader.readexactly(1000);
      print('server done');
    });
    yield* startServer(serve, '127.0.0.1', 80);
    const [reader, writer] = yield* openConnection('127.0.0.1', 80);
    writer.write(new Uint8Array(1000));
    yield* reader.readexactly(1000);
    print('client done');
    yield* sleep(1);
  });
  expect(await transcript({ bandwidth: 1000 }, main)).toEqual([
    't=1 client done',
    't=1 server done',
  ]);
});

test('each host can have a link of its own, and Unix sockets take no time', async () => {
  const network = { delay: 1, links: { near: { delay: 0.1 }, thin: { bandwidth: 10 } } };
  const ask = coroutine(function* ask(host: string) {
    const connect = host === 'unix' ? openUnixConnection('/tmp/x') : openConnection(host, 80);
    const [reader, writer] = yield* connect;
    writer.write(bytes('0123456789'));
    yield* reader.readexactly(10);
    print(host);
    writer.close();
  });
  const main = body(function* () {
    const quiet = coroutine(function* quiet(reader: StreamReader, writer: StreamWriter) {
      writer.write(yield* reader.readexactly(10));
    });
    yield* startServer(quiet, ['far', 'near', 'thin'], 80);
    yield* startUnixServer(quiet, '/tmp/x');
    yield* gather(ask('far'), ask('near'), ask('thin'), ask('unix'));
  });
  expect(await transcript(network, main)).toEqual([
    't=0 unix',
    't=0.4 near',
    't=2 thin',
    't=4 far',
  ]);
});

test('who is refused learns of it after a round trip; who gives up does not', async () => {
  const main = body(function* () {
    for (const limit of [3, 1]) {
      try {
        yield* waitFor(openConnection('127.0.0.1', 80), limit);
      } catch (error) {
        rethrowIfCancelled(error);
        print(String(error));
      }
    }
  });
  expect(await transcript({ delay: 1 }, main)).toEqual([
    "t=2 ConnectionRefusedError: [Errno 111] Connect call failed ('127.0.0.1', 80)",
    't=3 TimeoutError',
  ]);
});

test('who gives up on the way leaves nothing behind', async () => {
  const main = body(function* () {
    const server = yield* startServer(echo, '127.0.0.1', 80);
    try {
      yield* waitFor(openConnection('127.0.0.1', 80), 1.5);
    } catch (error) {
      print(String(error));
    }
    yield* sleep(5);
    server.close();
    yield* server.waitClosed();
    print('closed');
  });
  expect(await transcript({ delay: 1 }, main)).toEqual([
    't=1.5 TimeoutError',
    't=3 accepted',
    't=6.5 closed',
  ]);
});

test('a reader that does not read stops its writer, whatever the line would carry', async () => {
  const main = body(function* () {
    const serve = coroutine(function* serve(reader: StreamReader) {
      yield* sleep(60);
      print((yield* reader.read()).length);
    });
    yield* startServer(serve, '127.0.0.1', 80);
    const [, writer] = yield* openConnection('127.0.0.1', 80);
    let written = 0;
    const flood = createTask(
      coroutine(function* flood() {
        for (; written < 4e6; written += 1e5) {
          writer.write(new Uint8Array(1e5));
          yield* writer.drain();
        }
        writer.close();
      })(),
    );
    yield* sleep(30);
    print(written < 1e6);
    yield* flood;
    yield* sleep(60);
  });
  const lines = await transcript({ delay: 0.01, bandwidth: 1e6 }, main);
  expect(lines[0]).toBe('t=30.02 True');
  expect(lines[1]).toMatch(/ 4000000$/);
});

test('a blocked loop finds at once what arrived meanwhile', async () => {
  const main = body(function* () {
    yield* startServer(echo, '127.0.0.1', 80);
    const [reader, writer] = yield* openConnection('127.0.0.1', 80);
    writer.write(bytes('hello'));
    getRunningLoop().host.blockingSleep(5);
    print(yield* reader.readexactly(5));
  });
  expect(await transcript({ delay: 0.25 }, main)).toEqual([
    't=5.5 accepted',
    't=5.5 server got 5',
    "t=5.75 b'hello'",
  ]);
});

test('it opens no real socket', async () => {
  const real = createServer();
  const listen = vi.spyOn(Object.getPrototypeOf(real), 'listen');
  const before = process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP'));
  let during: string[] = [];
  await transcript(
    {},
    body(function* () {
      yield* startServer(echo, '127.0.0.1', 80);
      const [, writer] = yield* openConnection('127.0.0.1', 80);
      during = process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP'));
      writer.close();
    }),
  );
  expect(listen).not.toHaveBeenCalled();
  expect(during).toEqual(before);
});

test('a link that cannot be is refused, and so is one for the real clock', async () => {
  const host = (network: NetworkOptions) => caught(() => virtualHost({ network }));
  expect(host({ delay: -1 })).toBe(
    'ValueError: the delay of a link must be 0 or more seconds, not -1',
  );
  expect(host({ links: { db: { bandwidth: 0 } } })).toBe(
    'ValueError: the bandwidth of a link must be above 0 bytes a second, not 0',
  );
  // A bare generator, of which nobody says that it was never awaited.
  const main = (function* () {})();
  await expect(run(main, { network: { delay: 1 } })).rejects.toThrow(
    "network is for the virtual clock: say clock: 'virtual' too",
  );
});
