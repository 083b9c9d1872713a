import { expect, test } from 'vitest';
import {
  blockingSleep,
  createTask,
  gather,
  getRunningLoop,
  newEventLoop,
  type PrintedLine,
  perfCounter,
  print,
  run,
  sleep,
  toThread,
  ValueError,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { dotting } from '../hosts/fixtures/work.js';
import { programTranscript, transcript } from './transcript.js';

test('values show as in Python, with spaces between them', async () => {
  const lines = await transcript(function* () {
    print();
    print('text', 3, undefined, true, ['text'], new ValueError('no'));
    print('two\nlines');
  });
  expect(lines).toEqual(['t=0 ', "t=0 text 3 None True ['text'] no", 't=0 two', 't=0 lines']);
});

test('what stands between values, and after them, is given by name', async () => {
  const lines = await transcript(function* () {
    print('a', 1, { sep: ', ' });
    print('a', 1, { sep: '', end: '!\n' });
    print('two', 'lines', { sep: '\n', flush: true });
    print({ sep: '-' });
    print({ sep: 1 }, { end: 2 });
    print('a', { sep: '-', other: '+' });
  });
  expect(lines).toEqual([
    't=0 a, 1',
    't=0 a1!',
    't=0 two',
    't=0 lines',
    't=0 ',
    "t=0 {'sep': 1} {'end': 2}",
    "t=0 a {'sep': '-', 'other': '+'}",
  ]);
});

test('a line that is begun is printed by who ends it, when it ends', async () => {
  const lines: PrintedLine[] = [];
  const host = virtualHost({ output: { print: (line) => lines.push(line), warn: () => {} } });
  await withHost(host, () =>
    run(
      (function* () {
        const dots = function* () {
          for (const _ of [1, 2, 3]) {
            print('.', { end: '' });
            yield* sleep(1);
          }
          print('done');
          print('and more', { end: '' });
        };
        yield* createTask(dots(), { name: 'dots' });
      })(),
    ),
  );
  expect(lines.map(({ text, time, task }) => [text, time, task])).toEqual([
    ['...done', 3, 'dots'],
    ['and more', 3, undefined],
  ]);
});

test("a line that a program has begun is nobody else's", async () => {
  let late = () => {};
  const first = await programTranscript(async () => {
    const loop = newEventLoop();
    late = () => void loop.callSoon(print, 'late', { end: '' });
    await loop.runUntilComplete(sleep(1));
    late();
    setImmediate(() => void loop.runUntilComplete(sleep(1)));
  });
  const second = await programTranscript(async () => {
    print('mine', { end: '' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    print('!');
  });
  expect([first, second]).toEqual([[], ['t=0 mine!']]);
});

test('threads and the loop write on the same line, each at its instant', async () => {
  const lines = await transcript(function* () {
    print('main ', { end: '' });
    print(yield* gather(toThread(dotting, 'a'), toThread(dotting, 'b')));
  });
  expect(lines).toEqual(['t=2 main ....a', 't=2 rest of ab', "t=2 rest of b['a', 'b']"]);
});

test('a line that is begun on one output is not ended on another', async () => {
  const inner: string[] = [];
  const output = { print: ({ text }: PrintedLine) => inner.push(text), warn: () => {} };
  const outer = await programTranscript(async () => {
    print('outer ', { end: '' });
    await withHost(virtualHost({ output }), () => {
      print('inner');
      print('and more', { end: '' });
    });
    print('ends');
  });
  expect([outer, inner]).toEqual([['t=0 outer ends'], ['inner', 'and more']]);
});

test('a line is written to the file that is given', async () => {
  const written: string[] = [];
  const file = { write: (text: string) => written.push(text) };
  const lines = await transcript(function* () {
    print('a', 1, { file });
    print('b', { file, end: '' });
    print('c', { file: undefined });
  });
  expect([lines, written]).toEqual([['t=0 c'], ['a 1\n', 'b']]);
});

test('a line carries the instant, and the task that printed it if there is one', async () => {
  const lines: PrintedLine[] = [];
  const host = virtualHost({ output: { print: (line) => lines.push(line), warn: () => {} } });
  await withHost(host, async () => {
    print('before');
    await run(
      (function* () {
        yield* createTask(
          (function* () {
            yield* sleep(1);
            print('task');
          })(),
          { name: 'mine' },
        );
        getRunningLoop().callSoon(print, 'callback');
        yield* sleep(0);
      })(),
    );
    print('after');
  });
  const seen = lines.map(({ text, time, task, thread }) => [text, time, task, thread]);
  expect(seen).toEqual([
    ['before', 0, undefined, undefined],
    ['task', 1, 'mine', undefined],
    ['callback', 1, undefined, undefined],
    ['after', 1, undefined, undefined],
  ]);
});

test('perfCounter is the clock of the loop, and goes on after it', async () => {
  const lines = await programTranscript(async () => {
    print(perfCounter());
    await run(sleep(1.5));
    print(perfCounter());
    await run(sleep(1));
    print(perfCounter());
  });
  expect(lines).toEqual(['t=0 0', 't=1.5 1.5', 't=2.5 2.5']);
});

test('blockingSleep moves the time on, and nothing else runs meanwhile', async () => {
  const lines = await transcript(function* () {
    const other = function* () {
      yield* sleep(1);
      print('other');
    };
    createTask(other());
    yield* sleep(0);
    blockingSleep(3);
    print('main');
    yield* sleep(1);
  });
  expect(lines).toEqual(['t=3 main', 't=3 other']);
});

test('blockingSleep works outside any loop, and refuses what is no length', async () => {
  const lines = await programTranscript(() => {
    blockingSleep(2);
    print(caught(() => blockingSleep(-1)));
  });
  expect(lines).toEqual(['t=2 ValueError: sleep length must be non-negative']);
});
