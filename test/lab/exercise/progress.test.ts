import { expect, test } from 'vitest';
import {
  formatProgress,
  noProgress,
  readProgress,
  withCurrent,
  withDone,
  withHints,
  without,
} from '../../../src/lab/exercise/progress.js';

const known = ['one/a', 'one/b', 'two/c'];

test('what is written is read back', () => {
  let progress = withCurrent(noProgress, 'one/b');
  progress = withHints(withDone(withDone(progress, 'one/a'), 'two/c'), 'one/b', 2);
  const text = formatProgress(progress, ['How far you are.']);
  expect(text).toBe('# How far you are.\n\ncurrent one/b\ndone one/a\ndone two/c\nhints one/b 2\n');
  expect(readProgress(text, known)).toEqual(progress);
});

test('nothing at all is no progress', () => {
  expect(readProgress('', known)).toEqual(noProgress);
});

test('a line that means nothing costs only itself', () => {
  const text = [
    'current one/b',
    'doen one/a',
    'done one/a',
    'done one/gone',
    'hints one/b',
    'hints one/b many',
    'done one/b 3',
    '\u0000\u0001',
    'done two/c',
  ].join('\n');
  const { ignored, ...rest } = readProgress(text, known);
  expect(rest).toEqual({ current: 'one/b', done: ['one/a', 'two/c'], hints: new Map() });
  expect(ignored.map(({ at }) => at)).toEqual([2, 4, 5, 6, 7, 8]);
});

test('a line that means nothing stays, to be mended', () => {
  const progress = withDone(readProgress('doen one/a\n', known), 'two/c');
  expect(formatProgress(progress, [])).toBe('\ndone two/c\ndoen one/a\n');
});

test('it may come from a system with other line ends, and from an editor that marks its files', () => {
  const { done, ignored } = readProgress('\uFEFF# x\r\ndone one/a\r\n\r\ndone two/c\r\n', known);
  expect({ done, ignored }).toEqual({ done: ['one/a', 'two/c'], ignored: [] });
});

test('an exercise that is begun anew is as if it had never been', () => {
  const before = withCurrent(withHints(withDone(noProgress, 'one/a'), 'one/a', 1), 'one/a');
  expect(without(before, 'one/a')).toEqual({ ...noProgress, current: 'one/a' });
});

test('what is done twice is done once', () => {
  expect(withDone(withDone(noProgress, 'one/a'), 'one/a').done).toEqual(['one/a']);
});
