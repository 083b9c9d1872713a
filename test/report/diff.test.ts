import { expect, test } from 'vitest';
import type { JudgedLine } from '../../src/lab/alignment.js';
import type { Fault } from '../../src/lab/result.js';
import { transcriptDiff } from '../../src/report/diff.js';
import { good } from './results.js';
import { styleIn } from './style.js';

const style = styleIn('en');

function diff(log: readonly JudgedLine[], ...faults: Fault[]): string[] {
  return transcriptDiff({ log, faults }, true, style);
}

const extra = (t: number, text: string): JudgedLine => ({
  state: 'extra',
  actual: { t, text, task: 'Task-1' },
});

test('of very many lines that differ the first are shown, the others counted', () => {
  const lines = diff([
    ...Array.from({ length: 9 }, (_, t) => good(t, `line ${t}`)),
    ...Array.from({ length: 100_000 }, (_, t) => extra(9 + t, 'again')),
    good(200_000, 'end'),
  ]);
  expect(lines).toHaveLength(42);
  expect(lines[0]).toMatch(/… {2}6 lines as expected$/);
  expect(lines[40]).toBe('+ 45.000  Task-1  again   ✗ not expected'.replace('   ✗', '  ✗'));
  expect(lines[41]).toMatch(/… {2}99963 more lines differ$/);
});

test('a very long line takes two, and what differs in it is to be seen', () => {
  const begin = 'x'.repeat(100_000);
  const end = 'y'.repeat(100_000);
  const text = (middle: string) => `${begin}${middle}${end}`;
  const lines = diff([
    {
      state: 'differs',
      actual: { t: 0, text: text('actual'), task: 'Task-1' },
      expected: { t: 0, text: text('expected'), task: 'Task-1' },
    },
  ]);
  expect(lines).toHaveLength(5);
  expect(lines.join('\n')).toMatch(
    /^- .*…x+expectedy+\n +y+…\n\+ .*…x+actualy+\n +y+…\n +✗ differs$/s,
  );
});

test.each<Fault>([
  { type: 'exit', code: 0 },
  { type: 'hang', seconds: 5 },
])('of a variant that had no end the last lines are shown: %j', (fault) => {
  const log = Array.from({ length: 9 }, (_, t) => good(t, `line ${t}`));
  expect(diff(log)).toEqual([]);
  expect(diff(log, fault)).toEqual([
    '      …  6 lines as expected',
    '  6.000  Task-1  line 6',
    '  7.000  Task-1  line 7',
    '  8.000  Task-1  line 8',
  ]);
});
