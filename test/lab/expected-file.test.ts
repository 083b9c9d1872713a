import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  type ExpectedFile,
  expectedFileOf,
  formatExpectedFile,
  readExpectedFile,
  writeExpectedFile,
} from '../../src/lab/expected-file.js';

const tea = {
  elapsed: 3,
  lines: [
    { t: 0, text: '<id>', pattern: '^id (?<id>\\w+)$', flags: 'i', groups: { id: 1 } },
    { t: 3, text: 'tea', task: 'Task-1' },
  ],
  outcome: { type: 'error', name: 'ValueError', message: 'cold' },
  measures: { brew: 3 },
  warnings: ['RuntimeWarning: …'],
  pending: ['Task-2'],
} as const;

const expected: ExpectedFile = { format: 1, variants: { tea } };

it('reads what it has formatted', () => {
  expect(readExpectedFile(formatExpectedFile(expected))).toEqual(expected);
});

it('lies beside its scenario', () => {
  expect(expectedFileOf(join('a', 'tea.mts'))).toBe(join('a', 'tea.expected.json'));
});

it('writes the file as a whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'expected-'));
  const path = join(folder, 'tea.expected.json');
  try {
    writeExpectedFile(path, expected);
    expect(readdirSync(folder)).toEqual(['tea.expected.json']);
    expect(readFileSync(path, 'utf8')).toBe(formatExpectedFile(expected));
    expect(() => writeExpectedFile(folder, expected)).toThrow();
    expect(readdirSync(folder)).toEqual(['tea.expected.json']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each([
  ['', /^Unexpected end of JSON input$/],
  ['<<<<<<< ours\n{}', /^Unexpected token.*$/],
  [{ ...expected, format: 2 }, /^format must be 1$/],
  [{ format: 1 }, /^variants must be an object$/],
  [variant({ pending: [1] }), /^variants\.tea\.pending must be strings$/],
  [
    variant({ lines: [{ t: 0, text: '', pattern: 'a', flags: '?' }] }),
    /^variants\.tea\.lines\[0\]\.pattern must be a regular expression$/,
  ],
])('says in one line what is wrong: %j', (content, message) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  expect(() => readExpectedFile(text)).toThrow(message);
});

function variant(parts: Record<string, unknown>): unknown {
  return { format: 1, variants: { tea: { ...tea, ...parts } } };
}
