/** The transport of a connection: what it tells its protocol, and when. Another protocol listens here. */
import { describe, expect, test } from 'vitest';
import type { Protocol, Transport } from '../../src/core/transports.js';
import {
  type Body,
  CancelledError,
  coroutine,
  KeyboardInterrupt,
  openConnection,
  print,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { bytes } from './bytes.js';
import { transcript } from './transcript.js';

const HOST = '127.0.0.1';

/** A protocol that prints what it is told, with some methods of its own. */
function protocol(own: Partial<Protocol> = {}): Protocol {
  return {
    connectionMade: () => print('made'),
    dataReceived: (data) => print('data', data),
    eofReceived: () => void print('eof'),
    connectionLost: (error) => print('lost', [error]),
    pauseWriting: () => print('pause'),
    resumeWriting: () => print('resume'),
    ...own,
  };
}

/** Run a client's transport with a protocol, and what the server does with its side. */
function* connected(
  serve: (reader: StreamReader, writer: StreamWriter) => Body<unknown>,
  own: Partial<Protocol>,
  body: (transport: Transport) => Body<unknown> | undefined,
) {
  yield* startServer(coroutine(serve), HOST, 80);
  const [, writer] = yield* openConnection(HOST, 80);
  const transport = writer.transport as Transport;
  transport.setProtocol(protocol(own));
  yield* body(transport) ?? sleep(0);
  yield* sleep(5);
}

function* silent() {
  yield* sleep(10);
}

function* talking(_: StreamReader, writer: StreamWriter) {
  for (const piece of ['one', 'two', 'three']) {
    yield* sleep(1);
    writer.write(bytes(piece));
  }
  writer.close();
}

describe('what is received', () => {
  test('goes to the protocol, and the end closes what is not kept open', async () => {
    const lines = await transcript(() =>
      connected(talking, {}, (transport) => void print(typeof transport.getProtocol())),
    );
    expect(lines).toEqual([
      't=0 object',
      "t=1 data b'one'",
      "t=2 data b'two'",
      "t=3 data b'three'",
      't=3 eof',
      't=3 lost [None]',
    ]);
  });

  test('waits while the transport is paused', async () => {
    const lines = await transcript(() =>
      connected(talking, { eofReceived: () => true }, function* (transport) {
        transport.resumeReading();
        transport.pauseReading();
        transport.pauseReading();
        yield* sleep(2.5);
        print('reads', transport.isReading());
        transport.resumeReading();
        print('reads', transport.isReading());
        yield* sleep(1);
        transport.close();
        transport.pauseReading();
        transport.resumeReading();
        print('reads', transport.isReading());
      }),
    );
    expect(lines).toEqual([
      't=2.5 reads False',
      't=2.5 reads True',
      "t=2.5 data b'onetwo'",
      "t=3 data b'three'",
      't=3.5 reads False',
      't=3.5 lost [None]',
    ]);
  });

  test.each(['dataReceived', 'eofReceived'] as const)(
    'a %s that fails is reported, and ends the connection',
    async (method) => {
      const oops = () => {
        throw new Error('oops');
      };
      const lines = await transcript(() =>
        connected(talking, { dataReceived: () => {}, [method]: oops }, () => undefined),
      );
      const time = method === 'dataReceived' ? 1 : 3;
      expect(lines).toEqual([
        `warning: Fatal error: protocol.${method}() call failed.`,
        `t=${time} lost [Exception('oops')]`,
      ]);
    },
  );

  test('an interrupt goes through to whoever runs the loop', async () => {
    const interrupt = () => {
      throw new KeyboardInterrupt('now');
    };
    const running = transcript(() =>
      connected(talking, { dataReceived: interrupt }, () => undefined),
    );
    await expect(running).rejects.toThrow(KeyboardInterrupt);
  });
});

describe('what is written', () => {
  const reading = function* (reader: StreamReader) {
    yield* sleep(1);
    print('server read', (yield* reader.read()).length);
  };

  test('only bytes are, and nothing after the end was said', async () => {
    const lines = await transcript(() =>
      connected(silent, {}, (transport) => {
        print(caught(() => transport.write('text' as never)));
        print(caught(() => transport.writelines([5] as never)));
        transport.writeEof();
        transport.writeEof();
        print(caught(() => transport.writelines([])));
        return undefined;
      }),
    );
    const refused = 'data argument must be a bytes, bytearray, or memoryview object, not';
    expect(lines).toEqual([
      `t=0 TypeError: ${refused} 'str': write a Uint8Array`,
      `t=0 TypeError: ${refused} 5: write a Uint8Array`,
      't=0 RuntimeError: Cannot call writelines() after write_eof()',
      't=5 eof',
      't=5 lost [None]',
    ]);
  });

  test('after the end pieces are not even looked at', async () => {
    const lines = await transcript(() =>
      connected(silent, {}, function* (transport) {
        transport.close();
        yield* sleep(1);
        print(caught(() => transport.write(5 as never)));
        print(caught(() => transport.writelines([5] as never)));
      }),
    );
    expect(lines.slice(1)).toEqual([
      't=1 TypeError: data argument must be a bytes, bytearray, or memoryview object, not 5: write a Uint8Array',
      't=1 nothing thrown',
    ]);
  });

  test('several pieces go in one call: who has gone away refuses the next', async () => {
    const leaving = function* (_: StreamReader, writer: StreamWriter) {
      yield* sleep(1);
      writer.close();
    };
    const lines = await transcript(() =>
      connected(leaving, { eofReceived: () => true }, function* (transport) {
        yield* sleep(2);
        transport.writelines([bytes('one'), bytes('two')]);
        print('sent', transport.getWriteBufferSize(), transport.isClosing());
        yield* sleep(0);
        transport.write(bytes('three'));
        print('closing', transport.isClosing());
      }),
    );
    expect(lines).toEqual([
      't=2 sent 0 False',
      't=2 closing True',
      "t=2 lost [BrokenPipeError(32, 'Broken pipe')]",
    ]);
  });

  test('no pieces, and empty ones, are nothing', async () => {
    const lines = await transcript(() =>
      connected(reading, {}, (transport) => {
        transport.write(bytes(''));
        transport.writelines([]);
        transport.writelines([bytes('')]);
        transport.writelines([bytes('a'), bytes(''), bytes('b')]);
        print(transport.getWriteBufferSize());
        transport.writeEof();
        return undefined;
      }),
    );
    expect(lines).toEqual(['t=0 0', 't=1 server read 2']);
  });

  test('is held, and the end is said when all of it is sent', async () => {
    const lines = await transcript(() =>
      connected(reading, {}, (transport) => {
        transport.writelines([new Uint8Array(2 ** 19), new Uint8Array(2 ** 19)]);
        print(transport.getWriteBufferSize(), String(transport));
        transport.writeEof();
        return undefined;
      }),
    );
    expect(lines).toEqual([
      't=0 pause',
      't=0 786432 <_SelectorSocketTransport read=polling write=<polling, bufsize=786432>>',
      't=1 resume',
      't=1 server read 1048576',
    ]);
  });

  test('the peer breaks the connection off while some of it is held', async () => {
    const abort = function* (_: StreamReader, writer: StreamWriter) {
      yield* sleep(1);
      writer.transport.abort();
    };
    const lines = await transcript(() =>
      connected(abort, {}, (transport) => {
        transport.pauseReading();
        transport.write(new Uint8Array(2 ** 20));
        return undefined;
      }),
    );
    expect(lines).toEqual([
      't=0 pause',
      "t=1 lost [ConnectionResetError(104, 'Connection reset by peer')]",
    ]);
  });

  test('is dropped when the connection is lost; five times in silence', async () => {
    const lines = await transcript(() =>
      connected(silent, {}, (transport) => {
        transport.abort();
        transport.writeEof();
        for (let i = 0; i < 5; i += 1) transport.writelines([bytes('more')]);
        return undefined;
      }),
    );
    expect(lines).toEqual(['warning: socket.send() raised exception.', 't=0 lost [None]']);
  });

  test.each([new Error('oops'), new CancelledError('oops')])(
    'a protocol that fails to pause with %s is reported, and written to all the same',
    async (error) => {
      const oops = () => {
        throw error;
      };
      const lines = await transcript(() =>
        connected(reading, { pauseWriting: oops }, (transport) => {
          transport.write(new Uint8Array(2 ** 20));
          transport.close();
          return undefined;
        }),
      );
      expect(lines).toEqual([
        'warning: protocol.pauseWriting() failed',
        't=1 resume',
        't=1 lost [None]',
        't=1 server read 1048576',
      ]);
    },
  );

  test('an interrupt in pauseWriting is thrown by write', async () => {
    const interrupt = () => {
      throw new KeyboardInterrupt('now');
    };
    const lines = await transcript(() =>
      connected(silent, { pauseWriting: interrupt }, (transport) => {
        print(caught(() => transport.write(new Uint8Array(2 ** 20))));
        return undefined;
      }),
    );
    expect(lines).toEqual([
      't=0 KeyboardInterrupt: now',
      "t=5 lost [ConnectionResetError(104, 'Connection reset by peer')]",
    ]);
  });
});

test('the protocol is told of the end once, whoever closes and aborts', async () => {
  const lines = await transcript(() =>
    connected(
      function* (reader) {
        yield* reader.read();
      },
      {},
      function* (transport) {
        transport.write(new Uint8Array(2 ** 20));
        transport.close();
        transport.close();
        print(String(transport));
        yield* sleep(1);
        print(String(transport));
        transport.abort();
        transport.abort();
      },
    ),
  );
  expect(lines).toEqual([
    't=0 pause',
    't=0 <_SelectorSocketTransport closing read=idle write=<polling, bufsize=786432>>',
    't=0 resume',
    't=0 lost [None]',
    't=1 <_SelectorSocketTransport closed>',
  ]);
});
