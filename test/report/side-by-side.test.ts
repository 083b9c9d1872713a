import { describe, expect, test } from 'vitest';
import type { Comparison, VariantComparison } from '../../src/lab/compare.js';
import { differenceOf } from '../../src/lab/difference.js';
import { fromRecording } from '../../src/lab/expectation.js';
import { VariantJudge } from '../../src/lab/judge.js';
import type { RecordedVariant } from '../../src/lab/recorded.js';
import { widthOf } from '../../src/report/columns.js';
import { verdict } from '../../src/report/first-difference.js';
import { sideBySide } from '../../src/report/side-by-side.js';
import { partNamed, sourcesSideBySide } from '../../src/report/source-pair.js';
import { styleIn } from './style.js';

const clock = { kind: 'virtual' } as const;
const variant = { about: { en: 'at once', 'zh-TW': '同時進行' }, program() {} };

/** Compare lines that Python printed, one a second, with those that were printed here. */
function compared(
  python: readonly string[],
  here: readonly string[],
  recorded: Partial<RecordedVariant> = {},
): Comparison {
  const lines = (texts: readonly string[]) => texts.map((text, t) => ({ t, text, task: 'Task-1' }));
  const recording: RecordedVariant = {
    elapsed: 1,
    lines: lines(python),
    outcome: { type: 'return' },
    ...recorded,
  };
  const expected = fromRecording(recording);
  const judge = new VariantJudge(variant, expected, clock);
  for (const line of lines(here)) judge.line(line, undefined);
  judge.linesEnd();
  const execution = {
    lines: [],
    warnings: [],
    elapsed: 1,
    outcome: { type: 'return' },
    measures: {},
    pending: [],
    printedAt: () => undefined,
    causeOf: () => ({}),
    waiting: [],
  } as const;
  const result = judge.verdict('only', execution, 60);
  const difference = differenceOf(result, expected);
  const only: VariantComparison = {
    name: 'only',
    variant,
    python: recording,
    here: result,
    ...(difference && { difference }),
  };
  const scenario = { title: 'Tea', about: 'A.', lesson: 'L.', variants: { only: variant } };
  const found = { name: 'tea', scenario, module: 'file:///tea.ts', source: '/tea.ts' };
  return { found, twin: '/tea.py', status: result.status, variants: [only] };
}

/** The rows between the heading of the columns and the elapsed time. */
function rows(comparison: Comparison): string[] {
  const lines = sideBySide(comparison, '3.14.2', clock, styleIn('en')).split('\n');
  return lines.slice(lines.findIndex((line) => line.includes('│ TypeScript')) + 1);
}

describe('lines', () => {
  test('that are the same have a line between them', () => {
    expect(rows(compared(['a'], ['a']))).toEqual([
      ' 0.000  Task-1  a                       │ 0.000  Task-1  a',
      ' took 1.000 s                           │ took 1.000 s',
    ]);
  });

  test.each<[string, string[], string[], string[]]>([
    ['only here', [], ['a'], ['                                        > 0.000  Task-1  a']],
    ['only in Python', ['a'], [], [' 0.000  Task-1  a                       <']],
    ['that differ', ['a'], ['b'], [' 0.000  Task-1  a                       ≠ 0.000  Task-1  b']],
  ])('%s', (_, python, here, expected) => {
    expect(rows(compared(python, here)).slice(0, -1)).toEqual(expected);
  });

  test('what differs besides has a row of its own', () => {
    const recorded = {
      elapsed: 2,
      outcome: { type: 'return', value: 7 },
      warnings: ["RuntimeWarning: coroutine 'tea' was never awaited"],
      pending: ['Task-2'],
    } as const;
    expect(rows(compared([], [], recorded))).toEqual([
      ' took 2.000 s                           ≠ took 1.000 s',
      ' returned 7                             ≠ returned nothing',
      ' still pending at the end: Task-2       ≠',
      " ! RuntimeWarning: coroutine 'tea'      ≠",
      '   was never awaited',
    ]);
  });

  test.each([80, 120])('long ones and Chinese ones keep to %i columns', (width) => {
    const text = '一行很長的中文，寬度是英文的兩倍，'.repeat(5);
    const comparison = compared([text, 'x'.repeat(99)], [text]);
    const report = sideBySide(comparison, '3.14.2', clock, styleIn('zh-TW', width));
    for (const line of report.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
    const columns = report.split('\n').flatMap((line) => {
      const at = /[│<≠]/.exec(line)?.index;
      return at === undefined ? [] : [widthOf(line.slice(0, at))];
    });
    expect(new Set(columns).size).toBe(1);
  });
});

describe('the verdict', () => {
  const shown = (comparison: Comparison) =>
    verdict([comparison], '3.14.2', clock, styleIn('en')).split('\n');

  test('is that nothing differs', () => {
    expect(shown(compared(['a'], ['a']))).toEqual([
      ' no difference: 1 variant does the same here as in CPython 3.14.2',
    ]);
  });

  test('names the line at which the two part, though the judge finds it elsewhere', () => {
    const swapped = compared(['a', 'b'], ['b', 'a'], {
      lines: [
        { t: 0, text: 'a', task: 'Task-1' },
        { t: 0, text: 'b', task: 'Task-1' },
      ],
    });
    expect(shown(swapped)).toEqual([
      ' 1 of 1 variant differs',
      ' the first difference: tea/only, line 1',
      '   CPython 3.14.2  0.000  Task-1  a',
      '   TypeScript      0.000  Task-1  b',
    ]);
  });

  test('says what differs when all lines are the same', () => {
    expect(shown(compared(['a'], ['a'], { elapsed: 2 }))).toEqual([
      ' 1 of 1 variant differs',
      ' the first difference: tea/only',
      '   took 1.000 s, expected 2 s',
    ]);
  });
});

describe('sources', () => {
  const pair = {
    pythonFile: 'tea.py',
    typescriptFile: 'tea.ts',
    python: 'import asyncio\n\n\nasync def make_tea():\n    pass\n\n\ndef last():\n    pass\n',
    typescript:
      "import { run } from 'asyncio-lab';\n\nconst other = 1;\n\nconst makeTea = coroutine(function* makeTea() {\n  yield;\n});\n",
  };

  test('have the functions of one name side by side', () => {
    expect(sourcesSideBySide(pair, styleIn('en')).split('\n')).toEqual([
      ' tea.py                                 │ tea.ts',
      '                                        │',
      " import asyncio                         │ import { run } from 'asyncio-lab';",
      '                                        │',
      '                                        │ const other = 1;',
      '                                        │',
      ' async def make_tea():                  │ const makeTea = coroutine(function*',
      '     pass                               │     makeTea() {',
      '                                        │   yield;',
      '                                        │ });',
      '                                        │',
      ' def last():                            │',
      '     pass                               │',
    ]);
  });

  test('give the function of a variant, whatever its spelling', () => {
    expect(partNamed(pair.python, 'make-tea')).toBe('async def make_tea():\n    pass');
    expect(partNamed(pair.typescript, 'make_tea')).toMatch(/^const makeTea/);
    expect(partNamed(pair.python, 'coffee')).toBeUndefined();
  });

  test.each([80, 120])('keep to %i columns, whatever is in them', (width) => {
    const long = `${'    '}print("${'茶'.repeat(60)}", ${'x'.repeat(90)})`;
    const text = `def f():\n${long}\n\tprint(1)\n`;
    const shown = sourcesSideBySide(
      { ...pair, python: text, typescript: text },
      styleIn('en', width),
    );
    for (const line of shown.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
    expect(shown).not.toContain('\t');
  });
});
