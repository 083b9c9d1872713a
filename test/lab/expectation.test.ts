import { expect, test } from 'vitest';
import { fromAuthor, fromRecording, untimed } from '../../src/lab/expectation.js';

test('a recording expects every line, its task and every warning in our spelling', () => {
  const expected = fromRecording({
    elapsed: 2,
    lines: [
      { t: 1, text: 'hello', task: 'Task-2' },
      { t: 2, text: '<id>', pattern: '^(?<thread>\\d+)$', groups: { thread: 1 } },
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
    ],
    outcome: { type: 'return' },
    measures: {},
    warnings: ["RuntimeWarning: coroutine 'sayItAfter' was never awaited"],
  });
});

test('an author leaves out what does not matter, and that is not judged', () => {
  expect(fromAuthor(undefined)).toEqual({
    source: 'author',
    outcome: { type: 'return' },
    measures: {},
  });
  const varying = [{ pattern: /^id \d+$/, shown: 'id <id>' }];
  expect(fromAuthor({ lines: ['a', [1, 'id <id>'], [2, /b+/g]] }, varying).lines).toEqual([
    { text: 'a' },
    { t: 1, text: 'id <id>', pattern: /^id \d+$/ },
    { t: 2, text: '/b+/g', pattern: /b+/ },
  ]);
});

test('an author who expects something expects no warnings unless they are named', () => {
  expect(fromAuthor(undefined).warnings).toBeUndefined();
  expect(fromAuthor({}).warnings).toEqual([]);
  expect(fromAuthor({ warnings: ['w'] }).warnings).toEqual(['w']);
});

test('what is not timed keeps its lines and their order', () => {
  const expected = fromAuthor({ elapsed: 1, lines: [[1, 'a'], 'b'] });
  expect(untimed(expected)).toEqual({
    source: 'author',
    outcome: { type: 'return' },
    measures: {},
    lines: [{ text: 'a' }, { text: 'b' }],
    warnings: [],
  });
});
