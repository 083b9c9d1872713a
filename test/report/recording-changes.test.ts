import { expect, test } from 'vitest';
import type { Recording } from '../../src/lab/cpython/recording.js';
import { recordingChanges } from '../../src/report/recording-changes.js';
import { styleIn } from './style.js';

const before: Recording = {
  format: 1,
  python: '3.14.1',
  scenario: 'tea',
  variants: {
    hot: {
      elapsed: 1,
      lines: [{ t: 1, text: 'tea', task: 'Task-2' }],
      outcome: { type: 'return' },
    },
    cold: { elapsed: 0, lines: [], outcome: { type: 'return' } },
  },
};

test('the first recording has no changes', () => {
  expect(recordingChanges(undefined, before, styleIn('en'))).toEqual([]);
});

test('each change has what was before and what is now', () => {
  const now: Recording = {
    ...before,
    python: '3.14.2',
    variants: {
      hot: {
        elapsed: 2,
        lines: [
          { t: 2, text: 'tea', task: 'Task-2' },
          { t: 2, text: 'sugar' },
        ],
        outcome: { type: 'error', name: 'ValueError', message: 'no' },
        measures: { boil: 1 },
        pending: ['Task-3'],
      },
      iced: { elapsed: 0, lines: [], outcome: { type: 'return' } },
    },
  };
  expect(recordingChanges(before, now, styleIn('en'))).toEqual([
    '   CPython 3.14.1 → CPython 3.14.2',
    '   hot: 2 lines, the first line 1: 1 Task-2 tea → 2 Task-2 tea',
    '   hot: 1 s → 2 s',
    '   hot: returned nothing → raised ValueError: no',
    '   hot: boil – → 1 s',
    '   hot: pending at the end – → Task-3',
    '   cold: gone',
    '   iced: new',
  ]);
});

test('a file that only looks different says so', () => {
  expect(recordingChanges(before, before, styleIn('zh-TW'))).toEqual(['   內容相同，只是寫法不同']);
});
