import { describe, expect, test } from 'vitest';
import type { JudgedLine } from '../../src/lab/alignment.js';
import type { Expected } from '../../src/lab/expectation.js';
import type { VariantResult } from '../../src/lab/result.js';
import { widthOf } from '../../src/report/columns.js';
import { Transcript } from '../../src/report/transcript.js';
import { styleIn } from './style.js';

const expected: Expected = {
  source: 'cpython',
  lines: [{ t: 2, text: 'hello', task: 'Task-2' }],
  outcome: { type: 'return' },
  measures: {},
};
const variant = { about: { en: 'all at once', 'zh-TW': '同時進行' }, program: () => {} };

function rows(line: JudgedLine, language: 'en' | 'zh-TW' = 'en'): string[] {
  const style = styleIn(language);
  return new Transcript(expected, variant, { kind: 'virtual' }, style).line(line);
}

const hello = { t: 2, text: 'hello', task: 'Task-2' };
const world = { t: 2, text: 'world', task: 'Task-3' };
const [line] = expected.lines ?? [];
if (line === undefined) throw new Error('there is one');

describe('a line', () => {
  test.each<[string, JudgedLine, string[]]>([
    [
      'as expected',
      { state: 'ok', actual: hello, expected: line },
      ['    2.000  Task-2  hello                                          ✓ at 2'],
    ],
    [
      'late to the nanosecond',
      { state: 'late', actual: { ...hello, t: 2.000000001 }, expected: line },
      ['  2.000000001  Task-2  hello                                   ✗ late: expected at 2'],
    ],
    [
      'missing',
      { state: 'missing', expected: line },
      [' -  2.000  Task-2  hello                                          ✗ missing'],
    ],
    [
      'one too many',
      { state: 'extra', actual: world },
      [' +  2.000  Task-3  world                                          ✗ not expected'],
    ],
    [
      'that differs',
      { state: 'differs', actual: world, expected: line },
      [
        ' +  2.000  Task-3  world                                          ✗ differs',
        ' -  2.000  Task-2  hello                                          ✗ expected',
      ],
    ],
    [
      'by the wrong task',
      { state: 'task', actual: { ...hello, task: 'Task-1' }, expected: line },
      ['    2.000  Task-1  hello                                  ✗ expected from Task-2'],
    ],
    [
      'without a verdict',
      { state: 'unjudged', actual: { t: 0.5, text: 'plain code' } },
      ['    0.500  –       plain code'],
    ],
  ])('%s', (_, judged, expectedRows) => {
    expect(rows(judged)).toEqual(expectedRows);
  });

  test('that is long is wrapped below itself, within eighty columns', () => {
    const text = 'a long line that goes on and on '.repeat(4).trim();
    const [first, ...rest] = rows({ state: 'ok', actual: { ...hello, text }, expected: line });
    expect(first).toMatch(/✓ at 2$/);
    expect(rest.length).toBeGreaterThan(0);
    for (const row of [first ?? '', ...rest]) expect(widthOf(row)).toBeLessThanOrEqual(80);
  });

  test('in Chinese has its mark in the same column', () => {
    const column = (text: string) => {
      const [row = ''] = rows({ state: 'ok', actual: { ...hello, text }, expected: line }, 'zh-TW');
      return widthOf(row.slice(0, row.indexOf('✓')));
    };
    expect(column('第 1 次開始')).toBe(column('hello'));
  });

  test('cannot control the terminal', () => {
    const [row] = rows({ state: 'extra', actual: { ...hello, text: '\x1b[2J' } });
    expect(row).toContain('\\x1b[2J');
  });
});

describe('the end of a variant', () => {
  const result: VariantResult = {
    name: 'one',
    about: 'x',
    status: 'pass',
    source: 'cpython',
    measures: [],
    log: [],
    warnings: [],
    faults: [],
  };
  const transcript = new Transcript(expected, variant, { kind: 'virtual' }, styleIn('en'));

  test('goes without saying when it returned nothing', () => {
    expect(transcript.ending({ ...result, outcome: { type: 'return' } })).toEqual([]);
  });

  test('names the exception that was expected', () => {
    const outcome = { type: 'error', name: 'ValueError', message: 'no' } as const;
    expect(transcript.ending({ ...result, outcome })).toEqual(['   ✓ raised ValueError: no']);
  });

  test('names everything that is not as expected', () => {
    const faults: VariantResult['faults'] = [
      { type: 'lines', count: 2 },
      { type: 'elapsed', actual: 3, expected: 2 },
      { type: 'outcome', actual: { type: 'return' }, expected: { type: 'return', value: 7 } },
      { type: 'measure', name: 'hard_work', expected: 9 },
      { type: 'warning-extra', text: 'RuntimeWarning: x' },
      { type: 'time-limit', seconds: 60 },
      { type: 'stray', error: 'Error: boo' },
    ];
    expect(transcript.ending({ ...result, status: 'fail', faults })).toEqual([
      '   ✗ 2 lines differ',
      '   ✗ took 3.000 s, expected 2 s',
      '   ✗ it returned nothing',
      '     expected: it returned 7',
      '   ✗ hard_work never ended, expected at 9 s',
      '   ✗ a warning that was not expected: RuntimeWarning: x',
      '   ✗ stopped after 60 s: it hangs, or needs a longer --time-limit',
      '   ✗ an error that nobody caught: Error: boo',
    ]);
  });
});

test('a report shows the calls of the coroutine, without those of the loop beneath it', () => {
  const report = [
    'Task exception was never retrieved',
    'ValueError: no',
    '    at check (file:///mine.js:3:9)',
    '    at send (file:///mine.js:7:3)',
    '    at send.next (<anonymous>)',
    '    at Coroutine.resume (file:///chunk.js:233:54)',
    '    at EventLoop.iterations (file:///chunk.js:5763:12)',
    '    at iterations.next (<anonymous>)',
  ].join('\n');
  const transcript = new Transcript(expected, variant, { kind: 'virtual' }, styleIn('en'));
  expect(transcript.warning(report)).toEqual([
    ' ! Task exception was never retrieved',
    '   ValueError: no',
    '       at check (file:///mine.js:3:9)',
    '       at send (file:///mine.js:7:3)',
  ]);
});
