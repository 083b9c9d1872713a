/** A reader that is fed by hand: what CPython's tests of `StreamReader` ask, and more of it. */
import { describe, expect, test } from 'vitest';
import {
  asyncFor,
  CancelledError,
  createTask,
  getRunningLoop,
  IncompleteReadError,
  LimitOverrunError,
  print,
  rethrowIfCancelled,
  run,
  StreamReader,
  sleep,
  ValueError,
  waitFor,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { bytes, pieces, randomNumbers, text } from './bytes.js';
import { transcript } from './transcript.js';

/** Feed a reader with pieces, one each second, and then the end. */
function feed(reader: StreamReader, ...all: string[]): void {
  const loop = getRunningLoop();
  all.forEach((piece, index) => {
    loop.callLater(index + 1, () => reader.feedData(bytes(piece)));
  });
  loop.callLater(all.length + 1, () => reader.feedEof());
}

/** Print what a read gives, or how it fails. */
function* tell(read: Iterable<never, unknown, unknown>) {
  try {
    print(yield* read);
  } catch (error) {
    rethrowIfCancelled(error);
    print(String(error));
    if (error instanceof IncompleteReadError) print('partial', error.partial, error.expected);
    if (error instanceof LimitOverrunError) print('consumed', error.consumed);
  }
}

const told = (read: unknown) => tell(read as Iterable<never, unknown, unknown>);

test('read gives what is there, and waits only when there is nothing', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader();
    feed(reader, 'hello', 'world');
    yield* told(reader.read(3));
    yield* told(reader.read(0));
    yield* told(reader.read(100));
    yield* told(reader.read(100));
    yield* told(reader.read(100));
    print(reader.atEof());
  });
  expect(lines).toEqual([
    "t=1 b'hel'",
    "t=1 b''",
    "t=1 b'lo'",
    "t=2 b'world'",
    "t=3 b''",
    't=3 True',
  ]);
});

test('read without a number gives everything until the end', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader({ limit: 2 });
    feed(reader, 'hello', 'world');
    yield* told(reader.read());
  });
  expect(lines).toEqual(["t=3 b'helloworld'"]);
});

test('readexactly waits for all of it, and says what there was when the end came first', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader();
    feed(reader, 'hel', 'lo', 'wor');
    yield* told(reader.readexactly(5));
    yield* told(reader.readexactly(5));
    yield* told(reader.readexactly(0));
    yield* told(reader.readexactly(-1));
    yield* told(reader.readexactly(2));
  });
  expect(lines).toEqual([
    "t=2 b'hello'",
    't=4 IncompleteReadError: 3 bytes read on a total of 5 expected bytes',
    "t=4 partial b'wor' 5",
    "t=4 b''",
    't=4 ValueError: readexactly size can not be less than zero',
    't=4 IncompleteReadError: 0 bytes read on a total of 2 expected bytes',
    "t=4 partial b'' 2",
  ]);
});

test('readline gives one line at a time, and what is left without a newline', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader();
    feed(reader, 'one\ntw', 'o\nthree');
    for (let i = 0; i < 4; i += 1) yield* told(reader.readline());
  });
  expect(lines).toEqual(["t=1 b'one\\n'", "t=2 b'two\\n'", "t=3 b'three'", "t=3 b''"]);
});

test('the limit is a number above 0', async () => {
  const lines = await transcript(function* () {
    const reader = (limit: unknown) => new StreamReader({ limit: limit as number });
    for (const limit of [0, -1, '5']) print(caught(() => reader(limit)));
    print(reader(5), reader(Number.POSITIVE_INFINITY));
  });
  expect(lines).toEqual([
    't=0 ValueError: Limit cannot be <= 0',
    't=0 ValueError: Limit cannot be <= 0',
    "t=0 TypeError: '<=' not supported between instances of 'str' and 'int'",
    't=0 <StreamReader limit=5> <StreamReader limit=inf>',
  ]);
});

test('a line that is longer than the limit is dropped', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader({ limit: 3 });
    feed(reader, 'long line\nok\n', 'endless', 'a\n');
    for (let i = 0; i < 5; i += 1) yield* told(reader.readline());
  });
  expect(lines).toEqual([
    't=1 ValueError: Separator is found, but chunk is longer than limit',
    "t=1 b'ok\\n'",
    't=2 ValueError: Separator is not found, and chunk exceed the limit',
    "t=3 b'a\\n'",
    "t=4 b''",
  ]);
});

describe('readuntil', () => {
  test('reads up to a separator that came in two pieces', async () => {
    const lines = await transcript(function* () {
      const reader = new StreamReader();
      feed(reader, 'one AN', 'D two AND rest');
      yield* told(reader.readuntil(bytes('AND')));
      yield* told(reader.readuntil(bytes('AND')));
      yield* told(reader.readuntil(bytes('AND')));
    });
    expect(lines).toEqual([
      "t=2 b'one AND'",
      "t=2 b' two AND'",
      't=3 IncompleteReadError: 5 bytes read on a total of undefined expected bytes',
      "t=3 partial b' rest' None",
    ]);
  });

  test('of several separators the one that ends first counts', async () => {
    const lines = await transcript(function* () {
      const reader = new StreamReader();
      reader.feedData(bytes('a\r\nb\nc--d\n'));
      const separators = [bytes('--'), bytes('\r\n'), bytes('\n')];
      for (let i = 0; i < 4; i += 1) yield* told(reader.readuntil(separators));
    });
    expect(lines).toEqual(["t=0 b'a\\r\\n'", "t=0 b'b\\n'", "t=0 b'c--'", "t=0 b'd\\n'"]);
  });

  test('takes nothing when the separator is further away than the limit', async () => {
    const lines = await transcript(function* () {
      const reader = new StreamReader({ limit: 4 });
      feed(reader, 'abcdefgh', '\n');
      yield* told(reader.readuntil());
      yield* sleep(1);
      yield* told(reader.readuntil());
      yield* told(reader.readexactly(8));
      yield* told(reader.readuntil());
    });
    expect(lines).toEqual([
      't=1 LimitOverrunError: Separator is not found, and chunk exceed the limit',
      't=1 consumed 8',
      't=2 LimitOverrunError: Separator is found, but chunk is longer than limit',
      't=2 consumed 8',
      "t=2 b'abcdefgh'",
      "t=2 b'\\n'",
    ]);
  });

  test('wants a separator of at least one byte', async () => {
    const lines = await transcript(function* () {
      const reader = new StreamReader();
      yield* told(reader.readuntil([]));
      yield* told(reader.readuntil([bytes('x'), bytes('')]));
    });
    expect(lines).toEqual([
      't=0 ValueError: Separator should contain at least one element',
      't=0 ValueError: Separator should be at least one-byte string',
    ]);
  });
});

describe('a reader that is cancelled in the middle has lost nothing', () => {
  test.each(['readexactly', 'readuntil', 'readline', 'read'] as const)('%s', async (method) => {
    const lines = await transcript(function* () {
      const reader = new StreamReader();
      feed(reader, 'abc', 'def\n');
      if (method === 'read') yield* reader.readexactly(3);
      const task = createTask(
        (function* () {
          if (method === 'readexactly') return yield* reader.readexactly(6);
          return yield* reader[method]();
        })(),
      );
      yield* sleep(1.5 - getRunningLoop().time());
      task.cancel();
      try {
        yield* task;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        print('cancelled');
      }
      yield* told(reader.read());
    });
    const all = method === 'read' ? "t=3 b'def\\n'" : "t=3 b'abcdef\\n'";
    expect(lines).toEqual(['t=1.5 cancelled', all]);
  });

  test('by a time limit, at the very instant at which the rest arrives', async () => {
    const lines = await transcript(function* () {
      const reader = new StreamReader();
      feed(reader, 'abc', 'def');
      yield* told(waitFor(reader.readexactly(6), 2));
      yield* told(reader.read());
    });
    expect(lines).toEqual(['t=2 TimeoutError', "t=3 b'abcdef'"]);
  });
});

test('two readers at a time are refused', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader();
    feed(reader, 'abc\n');
    const first = createTask(reader.readline());
    yield* sleep(0);
    yield* told(reader.readuntil());
    yield* told(reader.read(1));
    yield* told(reader.readexactly(1));
    yield* told(first);
  });
  const tail = 'called while another coroutine is already waiting for incoming data';
  expect(lines).toEqual([
    `t=0 RuntimeError: readuntil() ${tail}`,
    `t=0 RuntimeError: read() ${tail}`,
    `t=0 RuntimeError: readexactly() ${tail}`,
    "t=1 b'abc\\n'",
  ]);
});

test('an exception that is set reaches the one that reads, and everyone after', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader();
    reader.feedData(bytes('abc'));
    getRunningLoop().callLater(1, () => reader.setException(new ValueError('broken')));
    yield* told(reader.readline());
    yield* told(reader.read(1));
    print(reader.exception());
  });
  expect(lines).toEqual(['t=1 ValueError: broken', 't=1 ValueError: broken', 't=1 broken']);
});

test('it is a source of lines', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader();
    feed(reader, 'one\ntwo\nth', 'ree');
    yield* asyncFor(reader, function* (line) {
      print(line);
    });
  });
  expect(lines).toEqual(["t=1 b'one\\n'", "t=1 b'two\\n'", "t=3 b'three'"]);
});

test('a transport is paused at twice the limit, and resumed when a read has made room', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader({ limit: 4 });
    const transport = {
      pauseReading: () => print('pause'),
      resumeReading: () => print('resume'),
    };
    reader.setTransport(transport as Parameters<StreamReader['setTransport']>[0]);
    reader.feedData(bytes('12345678'));
    reader.feedData(bytes('9'));
    yield* told(reader.read(4));
    yield* told(reader.read(1));
    reader.feedData(bytes('abcde'));
    // What is paused would never bring the rest.
    const task = createTask(reader.readexactly(12));
    yield* sleep(1);
    reader.feedData(bytes('xyz'));
    yield* told(task);
  });
  expect(lines).toEqual([
    't=0 pause',
    "t=0 b'1234'",
    't=0 resume',
    "t=0 b'5'",
    't=0 pause',
    't=0 resume',
    't=1 pause',
    't=1 resume',
    "t=1 b'6789abcdexyz'",
  ]);
});

test('it describes itself as CPython does', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader();
    print(String(reader));
    reader.feedData(bytes('abc'));
    reader.feedEof();
    print(String(reader));
    print(String(new StreamReader({ limit: 5 })));
    print(caught(() => new StreamReader({ limit: 0 })));
    print(caught(() => reader.feedData(bytes('more'))));
  });
  expect(lines).toEqual([
    't=0 <StreamReader>',
    't=0 <StreamReader 3 bytes eof>',
    't=0 <StreamReader limit=5>',
    't=0 ValueError: Limit cannot be <= 0',
    't=0 AssertionError: feed_data after feed_eof',
  ]);
});

test('1,000 texts that are split at random places come out whole', async () => {
  const random = randomNumbers(1);
  const alphabet = 'ab\r\n';
  await run(
    (function* () {
      for (let round = 0; round < 1000; round += 1) {
        const length = Math.floor(random() * 200);
        const whole = Array.from({ length }, () => alphabet[Math.floor(random() * 4)]).join('');
        const reader = new StreamReader();
        for (const piece of pieces(bytes(whole), 20, random)) reader.feedData(piece);
        reader.feedEof();
        const lines: string[] = [];
        yield* asyncFor(reader, function* (line) {
          lines.push(text(line));
        });
        expect(lines).toEqual(whole.split(/(?<=\n)/).filter((line) => line !== ''));
      }
    })(),
    { clock: 'virtual' },
  );
});

test('it is fed with bytes, and asked for a number of them', async () => {
  const lines = await transcript(function* () {
    const reader = new StreamReader();
    for (const data of ['text', 5, [1]] as never[]) print(caught(() => reader.feedData(data)));
    reader.feedData('' as never);
    print(reader);
    for (const n of ['5', null] as never[]) {
      for (const read of [reader.read(n), reader.readexactly(n)]) {
        try {
          yield* read;
        } catch (error) {
          print(`${error}`);
        }
      }
    }
  });
  expect(lines).toEqual([
    "t=0 TypeError: bytes were expected, a Uint8Array, got 'text'",
    't=0 TypeError: bytes were expected, a Uint8Array, got 5',
    't=0 TypeError: bytes were expected, a Uint8Array, got [1]',
    't=0 <StreamReader>',
    ...['str', 'str', 'NoneType', 'NoneType'].map(
      (type) => `t=0 TypeError: '<' not supported between instances of '${type}' and 'int'`,
    ),
  ]);
});
