import { expect, test } from 'vitest';
import type { Results } from '../../src/lab/result.js';
import { jsonReport } from '../../src/report/json.js';

const results: Results = {
  clock: { kind: 'virtual' },
  interrupted: false,
  scenarios: [
    {
      name: 'to-thread',
      status: 'fail',
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
        variants: [
          {
            name: 'blocking',
            status: 'fail',
            elapsed: 10,
            expected: { elapsed: 10 },
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
