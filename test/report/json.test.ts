import { expect, test } from 'vitest';
import type { Results } from '../../src/lab/result.js';
import { json, jsonReport } from '../../src/report/json.js';
import { everything, facts, nasty } from './results.js';
import { written } from './written.js';

const results: Results = {
  clock: { kind: 'virtual' },
  interrupted: false,
  scenarios: [
    {
      name: 'to-thread',
      status: 'fail',
      source: 'to-thread.ts',
      variants: [
        {
          name: 'blocking',
          about: 'x',
          status: 'fail',
          elapsed: 10.0000000001,
          expected: 10,
          source: 'cpython',
          claim: { en: '10 s', 'zh-TW': '10 秒' },
          measures: [
            { name: 'hard_work', elapsed: 9, expected: 9, claim: 'about 9 s', status: 'pass' },
          ],
          log: [
            {
              state: 'ok',
              actual: { t: 1, text: 'hello', task: 'Task-2' },
              expected: { t: 1, text: 'hello', task: 'Task-2' },
            },
            { state: 'missing', expected: { t: 2, text: 'world' } },
            { state: 'extra', actual: { t: 3, text: 'boo', thread: 'asyncio_0' } },
          ],
          warnings: [],
          outcome: { type: 'return' },
          faults: [{ type: 'lines', count: 2 }],
        },
      ],
    },
  ],
};

test('the report has the fields that scripts rely on', () => {
  const report = jsonReport(results, { node: 'v20.20.2', version: '0.1.0' }, 'zh-TW');
  expect(report).toEqual({
    schemaVersion: 1,
    clock: 'virtual',
    node: 'v20.20.2',
    version: '0.1.0',
    scenarios: [
      {
        name: 'to-thread',
        status: 'fail',
        source: 'to-thread.ts',
        variants: [
          {
            name: 'blocking',
            status: 'fail',
            elapsed: 10,
            expected: { elapsed: 10 },
            expectedBy: 'cpython',
            claim: '10 秒',
            measures: [{ name: 'hard_work', elapsed: 9, expected: 9, claim: 'about 9 s' }],
            log: [
              { t: 1, text: 'hello', task: 'Task-2', expected: 'hello', ok: true },
              { expected: 'world', expectedAt: 2, ok: false, state: 'missing' },
              { t: 3, text: 'boo', thread: 'asyncio_0', ok: false, state: 'extra' },
            ],
            outcome: { type: 'return' },
          },
        ],
      },
    ],
    summary: { passed: 0, failed: 1, skipped: 0 },
  });
});

test('no line of it is a command of GitHub, and nothing is lost', () => {
  const text = written(json(facts, 'en'), everything);
  expect(nasty).toContain('##[');
  expect(text).not.toMatch(/^\s*::|##\[/m);
  expect(JSON.parse(text)).toEqual(jsonReport(everything, facts, 'en'));
});

test('it tells which shard it is of, and whether the run was interrupted', () => {
  const shard = { index: 2, count: 5 };
  const all = { ...everything, interrupted: true };
  expect(jsonReport(all, { ...facts, shard }, 'en')).toMatchObject({ shard, interrupted: true });
});

test('a scenario that cannot be loaded counts as one that failed', () => {
  const { scenarios, summary } = jsonReport(everything, facts, 'en');
  expect(scenarios[3]).toEqual({
    name: 'broken',
    status: 'fail',
    source: 'scenarios/broken.ts',
    problem: { type: 'throws', path: 'scenarios/broken.ts', error: 'SyntaxError: no' },
    variants: [],
  });
  expect(summary).toEqual({ passed: 3, failed: 4, skipped: 1 });
});
