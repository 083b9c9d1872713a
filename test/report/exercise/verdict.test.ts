import { describe, expect, test } from 'vitest';
import type { Cause, Row, Verdict } from '../../../src/lab/exercise/verdict.js';
import { widthOf } from '../../../src/report/columns.js';
import { causeText } from '../../../src/report/exercise/cause.js';
import { acceptance } from '../../../src/report/exercise/passed.js';
import { refusal } from '../../../src/report/exercise/verdict.js';
import { exerciseStyleIn } from './style.js';

const english = exerciseStyleIn('en');
const line = (t: number, text: string) => ({ t, text });
const same = (t: number, text: string): Row => ({
  expected: line(t, text),
  actual: line(t, text),
  isSame: true,
});
const refused: Verdict = {
  passed: false,
  cause: { type: 'lines', at: 2 },
  rows: [
    same(0, 'tea'),
    { expected: line(1, 'toast'), actual: line(3, 'toast'), isSame: false },
    { expected: line(1.5, 'jam'), isSame: false },
    { actual: line(3, 'milk'), isSame: false },
  ],
  elapsed: 3,
  expectedElapsed: 1.5,
  output: [],
};

test('a refusal shows both sides with their instants, the reason, and where to look', () => {
  const place = { at: 'tea/boil.ts:3', source: '  yield* toast();' };
  expect(refusal(refused, 'fix', place, english).join('\n')).toBe(
    [
      ' expected                               │ what happened',
      '   0  tea                               │   0  tea',
      '   1  toast                             ≠   3  toast',
      ' 1.5  jam                               <',
      '                                        >   3  milk',
      ' took 1.5 s                             ≠ took 3 s',
      '',
      ' ✗ The lines differ from row 2 on.',
      '   tea/boil.ts:3  yield* toast();',
    ].join('\n'),
  );
});

test('what the exercise itself says goes before what the lab can say', () => {
  const say = { en: 'The toast comes late.', 'zh-TW': '吐司太晚了。' };
  const text = refusal({ ...refused, say }, 'fix', undefined, english).join('\n');
  expect(text).toContain('✗ The toast comes late.');
  expect(text).not.toContain('The lines differ');
  const chinese = refusal({ ...refused, say }, 'fix', undefined, exerciseStyleIn('zh-TW'));
  expect(chinese.join('\n')).toContain('✗ 吐司太晚了。');
});

test('an answer that did not run shows no sides', () => {
  const cause: Cause = { type: 'syntax', message: "Expected ')'" };
  const verdict: Verdict = { passed: false, cause, rows: [], output: [] };
  expect(refusal(verdict, 'fix', { at: 'a.ts:1' }, english)).toEqual([
    " ✗ This is no TypeScript yet: Expected ')'",
    '   a.ts:1',
  ]);
});

test('what was written past print is told apart', () => {
  const output = ['my value: 3', ...Array.from({ length: 9 }, (_, n) => `line ${n}`)];
  const lines = refusal({ ...refused, output }, 'fix', undefined, english);
  const at = lines.indexOf(' It wrote by itself, past print():');
  expect(lines.slice(at + 1, at + 9)).toEqual([
    '   my value: 3',
    '   line 0',
    '   line 1',
    '   line 2',
    '   line 3',
    '   line 4',
    '   …',
    '',
  ]);
});

describe('many lines', () => {
  const rows = Array.from(
    { length: 40 },
    (_, n): Row => (n === 20 ? { expected: line(n, 'here'), isSame: false } : same(n, `line ${n}`)),
  );

  test('are shown around the first that differs', () => {
    const lines = refusal({ ...refused, rows }, 'fix', undefined, english);
    expect(lines[1]).toBe('   … 16 lines as expected');
    expect(lines[2]).toContain('line 16');
    expect(lines.find((it) => it.includes('here'))).toMatch(/<$/);
    expect(lines.filter((it) => it.includes('line ')).length).toBeLessThan(20);
    expect(lines.join('\n')).toContain('   … 12 lines as expected');
  });

  test('that all differ are counted', () => {
    const all = rows.map((row): Row => ({ ...row, isSame: false }));
    const text = refusal({ ...refused, rows: all }, 'fix', undefined, english).join('\n');
    expect(text).toContain('   … 28 more lines differ');
  });

  test('of an answer that passes are cut too', () => {
    const exercise = { why: 'So it is.' } as Parameters<typeof acceptance>[0];
    const passed: Verdict = {
      passed: true,
      rows: rows.map(({ expected }, n) => same(n, expected?.text ?? '')),
      elapsed: 39,
      output: [],
    };
    const lines = acceptance(exercise, passed, english);
    expect(lines[11]).toBe('   … 29 lines as expected');
    expect(lines.slice(-3)).toEqual([' ✓ Right, and it takes 39 s.', '', ' So it is.']);
  });
});

describe('a prediction', () => {
  const rows: Row[] = [same(0, 'one'), { expected: line(0, 'three'), isSame: false }];

  test('is shown up to the line that is wrong', () => {
    const verdict: Verdict = {
      passed: false,
      cause: { type: 'prediction', at: 2 },
      rows,
      output: [],
    };
    expect(refusal(verdict, 'predict', undefined, english)).toEqual([
      ' your order',
      '   1 ✓ one',
      '   2 ✗ three',
      '',
      ' ✗ Line 2 is another one. The lines before it are right.',
    ]);
  });

  test('that ends too early lacks a line', () => {
    const cause: Cause = { type: 'prediction', at: 2 };
    const verdict: Verdict = { passed: false, cause, rows: rows.slice(0, 1), output: [] };
    expect(refusal(verdict, 'predict', undefined, english)).toContain('   2 ✗ no line');
  });
});

const causes: readonly Cause[] = [
  { type: 'syntax', message: 'x' },
  { type: 'types', message: 'x' },
  { type: 'load', error: 'x' },
  { type: 'no-main' },
  { type: 'exit' },
  { type: 'exit', code: 3 },
  { type: 'endless', seconds: 2, isBlocked: true },
  { type: 'endless', seconds: 2, isBlocked: false },
  { type: 'floods', lines: 10_000 },
  { type: 'memory' },
  { type: 'deadlock', stuck: [{ coroutine: 'a', waitsFor: 'Lock.acquire()' }] },
  { type: 'never-awaited', coroutine: 'a' },
  { type: 'never-retrieved', error: 'x' },
  { type: 'raised', error: 'x' },
  { type: 'not-raised', expected: 'x' },
  { type: 'pending', coroutine: 'a' },
  { type: 'swallowed', coroutine: 'a' },
  { type: 'blocked', seconds: 3, atMost: 0.1 },
  { type: 'must-use', name: 'gather' },
  { type: 'must-not-use', name: 'gather' },
  { type: 'no-prediction' },
  { type: 'prediction', at: 1 },
  { type: 'lines', at: 1 },
  { type: 'instant', at: 1, expected: 1, actual: 2 },
  { type: 'elapsed', expected: 1, actual: 2 },
  { type: 'returned', expected: '1', actual: '2' },
];

describe.each(['en', 'zh-TW'] as const)('every cause in %s', (language) => {
  const style = exerciseStyleIn(language);

  test('is a sentence, and each another one', () => {
    const texts = causes.map((cause) => causeText(cause, style));
    expect(new Set(texts).size).toBe(causes.length);
    for (const text of texts) expect(text).not.toMatch(/undefined|\[object|!/);
  });

  test('has the punctuation of its language', () => {
    const half = causes
      .map((cause) => causeText(cause, style))
      .filter((text) => /[\p{Script=Han}][,;:?!]|[,;:?!][\p{Script=Han}]/u.test(text));
    expect(half).toEqual([]);
  });

  test('is cut when it quotes what is very long', () => {
    const lines = refusal(
      {
        passed: false,
        cause: { type: 'raised', error: 'x'.repeat(100_000) },
        rows: [],
        output: [],
      },
      'fix',
      undefined,
      style,
    );
    expect(lines.length).toBeLessThan(5);
    for (const it of lines) expect(widthOf(it)).toBeLessThanOrEqual(80);
  });
});
