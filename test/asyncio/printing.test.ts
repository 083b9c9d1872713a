import { expect, test } from 'vitest';
import {
  blockingSleep,
  createTask,
  getRunningLoop,
  type PrintedLine,
  perfCounter,
  print,
  run,
  sleep,
  ValueError,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { programTranscript, transcript } from './transcript.js';

test('values show as in Python, with spaces between them', async () => {
  const lines = await transcript(function* () {
    print();
    print('text', 3, undefined, true, ['text'], new ValueError('no'));
    print('two\nlines');
  });
  expect(lines).toEqual(['t=0 ', "t=0 text 3 None True ['text'] no", 't=0 two', 't=0 lines']);
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
