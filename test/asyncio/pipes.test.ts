/** The transports of pipes: what they do with a pipe, and what a program sees of them. */
import { expect, test } from 'vitest';
import { ReadPipeTransport } from '../../src/asyncio/readpipe.js';
import { WritePipeTransport } from '../../src/asyncio/writepipe.js';
import { osError } from '../../src/core/oserrors.js';
import type { Protocol } from '../../src/core/transports.js';
import { getRunningLoop, PIPE, print, sleep } from '../../src/index.js';
import { bytes, CAT, inputOf, node, outputOf, text } from './processes.js';
import { transcript } from './transcript.js';

// A machine under load takes its time to start a program.
/** Says what it is told. */
const talking: Protocol = {
  connectionMade: (transport) => print(`made ${transport}`),
  dataReceived: (data) => print(`data ${text(data)}`),
  eofReceived: () => {
    print('eof');
    return undefined;
  },
  connectionLost: (error) => print(`lost ${error ?? ''}`.trim()),
  pauseWriting: () => print('pause'),
  resumeWriting: () => print('resume'),
};

/** The end of a pipe to write to, with room for so many bytes; below 0 it is broken. */
class Input {
  room = 0;
  writable: (() => void) | undefined;
  broken: (() => void) | undefined;

  send({ length }: Uint8Array): number {
    if (this.room < 0) throw osError('EPIPE');
    const sent = Math.min(length, this.room);
    this.room -= sent;
    return sent;
  }

  whenWritable(callback: (() => void) | undefined): void {
    this.writable = callback;
  }

  whenBroken(callback: (() => void) | undefined): void {
    this.broken = callback;
  }

  close(): void {
    print('closed');
  }

  abort(): void {
    print('aborted');
  }
}

/** The end of a pipe to read from, with what is in it. */
class Output {
  readonly pieces: (string | undefined)[];
  ready: (() => void) | undefined;

  constructor(...pieces: (string | undefined)[]) {
    this.pieces = pieces;
  }

  receive(): Uint8Array | undefined {
    const piece = this.pieces.shift();
    return piece === undefined ? undefined : bytes(piece);
  }

  whenReadable(callback: (() => void) | undefined): void {
    this.ready = callback;
    if (this.pieces.length > 0) callback?.();
  }

  close(): void {
    print('closed');
  }
}

function* writingTo(pipe: Input) {
  const loop = getRunningLoop();
  const waiter = loop.createFuture<void>();
  const transport = new WritePipeTransport(loop, pipe, talking, waiter);
  yield* waiter;
  return transport;
}

function* readingFrom(pipe: Output) {
  const loop = getRunningLoop();
  const waiter = loop.createFuture<void>();
  const transport = new ReadPipeTransport(loop, pipe, talking, waiter);
  yield* waiter;
  return transport;
}

test('what a pipe does not take is held, and goes before it is closed', async () => {
  const lines = await transcript(function* () {
    const pipe = new Input();
    pipe.room = 2;
    const transport = yield* writingTo(pipe);
    transport.write(bytes(''));
    transport.write(bytes('abc'));
    transport.write(bytes('de'));
    print(transport);
    transport.close();
    transport.close();
    transport.write(bytes('more'));
    print(transport);
    pipe.room = 1;
    pipe.writable?.();
    yield* sleep(1);
    print(transport);
    pipe.room = 9;
    pipe.writable?.();
    yield* sleep(1);
    print(transport);
  });
  expect(lines).toEqual([
    't=0 made <_UnixWritePipeTransport idle bufsize=0>',
    't=0 <_UnixWritePipeTransport polling bufsize=3>',
    't=0 <_UnixWritePipeTransport closing polling bufsize=3>',
    't=1 <_UnixWritePipeTransport closing polling bufsize=2>',
    't=1 lost',
    't=1 closed',
    't=2 <_UnixWritePipeTransport closed closed>',
  ]);
});

test('a pipe that turns out to be broken is lost, with an error where something is held', async () => {
  const lines = await transcript(function* () {
    const [first, second, third] = [new Input(), new Input(), new Input()];
    first.room = -1;
    (yield* writingTo(first)).write(bytes('at once'));
    yield* sleep(1);
    const held = yield* writingTo(second);
    held.write(bytes('held'));
    second.room = -1;
    second.writable?.();
    yield* sleep(1);
    print(held.getWriteBufferSize());
    (yield* writingTo(third)).write(bytes('held'));
    third.broken?.();
    yield* sleep(1);
    const idle = new Input();
    yield* writingTo(idle);
    idle.broken?.();
    yield* sleep(1);
  });
  expect(lines).toEqual([
    't=0 made <_UnixWritePipeTransport idle bufsize=0>',
    't=0 lost BrokenPipeError: [Errno 32] Broken pipe',
    't=0 aborted',
    't=1 made <_UnixWritePipeTransport idle bufsize=0>',
    't=1 lost BrokenPipeError: [Errno 32] Broken pipe',
    't=1 aborted',
    't=2 0',
    't=2 made <_UnixWritePipeTransport idle bufsize=0>',
    't=2 lost BrokenPipeError',
    't=2 aborted',
    't=3 made <_UnixWritePipeTransport idle bufsize=0>',
    't=3 lost',
    't=3 aborted',
  ]);
});

test('a pipe is lost once, however often it is closed', async () => {
  const lines = await transcript(function* () {
    const transport = yield* writingTo(new Input());
    transport.close();
    print(transport);
    transport.abort();
    yield* sleep(1);
    transport.release();
    const reading = yield* readingFrom(new Output());
    reading.close();
    reading.close();
    yield* sleep(1);
    reading.release();
  });
  expect(lines).toEqual([
    't=0 made <_UnixWritePipeTransport idle bufsize=0>',
    't=0 <_UnixWritePipeTransport closing idle bufsize=0>',
    't=0 lost',
    't=0 closed',
    't=1 made <_UnixReadPipeTransport idle>',
    't=1 lost',
    't=1 closed',
  ]);
});

test('a pipe is read piece by piece, unless that is paused, to its end', async () => {
  const lines = await transcript(function* () {
    const pipe = new Output('a', undefined);
    const transport = yield* readingFrom(pipe);
    yield* sleep(1);
    print(transport);
    transport.pauseReading();
    transport.pauseReading();
    print(transport);
    pipe.pieces.push('b', '');
    yield* sleep(1);
    transport.resumeReading();
    transport.resumeReading();
    while (pipe.pieces.length > 0) yield* sleep(0);
    print(transport);
    transport.pauseReading();
    transport.resumeReading();
    yield* sleep(1);
    print(transport);
  });
  expect(lines).toEqual([
    't=0 made <_UnixReadPipeTransport idle>',
    't=0 data a',
    't=1 <_UnixReadPipeTransport polling>',
    't=1 <_UnixReadPipeTransport idle>',
    't=2 data b',
    't=2 <_UnixReadPipeTransport closing idle>',
    't=2 eof',
    't=2 lost',
    't=2 closed',
    't=3 <_UnixReadPipeTransport closed closed>',
  ]);
});

test('a pipe that is closed before it is watched is never watched', async () => {
  const lines = await transcript(function* () {
    const closing: Protocol = { ...talking, connectionMade: (transport) => transport.close() };
    const loop = getRunningLoop();
    const [input, output] = [new Input(), new Output('unread')];
    for (const make of [
      () => new WritePipeTransport(loop, input, closing, loop.createFuture()),
      () => new ReadPipeTransport(loop, output, closing, loop.createFuture()),
    ]) {
      make();
      yield* sleep(1);
    }
    print(input.broken, output.ready, output.pieces);
  });
  expect(lines).toEqual([
    't=0 lost',
    't=0 closed',
    't=1 lost',
    't=1 closed',
    "t=2 None None ['unread']",
  ]);
});

test('the input of a process: pieces, its end, and what comes too late', async () => {
  const lines = await transcript(function* () {
    const child = yield* node(CAT, { stdin: PIPE, stdout: PIPE });
    print(`${child}` === `<Process ${child.pid}>`, child.stdin, child.stdout);
    const stdin = inputOf(child);
    print(stdin.canWriteEof(), stdin.isClosing(), stdin.getExtraInfo('peername', 'nothing'));
    stdin.writelines(['a', 'b'].map(bytes));
    stdin.writeEof();
    print(stdin.isClosing(), stdin.getExtraInfo('pipe'));
    for (let count = 0; count < 7; count += 1) stdin.write(bytes('late'));
    print(text(yield* outputOf(child).read()), yield* child.wait());
    yield* stdin.waitClosed();
    print(child.stdin, child.stdout);
    print(stdin.getExtraInfo('pipe'));
  });
  expect(lines).toEqual([
    't=0 True <StreamWriter transport=<_UnixWritePipeTransport idle bufsize=0>>' +
      ' <StreamReader transport=<_UnixReadPipeTransport polling>>',
    't=0 True False nothing',
    't=0 True <asyncio.TransportPipe open>',
    'warning: pipe closed by peer or os.write(pipe, data) raised exception.',
    'warning: pipe closed by peer or os.write(pipe, data) raised exception.',
    't=0 ab 0',
    't=0 <StreamWriter transport=<_UnixWritePipeTransport closed closed>>' +
      ' <StreamReader eof transport=<_UnixReadPipeTransport closed closed>>',
    't=0 <asyncio.TransportPipe closed>',
  ]);
});

test('another protocol is told of the input of a process, and a process that ends closes it', async () => {
  const lines = await transcript(function* () {
    const child = yield* node('', { stdin: PIPE });
    const { transport } = inputOf(child);
    const before = transport.getProtocol();
    transport.setProtocol({
      ...talking,
      connectionLost(error) {
        talking.connectionLost(error);
        before.connectionLost(error);
      },
    });
    print(yield* child.wait());
    yield* inputOf(child).waitClosed();
    try {
      yield* inputOf(child).drain();
    } catch (error) {
      print(`${error}`);
    }
  });
  expect(lines).toEqual(['t=0 lost', 't=0 0', 't=0 ConnectionResetError: Connection lost']);
});
