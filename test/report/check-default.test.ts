import { describe, expect, test } from 'vitest';
import type { JudgedLine } from '../../src/lab/alignment.js';
import type { ScenarioResult } from '../../src/lab/result.js';
import { checkDefault } from '../../src/report/check-default.js';
import { widthOf } from '../../src/report/columns.js';
import { differences } from '../../src/report/differences.js';
import type { Language } from '../../src/report/style.js';
import { visible } from '../../src/report/visible.js';
import { everything, facts, good, late, results, scenario, variant } from './results.js';
import { styleIn } from './style.js';

function reported(scenarios: readonly ScenarioResult[], language: Language = 'en', width = 80) {
  const format = checkDefault(facts, styleIn(language, width));
  const pieces = scenarios.map((it) => format.scenario?.(it) ?? '');
  return [...pieces, format.end?.(results(...scenarios)) ?? ''].join('').split('\n');
}

test('a scenario that is as expected takes one line', () => {
  expect(
    reported([
      scenario('hello', variant()),
      scenario('gather', variant({ elapsed: 0.1 }), variant({ elapsed: 0.2 })),
    ]),
  ).toEqual([
    ' ✓ hello           1 variant    2 s',
    ' ✓ gather          2 variants   0.3 s',
    '',
    ' 2 scenarios, 3 variants: 3 as expected',
    '',
  ]);
});

test('the columns fit the longest name', () => {
  const names = ['hello', 'pitfalls/never-awaited'];
  const format = checkDefault(facts, styleIn('en'));
  const begun = format.begin?.({ names });
  const lines = names.map((name) => format.scenario?.(scenario(name, variant())));
  expect([begun, ...lines]).toEqual([
    '',
    ' ✓ hello                   1 variant    2 s\n',
    ' ✓ pitfalls/never-awaited  1 variant    2 s\n',
  ]);
});

describe('a variant that differs', () => {
  const log = [
    ...Array.from({ length: 6 }, (_, index) => good(index, `line ${index}`)),
    late(6, 'hello', 'Task-2', 'mine.ts:14'),
    ...Array.from({ length: 9 }, (_, index) => good(7 + index, `line ${index}`)),
  ];
  const faults = [
    { type: 'lines', count: 1 },
    { type: 'elapsed', actual: 16.001, expected: 16 },
  ] as const;

  test('shows a diff, the first line of it with its place, and what CPython does', () => {
    expect(reported([scenario('mine', variant({ name: 'one', log, faults }))])).toEqual([
      ' ✗ mine            1 variant    2 s',
      '',
      ' ✗ mine/one',
      '         …  3 lines as expected',
      '     3.000  Task-1  line 3',
      '     4.000  Task-1  line 4',
      '     5.000  Task-1  line 5',
      '   - 6.000  Task-2  hello',
      '   + 6.001  Task-2  hello  ✗ late: expected at 6',
      '     7.000  Task-1  line 0',
      '     8.000  Task-1  line 1',
      '     9.000  Task-1  line 2',
      '         …  6 lines as expected',
      '',
      "   ✗ the first difference is in line 7: 'hello' at 6.001 from Task-2",
      '     (mine.ts:14)',
      "     CPython 3.14.2 prints 'hello' at 6 from Task-2",
      '   ✗ took 16.001 s, expected 16 s',
      '',
      ' 1 scenario, 1 variant: 0 as expected, 1 not: mine/one',
      '',
    ]);
  });

  test.each<[string, JudgedLine, string[]]>([
    [
      'a line that is missing',
      { state: 'missing', expected: { t: 1, text: 'hello', task: null } },
      [
        'the first difference is in line 1, which is missing (mine.ts:3)',
        "CPython 3.14.2 prints 'hello' at 1 from no task",
      ],
    ],
    [
      'one line more',
      { state: 'extra', actual: { t: 1, text: 'hello', thread: 'asyncio_0' } },
      [
        "the first difference is in line 1: 'hello' at 1.000 from asyncio_0 (mine.ts:3)",
        'CPython 3.14.2 prints no such line',
      ],
    ],
    [
      'a line that came after another',
      {
        state: 'moved',
        actual: { t: 1, text: 'hello', task: 'Task-2' },
        expected: { t: 1, text: 'hello', task: 'Task-2' },
      },
      [
        "the first difference is in line 1: 'hello' at 1.000 from Task-2 (mine.ts:3)",
        "CPython 3.14.2 prints 'hello' at 1 from Task-2, before others that came first here",
      ],
    ],
  ])('names %s', (_, line, texts) => {
    const differing = variant({
      log: [line],
      faults: [{ type: 'lines', count: 1 }],
      place: 'mine.ts:3',
    });
    expect(differences(differing, true, styleIn('en'))).toEqual([texts.join('\n')]);
  });

  test('names what its author expects, who may leave out instant and task', () => {
    const line = {
      state: 'differs',
      actual: { t: 1, text: 'one' },
      expected: { text: 'two' },
    } as const;
    const differing = variant({ log: [line], source: 'author' });
    expect(differences(differing, true, styleIn('en'))).toEqual([
      "the first difference is in line 1: 'one' at 1.000 from no task\nexpected: 'two'",
    ]);
  });
});

test('a scenario that cannot be loaded says why, and counts as a failure', () => {
  const problem = { type: 'throws', path: 'mine.ts', error: 'SyntaxError: no' } as const;
  expect(reported([{ ...scenario('mine'), status: 'fail', problem }])).toEqual([
    ' ✗ mine',
    '   ✗ cannot load mine.ts: SyntaxError: no',
    '',
    ' 1 scenario, 0 variants: 0 as expected, 1 scenario not run: mine',
    '',
  ]);
});

test('what was skipped or interrupted is not marked as expected, and the counts add up', () => {
  const interrupted = variant({ name: 'two', status: 'skip', interrupted: true });
  const begun = { ...scenario('begun', variant(), interrupted), status: 'skip' as const };
  const skipped = scenario('skipped', variant({ status: 'skip' }));
  expect(reported([begun, skipped, scenario('one'), scenario('other')])).toEqual([
    ' – begun           2 variants   4 s  interrupted',
    ' – skipped         1 variant    2 s  skipped',
    ' – one             skipped',
    ' – other           skipped',
    '',
    ' 4 scenarios, 3 variants: 1 as expected, 1 interrupted, 1 skipped, 2 scenarios',
    ' skipped',
    '',
  ]);
});

test('modules that were left out are named', () => {
  const all = { ...results(scenario('mine', variant())), leftOut: ['a/helper.ts', 'a/forgot.mts'] };
  expect(checkDefault(facts, styleIn('en')).end?.(all).split('\n')).toEqual([
    '',
    ' 1 scenario, 1 variant: 1 as expected',
    ' left out, for they export no scenario: a/helper.ts, a/forgot.mts',
    '',
  ]);
});

test.each([
  [{ type: 'nothing-expected', source: 'author' }, 'nothing is expected of it: give it an expect'],
  [{ type: 'no-such-variant' }, 'it is expected, but the scenario has no such variant'],
] as const)('a variant of which there is only one half: %j', (fault, text) => {
  expect(reported([scenario('mine', variant({ faults: [fault] }))]).join('\n')).toContain(text);
});

test('a variant that passed only when it was tried again is shown as flaky', () => {
  const retries = [[{ type: 'elapsed', actual: 3, expected: 2 }]] as const;
  expect(reported([scenario('mine', variant({ name: 'one', retries }))])).toEqual([
    ' ! mine            1 variant    2 s',
    '',
    ' ! mine/one  flaky: as expected at attempt 2 only',
    '   ! attempt 1: took 3.000 s, expected 2 s',
    '',
    ' 1 scenario, 1 variant: 1 as expected (1 flaky: mine/one)',
    '',
  ]);
});

test('an attempt names its first line that differs', () => {
  const first = { number: 2, line: { t: 1, text: 'hello', task: 'Task-2' } };
  const retries = [[{ type: 'lines', count: 3, first }]] as const;
  const text = reported([scenario('mine', variant({ retries }))])
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  expect(text).toContain(
    "attempt 1: 3 lines differ, the first difference is in line 2: 'hello' at 1.000 from Task-2",
  );
});

test.each([
  ['en', 80],
  ['en', 120],
  ['zh-TW', 80],
  ['zh-TW', 120],
] as const)('everything in %s fits in %d columns and controls nothing', (language, width) => {
  for (const line of reported(everything.scenarios, language, width)) {
    expect(widthOf(line)).toBeLessThanOrEqual(width);
    expect(line).toBe(visible(line));
  }
});

test('a variant of which nothing else has a place is told with its own', () => {
  const leak = { type: 'leak', resources: ['Timeout'] } as const;
  const place = 'mine.ts:3';
  const stray = { type: 'stray', error: 'Error: boo', place: 'mine.ts:9' } as const;
  const lines = reported([
    scenario('mine', variant({ name: 'one', faults: [leak], place })),
    scenario('other', variant({ name: 'two', faults: [leak, stray], place })),
  ]);
  expect(lines).toContain(' ✗ mine/one (mine.ts:3)');
  expect(lines).toContain(' ✗ other/two');
});
