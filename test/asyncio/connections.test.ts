/** Connections that are given up while they are made, and the addresses that are tried. */
import { describe, expect, test, vi } from 'vitest';
import {
  type Body,
  CancelledError,
  coroutine,
  createTask,
  openConnection,
  print,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  type Task,
  virtualHost,
  waitFor,
  withHost,
} from '../../src/index.js';
import { bytes } from './bytes.js';
import { transcript } from './transcript.js';

const HOST = '127.0.0.1';

const greet = coroutine(function* greet(reader: StreamReader, writer: StreamWriter) {
  writer.write(bytes('hello'));
  print('client said', yield* reader.read());
  writer.close();
});

/** Print how something ends. */
function* outcome(name: string, what: unknown) {
  try {
    print(name, yield* what as Generator<never, unknown>);
  } catch (error) {
    print(name, error instanceof CancelledError ? 'cancelled' : String(error));
  }
}

/** Let so many iterations go by. */
function* iterations(count: number) {
  for (let i = 0; i < count; i += 1) yield* sleep(0);
}

/** What a program prints for each number of iterations after which something happens. */
async function afterEach(counts: number, main: (count: number) => Body<unknown>) {
  const all: string[][] = [];
  for (let count = 0; count < counts; count += 1) {
    const lines = await transcript(() => main(count));
    all.push(lines.map((line) => line.replace('t=0 ', '')));
  }
  return all;
}

describe('given up after any number of iterations', () => {
  test('a connection is not left open', async () => {
    const all = await afterEach(7, function* (count) {
      const server = yield* startServer(greet, HOST, 80);
      const connecting = createTask(openConnection(HOST, 80));
      yield* iterations(count);
      connecting.cancel();
      yield* outcome('client', quietly(connecting));
      server.close();
      yield* outcome('server', waitFor(server.waitClosed(), 1));
    });
    expect(all).toEqual([
      ['client cancelled', 'server None'],
      ['client cancelled', 'server None'],
      ['client cancelled', "client said b''", 'server None'],
      ['client cancelled', "client said b''", 'server None'],
      ['client cancelled', 'server None', 'warning: Unhandled exception in client_connected_cb'],
      ['client cancelled', 'server None', 'warning: Unhandled exception in client_connected_cb'],
      ['client there', 't=1 server TimeoutError'],
    ]);
  });

  test('a refused one is cancelled or refused, and nothing is reported', async () => {
    const all = await afterEach(6, function* (count) {
      const connecting = createTask(openConnection(HOST, 80));
      yield* iterations(count);
      connecting.cancel();
      yield* outcome('client', quietly(connecting));
    });
    const ended =
      "client ConnectionRefusedError: [Errno 111] Connect call failed ('127.0.0.1', 80)";
    expect(all).toEqual([
      ['client cancelled'],
      ['client cancelled'],
      ['client cancelled'],
      ['client cancelled'],
      [ended],
      [ended],
    ]);
  });

  test('a server leaves its port free', async () => {
    const all = await afterEach(6, function* (count) {
      const starting = createTask(startServer(greet, HOST, 80));
      yield* iterations(count);
      starting.cancel();
      yield* outcome('first', quietly(starting));
      yield* outcome('second', isServing(startServer(greet, HOST, 80)));
    });
    const taken =
      "second OSError: [Errno 98] error while attempting to bind on address ('127.0.0.1', 80): [errno 98] address already in use";
    expect(all).toEqual([
      ['first cancelled', 'second True'],
      ['first cancelled', 'second True'],
      ['first cancelled', 'second True'],
      ['first cancelled', 'second True'],
      // It listens already, and nobody closes it: so in CPython.
      ['first cancelled', taken],
      ['first there', taken],
    ]);
  });

  test('a server that closes serves whom it had accepted, and nobody else', async () => {
    const all = await afterEach(7, function* (count) {
      const server = yield* startServer(greet, HOST, 80);
      const connecting = createTask(openConnection(HOST, 80));
      yield* iterations(count);
      server.close();
      yield* outcome('client', answer(connecting));
      yield* outcome('server', waitFor(server.waitClosed(), 1));
    });
    const refused =
      "client ConnectionRefusedError: [Errno 111] Connect call failed ('127.0.0.1', 80)";
    expect(all).toEqual([
      [refused, 'server None'],
      // It was connected, and nobody had accepted it.
      [refused.replace('Refused', 'Reset').replace('111', '104'), 'server None'],
      ['client ConnectionResetError: [Errno 104] Connection reset by peer', 'server None'],
      ["client b''", 'server None'],
      ["client b'hello'", "client said b''", 'server None'],
      ["client b'hello'", "client said b''", 'server None'],
      ["client b'hello'", "client said b''", 'server None'],
    ]);
  });

  test('a run that ends while a connection is accepted reports nothing', async () => {
    const all = await afterEach(7, function* (count) {
      yield* startServer(greet, HOST, 80);
      createTask(openConnection(HOST, 80));
      yield* iterations(count);
    });
    expect(all.flat().filter((line) => !line.startsWith('client said'))).toEqual([]);
  });
});

function* quietly(what: unknown) {
  yield* what as Generator<never, unknown>;
  return 'there';
}

function* isServing(starting: ReturnType<typeof startServer>) {
  return (yield* starting).isServing();
}

function* answer(connecting: Task<readonly [StreamReader, StreamWriter]>) {
  const [reader, writer] = yield* connecting;
  const data = yield* reader.read(5);
  writer.close();
  return data;
}

describe('the addresses of a host', () => {
  /** Connect to a host that has several addresses; returns what is printed. */
  async function connectTo(addresses: readonly string[]) {
    const lines: string[] = [];
    const output = {
      print: ({ text }: { text: string }) => lines.push(text),
      warn: (text: string) => lines.push(text),
    };
    const host = virtualHost({ output });
    vi.spyOn(host.network, 'resolve').mockImplementation((_, answer) => {
      answer({ value: addresses });
      return () => {};
    });
    const main = coroutine(function* main() {
      yield* startServer(greet, '10.0.0.3', 80);
      yield* outcome('connected', quietly(openConnection('many.example', 80)));
    });
    await withHost(host, () => run(main()));
    return lines.filter((line) => line.startsWith('connected'));
  }

  test('are tried one after the other', async () => {
    expect(await connectTo(['10.0.0.1', '10.0.0.3'])).toEqual(['connected there']);
  });

  test('that all refuse are all named, but the same error only once', async () => {
    const refused = (address: string) => `[Errno 111] Connect call failed ('${address}', 80)`;
    expect(await connectTo(['10.0.0.1', '10.0.0.2'])).toEqual([
      `connected OSError: Multiple exceptions: ${refused('10.0.0.1')}, ${refused('10.0.0.2')}`,
    ]);
    expect(await connectTo(['10.0.0.1', '10.0.0.1'])).toEqual([
      `connected ConnectionRefusedError: ${refused('10.0.0.1')}`,
    ]);
  });

  test('are this machine where no host is said, and port 0 is nobody', async () => {
    const lines = await transcript(function* () {
      const server = yield* startServer(greet, undefined, 80);
      const everywhere = yield* startServer(greet, '', 81);
      const free = yield* startServer(greet, HOST);
      print([server, everywhere, free].map(({ sockets }) => sockets[0]?.getsockname()));
      yield* outcome('80', quietly(openConnection(undefined, 80)));
      yield* outcome('81', quietly(openConnection('', 81)));
      yield* outcome('none', quietly(openConnection(HOST)));
    });
    expect(lines.slice(0, 4)).toEqual([
      "t=0 [['127.0.0.1', 80], ['0.0.0.0', 81], ['127.0.0.1', 49152]]",
      't=0 80 there',
      't=0 81 there',
      "t=0 none ConnectionRefusedError: [Errno 111] Connect call failed ('127.0.0.1', 0)",
    ]);
  });
});
