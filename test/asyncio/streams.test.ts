/** Streams over the network of the virtual host: the order of events, and how connections end. */
import { describe, expect, test } from 'vitest';
import {
  asyncWith,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  IncompleteReadError,
  openConnection,
  openUnixConnection,
  print,
  rethrowIfCancelled,
  type Server,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  startUnixServer,
  waitFor,
} from '../../src/index.js';
import { bytes, pieces, randomNumbers, text } from './bytes.js';
import { transcript } from './transcript.js';

const HOST = '127.0.0.1';
const PORT = 8080;

const echo = coroutine(function* echo(reader: StreamReader, writer: StreamWriter) {
  for (;;) {
    const line = yield* reader.readline();
    if (line.length === 0) break;
    writer.write(line);
    yield* writer.drain();
  }
  writer.close();
  yield* writer.waitClosed();
});

/** Run a body with a server and one client; gives what the server's side of it does. */
function* connected(
  serve: (reader: StreamReader, writer: StreamWriter) => unknown,
  body: (reader: StreamReader, writer: StreamWriter, server: Server) => Generator<never, unknown>,
) {
  const server = yield* startServer(serve, HOST, PORT);
  const [reader, writer] = yield* openConnection(HOST, PORT);
  try {
    yield* body(reader, writer, server);
  } finally {
    server.close();
  }
}

type Conversation = Parameters<typeof connected>[1];

/** Print how something ends. */
function* outcome(name: string, what: unknown) {
  try {
    print(name, yield* what as Generator<never, unknown>);
  } catch (error) {
    rethrowIfCancelled(error);
    print(name, String(error));
  }
}

test('what is written is read, in order, and nothing takes any time', async () => {
  const lines = await transcript(() =>
    connected(echo, function* (reader, writer) {
      writer.write(bytes('hello\nwor'));
      writer.writelines([bytes('ld'), bytes('\n')]);
      print(yield* reader.readline());
      print(yield* reader.readline());
      writer.close();
      yield* writer.waitClosed();
      print(writer.isClosing());
    } as Conversation),
  );
  expect(lines).toEqual(["t=0 b'hello\\n'", "t=0 b'world\\n'", 't=0 True']);
});

test('a Unix socket does the same', async () => {
  const lines = await transcript(function* () {
    const server = yield* startUnixServer(echo, '/tmp/echo.sock');
    const [reader, writer] = yield* openUnixConnection('/tmp/echo.sock');
    writer.write(bytes('hello\n'));
    print(yield* reader.readline());
    print(writer.getExtraInfo('peername'), writer.getExtraInfo('nothing', 'else'));
    print(server.sockets[0]?.getsockname());
    writer.close();
    server.close();
    yield* server.waitClosed();
  });
  expect(lines).toEqual(["t=0 b'hello\\n'", 't=0 /tmp/echo.sock else', 't=0 /tmp/echo.sock']);
});

test('both sides know where they are and where the other is', async () => {
  const lines = await transcript(() =>
    connected(
      (_, writer) => print(writer.getExtraInfo('sockname'), writer.getExtraInfo('peername')),
      function* (_, writer, server) {
        yield* sleep(0);
        print(writer.getExtraInfo('sockname'), writer.getExtraInfo('peername'));
        print(server.sockets[0]?.getsockname());
      } as Conversation,
    ),
  );
  expect(lines).toEqual([
    "t=0 ['127.0.0.1', 8080] ['127.0.0.1', 49152]",
    "t=0 ['127.0.0.1', 49152] ['127.0.0.1', 8080]",
    "t=0 ['127.0.0.1', 8080]",
  ]);
});

describe('the end of a connection', () => {
  test('a half-closed connection still brings what the other side has to say', async () => {
    const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
      print('asked', yield* reader.read());
      yield* sleep(1);
      writer.write(bytes('answer'));
      writer.close();
    });
    const lines = await transcript(() =>
      connected(serve, function* (reader, writer) {
        print(writer.canWriteEof());
        writer.write(bytes('question'));
        writer.writeEof();
        yield* outcome('write', write(writer));
        print('answered', yield* reader.read());
      } as Conversation),
    );
    expect(lines).toEqual([
      't=0 True',
      't=0 write RuntimeError: Cannot call write() after write_eof()',
      "t=0 asked b'question'",
      "t=1 answered b'answer'",
    ]);
  });

  test('the end in the middle of a message says what there was of it', async () => {
    const serve = (_: StreamReader, writer: StreamWriter) => {
      writer.write(bytes('half'));
      writer.close();
    };
    const lines = await transcript(() =>
      connected(serve, function* (reader) {
        try {
          yield* reader.readexactly(8);
        } catch (error) {
          if (error instanceof IncompleteReadError) print(error.partial, error.expected);
        }
        print(reader.atEof());
      } as Conversation),
    );
    expect(lines).toEqual(["t=0 b'half' 8", 't=0 True']);
  });

  test('a peer that lets go with bytes unread resets the connection', async () => {
    const serve = coroutine(function* serve(_: StreamReader, writer: StreamWriter) {
      yield* sleep(1);
      writer.transport.abort();
    });
    const lines = await transcript(() =>
      connected(serve, function* (reader, writer) {
        // More than the server's reader takes before it pauses its transport.
        writer.write(new Uint8Array(2 ** 20));
        yield* outcome('read', reader.read());
        yield* outcome('drain', writer.drain());
        yield* outcome('again', reader.read());
        yield* outcome('closed', writer.waitClosed());
        print(writer.isClosing());
      } as Conversation),
    );
    const reset = 'ConnectionResetError: [Errno 104] Connection reset by peer';
    expect(lines).toEqual([
      `t=1 read ${reset}`,
      `t=1 drain ${reset}`,
      `t=1 again ${reset}`,
      `t=1 closed ${reset}`,
      't=1 True',
    ]);
  });

  test('who writes to a peer that is gone has a broken pipe', async () => {
    const serve = (_: StreamReader, writer: StreamWriter) => writer.close();
    const lines = await transcript(() =>
      connected(serve, function* (reader, writer) {
        print(yield* reader.read());
        writer.write(bytes('first'));
        yield* sleep(1);
        writer.write(bytes('second'));
        yield* outcome('drain', writer.drain());
        yield* outcome('closed', writer.waitClosed());
      } as Conversation),
    );
    expect(lines).toEqual([
      "t=0 b''",
      't=1 drain ConnectionResetError: Connection lost',
      't=1 closed BrokenPipeError: [Errno 32] Broken pipe',
    ]);
  });

  test('after close, drain says that the connection is lost', async () => {
    const lines = await transcript(() =>
      connected(echo, function* (_, writer) {
        writer.close();
        yield* outcome('drain', writer.drain());
        for (let i = 0; i < 5; i += 1) writer.write(bytes('more'));
      } as Conversation),
    );
    expect(lines).toEqual([
      't=0 drain ConnectionResetError: Connection lost',
      'warning: socket.send() raised exception.',
    ]);
  });

  test('what was written before close is still sent', async () => {
    const received: number[] = [];
    const serve = coroutine(function* serve(reader: StreamReader) {
      yield* sleep(1);
      received.push((yield* reader.read()).length);
    });
    const lines = await transcript(() =>
      connected(serve, function* (_, writer) {
        writer.write(new Uint8Array(2 ** 20));
        writer.close();
        yield* writer.waitClosed();
        print('closed');
        yield* sleep(1);
      } as Conversation),
    );
    expect(received).toEqual([2 ** 20]);
    expect(lines).toEqual(['t=1 closed']);
  });
});

describe('a writer is held by a reader that does not keep up', () => {
  test('drain waits above the high-water mark, and goes on at the low one', async () => {
    let taken = 0;
    const serve = coroutine(function* serve(reader: StreamReader) {
      for (;;) {
        yield* sleep(1);
        const data = yield* reader.read(2 ** 18);
        taken += data.length;
        if (data.length === 0) return;
      }
    });
    const lines = await transcript(() =>
      connected(serve, function* (_, writer) {
        let written = 0;
        let most = 0;
        for (let i = 0; i < 64; i += 1) {
          writer.write(new Uint8Array(2 ** 16));
          written += 2 ** 16;
          yield* writer.drain();
          most = Math.max(most, written - taken);
        }
        print(writer.transport.getWriteBufferLimits(), writer.transport.getWriteBufferSize());
        print(most <= 2 ** 20, getRunningLoop().time() > 5);
        writer.transport.abort();
      } as Conversation),
    );
    expect(lines.map((line) => line.replace(/^t=\d+ /, ''))).toEqual([
      '[16384, 65536] 0',
      'True True',
    ]);
  });

  test('the marks can be set', async () => {
    const lines = await transcript(() =>
      connected(
        coroutine(function* () {}),
        function* (_, { transport }) {
          transport.setWriteBufferLimits({ high: 100 });
          print(transport.getWriteBufferLimits());
          transport.setWriteBufferLimits({ low: 100 });
          print(transport.getWriteBufferLimits());
          transport.setWriteBufferLimits();
          print(transport.getWriteBufferLimits());
          yield* outcome(
            'set',
            set(() => transport.setWriteBufferLimits({ high: 1, low: 2 })),
          );
        } as Conversation,
      ),
    );
    expect(lines).toEqual([
      't=0 [25, 100]',
      't=0 [100, 400]',
      't=0 [16384, 65536]',
      't=0 set ValueError: high (1) must be >= low (2) must be >= 0',
    ]);
  });

  test('the end of the connection frees who waits for it', async () => {
    const serve = coroutine(function* serve(_: StreamReader, writer: StreamWriter) {
      yield* sleep(1);
      writer.transport.abort();
    });
    const lines = await transcript(() =>
      connected(serve, function* (_, writer) {
        writer.write(new Uint8Array(2 ** 21));
        yield* outcome('drain', writer.drain());
      } as Conversation),
    );
    expect(lines).toEqual(['t=1 drain ConnectionResetError: [Errno 104] Connection reset by peer']);
  });
});

test('who is cancelled in the iteration in which the connection ends is cancelled', async () => {
  const lines = await transcript(() =>
    connected(
      coroutine(function* () {}),
      function* (_, writer) {
        writer.write(new Uint8Array(2 ** 21));
        const draining = createTask(writer.drain());
        yield* sleep(1);
        writer.transport.abort();
        draining.cancel();
        yield* sleep(0);
        yield* sleep(0);
        print(draining.cancelled());
      } as Conversation,
    ),
  );
  expect(lines).toEqual(['t=1 True']);
});

test('cancelling a reader loses nothing of what it waited for', async () => {
  const serve = coroutine(function* serve(_: StreamReader, writer: StreamWriter) {
    for (const piece of ['one', ' two', ' three\n']) {
      yield* sleep(1);
      writer.write(bytes(piece));
    }
    writer.close();
  });
  const lines = await transcript(() =>
    connected(serve, function* (reader) {
      yield* outcome('read', waitFor(reader.readline(), 1.5));
      yield* outcome('read', waitFor(reader.readexactly(20), 1));
      print(yield* reader.readline());
    } as Conversation),
  );
  expect(lines).toEqual([
    't=1.5 read TimeoutError',
    't=2.5 read TimeoutError',
    "t=3 b'one two three\\n'",
  ]);
});

test('a client that sends one byte a second holds nobody up', async () => {
  const slow = coroutine(function* slow() {
    const [reader, writer] = yield* openConnection(HOST, PORT);
    for (const byte of bytes('slow\n')) {
      writer.write(Uint8Array.of(byte));
      yield* sleep(1);
    }
    print(yield* reader.readline());
    writer.close();
  });
  const quick = coroutine(function* quick() {
    const [reader, writer] = yield* openConnection(HOST, PORT);
    writer.write(bytes('quick\n'));
    print(yield* reader.readline());
    writer.close();
  });
  const lines = await transcript(function* () {
    const server = yield* startServer(echo, HOST, PORT);
    yield* gather(slow(), quick());
    server.close();
    yield* server.waitClosed();
  });
  expect(lines).toEqual(["t=0 b'quick\\n'", "t=5 b'slow\\n'"]);
});

test('a line without end fails in its own task, and the server goes on', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(echo, HOST, PORT, { limit: 1000 });
    yield* asyncWith(server, function* () {
      const [reader, writer] = yield* openConnection(HOST, PORT);
      writer.write(new Uint8Array(5000).fill(120));
      yield* outcome('client', reader.read());
      writer.close();
      const [second, other] = yield* openConnection(HOST, PORT);
      other.write(bytes('still there?\n'));
      print(yield* second.readline());
      other.close();
    });
  });
  expect(lines).toEqual([
    'warning: Unhandled exception in client_connected_cb',
    "t=0 client b''",
    "t=0 b'still there?\\n'",
  ]);
});

test('300 random texts, split at random places, come back as they were', async () => {
  const random = randomNumbers(7);
  const talk = coroutine(function* talk(index: number) {
    const [reader, writer] = yield* openConnection(HOST, PORT);
    const length = Math.floor(random() * 400);
    const data = Uint8Array.from({ length }, () => Math.floor(random() * 256));
    const reading = createTask(reader.read());
    for (const piece of pieces(data, 50, random)) {
      writer.write(piece);
      if (random() < 0.5) yield* writer.drain();
      if (random() < 0.3) yield* sleep(0);
    }
    writer.writeEof();
    const back = yield* reading;
    expect([index, text(back)]).toEqual([index, text(data)]);
    writer.close();
    yield* writer.waitClosed();
  });
  const lines = await transcript(function* () {
    const server = yield* startServer(echo, HOST, PORT);
    yield* gather(...Array.from({ length: 300 }, (_, index) => talk(index)));
    server.close();
    yield* server.waitClosed();
    print('done');
  });
  expect(lines).toEqual(['t=0 done']);
});

function* write(writer: StreamWriter) {
  writer.write(bytes('more'));
}

function* set(change: () => void) {
  change();
}
