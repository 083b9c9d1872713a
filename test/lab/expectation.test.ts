import { expect, test } from 'vitest';
import { fromAuthor, fromExpectedFile, fromRecording, untimed } from '../../src/lab/expectation.js';

test('a recording expects every line, its task and every warning in our spelling', () => {
  const expected = fromRecording({
    elapsed: 2,
    lines: [
      { t: 1, text: 'hello', task: 'Task-2' },
      { t: 2, text: '<id>', pattern: '^(?<thread>\\d+)$', groups: { thread: 1 } },
      { t: 2, text: '<Lock object at 0x7f01 [locked]>' },
    ],
    outcome: { type: 'return' },
    warnings: ["RuntimeWarning: coroutine 'say_it_after' was never awaited"],
  });
  expect(expected).toEqual({
    source: 'cpython',
    elapsed: 2,
    lines: [
      { t: 1, text: 'hello', task: 'Task-2' },
      { t: 2, text: '<id>', task: null, pattern: /^(?<thread>\d+)$/, groups: { thread: 1 } },
      {
        t: 2,
        text: '<Lock object at 0x7f01 [locked]>',
        task: null,
        pattern: /^<Lock object \[locked\]>$/,
      },
    ],
    outcome: { type: 'return' },
    measures: {},
    warnings: ["RuntimeWarning: coroutine 'sayItAfter' was never awaited"],
    pending: [],
  });
});

test('what an author has agreed to expects all that was recorded, in the spelling it has', () => {
  const expected = fromExpectedFile({
    elapsed: 1,
    lines: [{ t: 0, text: '<id>', pattern: '^ID \\d$', flags: 'i' }],
    outcome: { type: 'return', value: 7 },
    warnings: ["RuntimeWarning: coroutine 'say_it' was never awaited"],
  });
  expect(expected).toEqual({
    source: 'author',
    elapsed: 1,
    lines: [{ t: 0, text: '<id>', task: null, pattern: /^ID \d$/i }],
    outcome: { type: 'return', value: 7 },
    measures: {},
    warnings: ["RuntimeWarning: coroutine 'say_it' was never awaited"],
    pending: [],
  });
});

test('an author leaves out what does not matter, and that is not judged', () => {
  expect(fromAuthor(undefined)).toEqual({
    source: 'author',
    outcome: { type: 'return' },
    measures: {},
  });
  const varying = [{ pattern: /^id \d+$/, shown: 'id <id>' }];
  expect(fromAuthor({ lines: ['a', /^c$/, [1, 'id <id>'], [2, /b+/g]] }, varying).lines).toEqual([
    { text: 'a' },
    { text: '/^c$/', pattern: /^c$/ },
    { t: 1, text: 'id <id>', pattern: /^id \d+$/ },
    { t: 2, text: '/b+/g', pattern: /b+/ },
  ]);
});

test('an author who expects something expects neither warnings nor tasks left unless they are named', () => {
  expect(fromAuthor(undefined).warnings).toBeUndefined();
  expect(fromAuthor({}).warnings).toEqual([]);
  expect(fromAuthor({ warnings: ['w'] }).warnings).toEqual(['w']);
  expect(fromAuthor(undefined).pending).toBeUndefined();
  expect(fromAuthor({}).pending).toEqual([]);
  expect(fromAuthor({ pending: ['Task-2'] }).pending).toEqual(['Task-2']);
});

test('what is not timed keeps its lines and their order', () => {
  const expected = fromAuthor({ elapsed: 1, lines: [[1, 'a'], 'b'] });
  expect(untimed(expected)).toEqual({
    source: 'author',
    outcome: { type: 'return' },
    measures: {},
    lines: [{ text: 'a' }, { text: 'b' }],
    warnings: [],
    pending: [],
  });
});
