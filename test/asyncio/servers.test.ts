/** Servers on the virtual clock: how they begin, end and are waited for. */
import { describe, expect, test } from 'vitest';
import {
  asyncWith,
  CancelledError,
  coroutine,
  createTask,
  currentTask,
  DeadlockError,
  gather,
  getRunningLoop,
  newEventLoop,
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
  type TransportSocket,
  ValueError,
  virtualHost,
  waitFor,
  withHost,
} from '../../src/index.js';
import { bytes } from './bytes.js';
import { transcript } from './transcript.js';

const HOST = '127.0.0.1';

/** Say hello, and close when the client has. */
const greet = coroutine(function* greet(reader: StreamReader, writer: StreamWriter) {
  writer.write(bytes('hello'));
  yield* reader.read();
  writer.close();
});

/** Say one word to each client. */
function say(word: string) {
  return (_reader: StreamReader, writer: StreamWriter) => {
    writer.write(bytes(word));
    writer.close();
  };
}

function* answerAt(path: string) {
  const [reader, writer] = yield* openUnixConnection(path);
  const answer = yield* reader.read();
  writer.close();
  return answer;
}

function* failing(what: unknown) {
  try {
    yield* what as Generator<never, unknown>;
    print('no error');
  } catch (error) {
    rethrowIfCancelled(error);
    print(String(error));
  }
}

test('serveForever ends when it is cancelled, with the server closed', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80);
    const task = createTask(server.serveForever());
    yield* sleep(1);
    print(server.isServing(), server.sockets.length);
    task.cancel();
    try {
      yield* task;
    } catch (error) {
      print((error as Error).name);
    }
    print(server.isServing(), server.sockets.length);
  });
  expect(lines).toEqual(['t=1 True 1', 't=1 CancelledError', 't=1 False 0']);
});

test('closing the server ends serveForever, too', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80);
    const task = createTask(server.serveForever());
    yield* sleep(1);
    server.close();
    try {
      yield* task;
    } catch (error) {
      print(error instanceof CancelledError);
    }
  });
  expect(lines).toEqual(['t=1 True']);
});

test('serveForever is for one at a time, and for servers that are open', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80);
    const task = createTask(server.serveForever());
    yield* sleep(0);
    yield* failing(server.serveForever());
    server.close();
    yield* sleep(0);
    yield* failing(server.serveForever());
    print(task.cancelled());
  });
  expect(lines.map((line) => line.replace(/server <.*>/, 'server <…>'))).toEqual([
    't=0 RuntimeError: server <…> is already being awaited on serve_forever()',
    't=0 RuntimeError: server <…> is closed',
    't=0 True',
  ]);
});

test('a server that nobody can ever ask is a deadlock', async () => {
  const main = coroutine(function* main() {
    const server = yield* startServer(greet, HOST, 80);
    yield* server.serveForever();
  });
  await expect(run(main(), { clock: 'virtual' })).rejects.toThrow(DeadlockError);
  await expect(run(main(), { clock: 'virtual' })).rejects.toThrow('Server.serveForever()');
});

test('so is a connection on which both sides wait for the other', async () => {
  const main = coroutine(function* main() {
    const listen = coroutine(function* listen(reader: StreamReader) {
      yield* reader.read();
    });
    yield* startServer(listen, HOST, 80);
    const [reader] = yield* openConnection(HOST, 80);
    yield* reader.readline();
  });
  await expect(run(main(), { clock: 'virtual' })).rejects.toThrow('StreamReader.readuntil()');
});

test('waitClosed waits for the connections, too', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80);
    const [, writer] = yield* openConnection(HOST, 80);
    yield* sleep(0);
    const waiting = createTask(server.waitClosed());
    yield* sleep(1);
    server.close();
    yield* sleep(1);
    print(waiting.done());
    writer.close();
    yield* waiting;
    yield* server.waitClosed();
    print('all closed');
  });
  expect(lines).toEqual(['t=2 False', 't=2 all closed']);
});

test('who gave up waiting for the end is not woken', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80);
    const [, writer] = yield* openConnection(HOST, 80);
    yield* sleep(1);
    yield* failing(waitFor(server.waitClosed(), 1));
    server.close();
    writer.close();
    yield* server.waitClosed();
    print('all closed');
  });
  expect(lines).toEqual(['t=2 TimeoutError', 't=2 all closed']);
});

test('a closed server does not begin again', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80, { startServing: false });
    server.close();
    server.close();
    yield* failing(server.startServing());
    print(server.isServing());
  });
  expect(lines).toEqual([
    "t=0 TypeError: 'NoneType' object is not iterable: it is closed",
    't=0 True',
  ]);
});

test('a server and its connections say what they are', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80);
    const [, writer] = yield* openConnection(HOST, 80);
    const socket = writer.getExtraInfo('socket') as TransportSocket;
    print(server.getLoop() === getRunningLoop(), server);
    print(server.sockets[0]?.getpeername(), socket.getpeername(), socket);
    print(writer);
    writer.close();
    server.close();
    print(server);
  });
  const transport = '<_SelectorSocketTransport read=polling write=<idle, bufsize=0>>';
  expect(lines.slice(0, 4)).toEqual([
    "t=0 True <Server sockets=(<asyncio.TransportSocket family=2, type=1, proto=6, laddr=('127.0.0.1', 80)>,)>",
    "t=0 None ['127.0.0.1', 80] <asyncio.TransportSocket family=2, type=1, proto=6, laddr=('127.0.0.1', 49152), raddr=('127.0.0.1', 80)>",
    `t=0 <StreamWriter transport=${transport} reader=<StreamReader transport=${transport}>>`,
    't=0 <Server sockets=()>',
  ]);
});

test('a block ends with the server closed and waited for', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80);
    yield* asyncWith(server, function* (same) {
      print(same === server);
      const [reader, writer] = yield* openConnection(HOST, 80);
      print(yield* reader.readexactly(5));
      writer.close();
    });
    yield* failing(openConnection(HOST, 80));
  });
  expect(lines).toEqual([
    't=0 True',
    "t=0 b'hello'",
    "t=0 ConnectionRefusedError: [Errno 111] Connect call failed ('127.0.0.1', 80)",
  ]);
});

test.each([
  ['closeClients', 't=0 True'],
  ['abortClients', 't=0 True'],
] as const)('%s ends the connections', async (method, ended) => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80);
    const [reader] = yield* openConnection(HOST, 80);
    yield* reader.readexactly(5);
    server.close();
    server[method]();
    yield* server.waitClosed();
    yield* reader.read();
    print(reader.atEof());
  });
  expect(lines).toEqual([ended]);
});

test('a server that does not serve yet lets its clients wait', async () => {
  const lines = await transcript(function* () {
    const server = yield* startServer(greet, HOST, 80, { startServing: false });
    print(server.isServing());
    const [reader, writer] = yield* openConnection(HOST, 80);
    yield* failing(waitFor(reader.readexactly(5), 1));
    yield* server.startServing();
    print(server.isServing(), yield* reader.readexactly(5));
    writer.close();
    server.close();
  });
  expect(lines).toEqual(['t=0 False', 't=1 TimeoutError', "t=1 True b'hello'"]);
});

describe('where a server listens', () => {
  test('a port that is taken is refused, by its address', async () => {
    const lines = await transcript(function* () {
      yield* startServer(greet, HOST, 80);
      yield* failing(startServer(greet, HOST, 80));
    });
    expect(lines).toEqual([
      "t=0 OSError: [Errno 98] error while attempting to bind on address ('127.0.0.1', 80): [errno 98] address already in use",
    ]);
  });

  test('the path of a Unix socket goes to whoever comes last, and stays when the first is closed', async () => {
    const lines = await transcript(function* () {
      const path = '/tmp/here';
      const first = yield* startUnixServer(say('first'), path);
      const second = yield* startUnixServer(say('second'), path);
      print(first.isServing(), yield* answerAt(path));
      first.close();
      print(yield* answerAt(path));
      second.close();
      yield* failing(openUnixConnection(path));
    });
    expect(lines).toEqual([
      "t=0 True b'second'",
      "t=0 b'second'",
      't=0 FileNotFoundError: [Errno 2] No such file or directory',
    ]);
  });

  test('a Unix socket that is not cleaned up is there still, and nobody listens', async () => {
    const lines = await transcript(function* () {
      const path = '/tmp/here';
      const server = yield* startUnixServer(greet, path, { cleanupSocket: false });
      server.close();
      yield* failing(openUnixConnection(path));
      yield* startUnixServer(say('again'), { path });
      print(yield* answerAt(path));
    });
    expect(lines).toEqual([
      't=0 ConnectionRefusedError: [Errno 111] Connection refused',
      "t=0 b'again'",
    ]);
  });

  test('one host that is taken leaves the others free', async () => {
    const lines = await transcript(function* () {
      yield* startServer(greet, 'web.example', 80);
      yield* failing(startServer(greet, ['db.example', 'web.example'], 80));
      const server = yield* startServer(greet, 'db.example', 80);
      print(server.isServing());
    });
    expect(lines).toEqual([
      "t=0 OSError: [Errno 98] error while attempting to bind on address ('web.example', 80): [errno 98] address already in use",
      't=0 True',
    ]);
  });

  test('several hosts are several sockets', async () => {
    const lines = await transcript(function* () {
      const server = yield* startServer(greet, ['db.example', 'web.example'], 80);
      print(server.sockets.map((socket) => socket.getsockname()));
      const [reader] = yield* openConnection('web.example', 80);
      print(yield* reader.readexactly(5));
      yield* failing(openConnection('mail.example', 80));
    });
    expect(lines).toEqual([
      "t=0 [['db.example', 80], ['web.example', 80]]",
      "t=0 b'hello'",
      "t=0 ConnectionRefusedError: [Errno 111] Connect call failed ('mail.example', 80)",
    ]);
  });

  test('something has to be said', async () => {
    const lines = await transcript(function* () {
      yield* failing(startServer(greet));
      yield* failing(openConnection());
      yield* failing(startUnixServer(greet));
      yield* failing(openUnixConnection());
    });
    expect(lines).toEqual([
      't=0 ValueError: Neither host/port nor sock were specified',
      't=0 ValueError: host and port was not specified and no sock specified',
      't=0 ValueError: path was not specified, and no sock specified',
      't=0 ValueError: no path and sock were specified',
    ]);
  });
});

test('a coroutine that fails is reported, and its client let go', async () => {
  const fail = coroutine(function* fail() {
    yield* sleep(1);
    throw new Error('oops');
  });
  const lines = await transcript(function* () {
    yield* startServer(fail, HOST, 80);
    const [reader] = yield* openConnection(HOST, 80);
    print(yield* reader.read());
  });
  expect(lines).toEqual(['warning: Unhandled exception in client_connected_cb', "t=1 b''"]);
});

test('closing a loop lets go of what it has open', async () => {
  const warnings: string[] = [];
  const output = { print: () => {}, warn: (text: string) => void warnings.push(text) };
  const serve = coroutine(function* serve() {
    const server = yield* startServer(greet, HOST, 80);
    yield* openConnection(HOST, 80);
    return server;
  });
  await withHost(virtualHost({ output }), async () => {
    const loop = newEventLoop();
    const server = await loop.runUntilComplete(serve());
    loop.close();
    expect(server.sockets).toEqual([]);
  });
  expect(warnings.map((text) => text.split('\n')[0])).toEqual([
    'Task was destroyed but it is pending!',
  ]);
});

test('who connects at the same instant is accepted before anybody of them goes on', async () => {
  const serve = coroutine(function* serve(reader: StreamReader, writer: StreamWriter) {
    print('serving', yield* reader.readline());
    writer.close();
  });
  const lines = await transcript(function* () {
    let accepted = 0;
    const accept = (reader: StreamReader, writer: StreamWriter) => {
      accepted += 1;
      print('accepted', accepted);
      return serve(reader, writer);
    };
    yield* startServer(accept, HOST, 80);
    const client = coroutine(function* client(number: number) {
      yield* sleep(1);
      const [reader, writer] = yield* openConnection(HOST, 80);
      print('connected', number);
      writer.write(bytes(`${number}\n`));
      yield* reader.read();
      writer.close();
    });
    yield* gather(client(1), client(2), client(3));
  });
  expect(lines).toEqual([
    't=1 accepted 1',
    't=1 accepted 2',
    't=1 accepted 3',
    't=1 connected 1',
    't=1 connected 2',
    't=1 connected 3',
    "t=1 serving b'1\\n'",
    "t=1 serving b'2\\n'",
    "t=1 serving b'3\\n'",
  ]);
});

test('a Unix socket is connected without an iteration in between', async () => {
  const lines = await transcript(function* () {
    yield* startUnixServer(greet, '/tmp/here');
    const task = createTask(openUnixConnection('/tmp/here'));
    let iterations = 0;
    for (; !task.done(); iterations += 1) yield* sleep(0);
    print(iterations);
  });
  expect(lines).toEqual(['t=0 3']);
});

test('each host of a server is looked up by a task of its own, as the names of later tasks show', async () => {
  const lines = await transcript(function* () {
    const task = createTask(startServer(greet, [HOST, '127.0.0.2'], 80));
    let iterations = 0;
    for (; !task.done(); iterations += 1) yield* sleep(0);
    print(iterations, createTask(sleep(0)).getName());
  });
  expect(lines).toEqual(['t=0 5 Task-5']);
});

test('what serves a client has the names that it has in CPython', async () => {
  const serve = coroutine(function* serve(_: StreamReader, writer: StreamWriter) {
    print(currentTask());
    writer.close();
  });
  const lines = await transcript(function* () {
    getRunningLoop().setExceptionHandler((_loop, { message, exception }) =>
      print(message, exception),
    );
    yield* startServer(serve, HOST, 80);
    yield* startServer(
      () => {
        throw new ValueError('no');
      },
      HOST,
      81,
    );
    yield* openConnection(HOST, 80);
    yield* openConnection(HOST, 81);
    yield* sleep(1);
  });
  const callback = 'StreamReaderProtocol.connection_made.<locals>.callback()';
  expect(lines).toEqual([
    `t=0 <Task pending name='Task-5' coro=<serve()> cb=[${callback}]>`,
    't=0 Exception in callback StreamReaderProtocol.connection_made() no',
  ]);
});
