import { expect, test } from 'vitest';
import type { ScenarioResult, VariantResult } from '../../src/lab/result.js';
import { widthOf } from '../../src/report/columns.js';
import { resultTable } from '../../src/report/table.js';
import { styleIn } from './style.js';

function variant(name: string, elapsed: number, more: Partial<VariantResult> = {}): VariantResult {
  return {
    name,
    about: 'x',
    status: 'pass',
    elapsed,
    expected: Math.round(elapsed),
    source: 'cpython',
    measures: [],
    log: [],
    warnings: [],
    faults: [],
    ...more,
  };
}

const threads: ScenarioResult = {
  name: 'to-thread',
  status: 'fail',
  source: 'to-thread.ts',
  variants: [
    variant('blocking', 10.003, {
      measures: [
        {
          name: 'hard_work',
          elapsed: 9.001,
          expected: 9,
          claim: { en: 'about 9 s', 'zh-TW': '約 9 秒' },
          status: 'pass',
        },
      ],
    }),
    variant('offloaded', 4.002, {
      status: 'fail',
      measures: [
        { name: 'hard_work', elapsed: 3.001, expected: 3, claim: 'about 3 s', status: 'pass' },
      ],
    }),
  ],
};

test('measured, recorded and claimed times stand beside each other, moments below their variant', () => {
  expect(resultTable(threads, false, styleIn('en'))).toBe(
    [
      ' variant      measured  CPython  the guide',
      ' blocking     10.003 s     10 s  –          ✓  ██████████████████',
      '   hard_work   9.001 s      9 s  about 9 s  ✓  ████████████████▎',
      ' offloaded     4.002 s      4 s  –          ✗  ███████▎            2.5× faster',
      '   hard_work   3.001 s      3 s  about 3 s  ✓  █████▍              3.0× faster',
    ].join('\n'),
  );
});

test('Chinese is aligned', () => {
  expect(resultTable(threads, false, styleIn('zh-TW'))).toBe(
    [
      ' 寫法              實測  CPython  教學',
      ' blocking     10.003 秒    10 秒  –          ✓  ███████████████████',
      '   hard_work   9.001 秒     9 秒  約 9 秒    ✓  █████████████████▏',
      ' offloaded     4.002 秒     4 秒  –          ✗  ███████▋             快 2.5 倍',
      '   hard_work   3.001 秒     3 秒  about 3 s  ✓  █████▊               快 3.0 倍',
    ].join('\n'),
  );
});

test('without claims there is no column for them, and an author’s times are called expected', () => {
  const mine = { ...threads, variants: [variant('one', 2, { source: 'author' })] };
  expect(resultTable(mine, true, styleIn('en'))).toBe(
    [' variant  measured  expected', ' one       2.000 s       2 s  ✓  ████████████████████'].join(
      '\n',
    ),
  );
});

test('next to no time has neither a bar nor a ratio', () => {
  const quick = [
    variant('long', 20),
    variant('quick', 0.012),
    variant('none', 0.5, { expected: 0 }),
  ];
  const rows = resultTable({ ...threads, variants: quick }, false, styleIn('en')).split('\n');
  expect(rows[1]).toContain('█');
  for (const row of rows.slice(2)) expect(row).toMatch(/✓$/);
  const none = { ...threads, variants: [variant('a', 0.003), variant('b', 0.001)] };
  expect(resultTable(none, false, styleIn('en'))).not.toMatch(/faster|[▏▎▍▌▋▊▉█]/);
});

test('CPython’s time for work of the processor is not the 0 s of its virtual clock', () => {
  const work = { ...threads, variants: [variant('work', 0, { machineTimed: true })] };
  expect(resultTable(work, true, styleIn('en'))).toContain(' work      0.000 s        –  ✓');
});

test('what was interrupted is told from what was skipped', () => {
  const { elapsed: _, ...rest } = variant('one', 2, { status: 'skip', interrupted: true });
  expect(resultTable({ ...threads, variants: [rest] }, true, styleIn('en'))).toContain(
    ' one             –      2 s  interrupted',
  );
});

test('what did not run has no time', () => {
  const { elapsed: _, ...rest } = variant('one', 2, { status: 'skip' });
  expect(resultTable({ ...threads, variants: [rest] }, true, styleIn('en'))).toContain(
    ' one             –      2 s  skipped',
  );
});

test.each([40, 60, 80, 120])('it fits %i columns, or has no bars', (width) => {
  const long = { claim: 'a claim that goes on for longer than anybody would like to read' };
  const wide = { ...threads, variants: [...threads.variants, variant('third', 1, long)] };
  const table = resultTable(wide, false, styleIn('en', width)).split('\n');
  if (width >= 80) for (const row of table) expect(widthOf(row)).toBeLessThanOrEqual(width);
  else expect(table.join()).not.toContain('█');
});
