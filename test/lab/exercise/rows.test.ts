import { expect, test } from 'vitest';
import type { FoundLine } from '../../../src/lab/exercise/findings.js';
import { rowsOf } from '../../../src/lab/exercise/rows.js';

/** Lines at the instants 0, 1, 2, … */
function lines(...texts: readonly string[]): FoundLine[] {
  return texts.map((text, t) => ({ t, text, task: 'Task-1' }));
}

/** Each row as `expected=actual`, with another sign where they differ. */
function shown(
  expected: readonly FoundLine[],
  actual: readonly FoundLine[],
  tasks = false,
): string[] {
  return rowsOf(expected, actual, { tasks }).map(
    (row) => `${row.expected?.text ?? ''}${row.isSame ? '=' : '≠'}${row.actual?.text ?? ''}`,
  );
}

test('lines that are the same stand side by side', () => {
  expect(shown(lines('a', 'b'), lines('a', 'b'))).toEqual(['a=a', 'b=b']);
});

test('a line that is missing has nothing beside it', () => {
  const actual = [
    { t: 0, text: 'a' },
    { t: 2, text: 'c' },
  ];
  expect(shown(lines('a', 'b', 'c'), actual)).toEqual(['a=a', 'b≠', 'c=c']);
});

test('a line that is too many has nothing beside it', () => {
  const actual = [
    { t: 0, text: 'a' },
    { t: 0, text: 'x' },
    { t: 1, text: 'b' },
  ];
  expect(shown(lines('a', 'b'), actual)).toEqual(['a=a', '≠x', 'b=b']);
});

test('lines in place of others stand beside them', () => {
  expect(shown(lines('a', 'b', 'c'), lines('a', 'x', 'c'))).toEqual(['a=a', 'b≠x', 'c=c']);
});

test('lines in another order are missing here and too many there', () => {
  expect(shown(lines('a', 'b'), lines('b', 'a'))).toEqual(['a≠', 'b≠b', '≠a']);
});

test('a line at another instant is not the same', () => {
  expect(
    shown(lines('a', 'b'), [
      { t: 0, text: 'a' },
      { t: 2, text: 'b' },
    ]),
  ).toEqual(['a=a', 'b≠b']);
});

test('sums of floats are the instants that they stand for', () => {
  expect(shown([{ t: 0.3, text: 'a' }], [{ t: 0.1 + 0.2, text: 'a' }])).toEqual(['a=a']);
});

test('a line from another task is not the same where tasks count', () => {
  const actual = [{ t: 0, text: 'a', task: 'Task-2' }];
  expect(shown(lines('a'), actual)).toEqual(['a=a']);
  expect(shown(lines('a'), actual, true)).toEqual(['a≠a']);
});

test('very many lines are compared one by one', () => {
  const many = lines(...Array.from({ length: 2000 }, (_, index) => String(index)));
  const rows = rowsOf(many, many.slice(1));
  expect(rows).toHaveLength(2000);
  expect(rows.filter(({ isSame }) => isSame)).toEqual([]);
});
