/**
 * Results that the formats of `check` are tested with: one scenario after another of which something
 * differs, in every way that there is.
 */

import type { JudgedLine } from '../../src/lab/alignment.js';
import type { Results, ScenarioResult, VariantResult } from '../../src/lab/result.js';
import type { Facts } from '../../src/report/format.js';

export const facts: Facts = { clock: { kind: 'virtual' }, node: 'v20.20.2', version: '0.1.0' };

/** A variant that is as expected but for what is given. */
export function variant(given: Partial<VariantResult> = {}): VariantResult {
  return {
    name: 'main',
    about: '',
    status: given.faults !== undefined && given.faults.length > 0 ? 'fail' : 'pass',
    elapsed: 2,
    expected: 2,
    source: 'cpython',
    python: '3.14.2',
    measures: [],
    log: [],
    warnings: [],
    outcome: { type: 'return' },
    faults: [],
    ...given,
  };
}

/** A scenario with its variants. */
export function scenario(name: string, ...variants: VariantResult[]): ScenarioResult {
  const isBad = variants.some(({ status }) => status === 'fail');
  const isSkipped = variants.every(({ status }) => status === 'skip');
  const status = isBad ? 'fail' : isSkipped ? 'skip' : 'pass';
  return { name, status, source: `scenarios/${name}.ts`, variants };
}

/** Results on the virtual clock. */
export function results(...scenarios: ScenarioResult[]): Results {
  return { clock: facts.clock, interrupted: false, scenarios };
}

/** A line as expected. */
export function good(t: number, text: string, task = 'Task-1'): JudgedLine {
  return { state: 'ok', actual: { t, text, task }, expected: { t, text, task } };
}

/** A line that comes a millisecond late. */
export function late(t: number, text: string, task = 'Task-1', place?: string): JudgedLine {
  return {
    state: 'late',
    actual: { t: t + 0.001, text, task, ...(place !== undefined && { place }) },
    expected: { t, text, task },
  };
}

/** What a scenario may print to do harm: commands for terminals, for GitHub, markup and the like. */
export const nasty =
  '::error::boo ##[error]boo \x1b[2J ]]> </failure> & "q" \u0000\ud800\uffff # SKIP \\ | `x` @me <b> 中文';

const gather = scenario(
  'gather',
  variant({ name: 'sequential', elapsed: 6, expected: 6 }),
  variant({
    name: 'gather',
    place: 'scenarios/gather.ts:31',
    log: [
      ...Array.from({ length: 9 }, (_, index) => good(index / 4, `line ${index}`)),
      late(2.25, 'hello', 'Task-2', 'scenarios/gather.ts:14'),
      good(3, 'one more'),
      { state: 'missing', expected: { t: 3, text: 'world', task: 'Task-3' } },
      { state: 'extra', actual: { t: 3.5, text: '多出來的一行，寫得很長。'.repeat(8) } },
    ],
    faults: [
      { type: 'lines', count: 3 },
      { type: 'elapsed', actual: 3.5, expected: 3 },
      {
        type: 'outcome',
        actual: { type: 'error', name: 'ValueError', message: 'no\nmore' },
        expected: { type: 'return', value: [1, 2] },
        place: 'scenarios/gather.ts:40',
      },
    ],
  }),
);

const all: ScenarioResult[] = [
  scenario('hello', variant({ name: 'run', log: [good(1, 'hello')] })),
  gather,
  scenario(
    'flaky',
    variant({
      retries: [
        [
          { type: 'lines', count: 2 },
          { type: 'elapsed', actual: 2.4, expected: 2 },
        ],
      ],
    }),
  ),
  {
    ...scenario('broken'),
    status: 'fail',
    problem: { type: 'throws', path: 'scenarios/broken.ts', error: 'SyntaxError: no' },
  },
  scenario(
    'hang',
    variant({ name: 'loop', faults: [{ type: 'hang', seconds: 5 }] }),
    variant({ name: 'after', status: 'skip' }),
  ),
  scenario(
    'nasty',
    variant({
      source: 'author',
      log: [{ state: 'differs', actual: { t: 1, text: nasty }, expected: { text: nasty } }],
      faults: [
        { type: 'lines', count: 1 },
        { type: 'stray', error: nasty },
      ],
    }),
  ),
];

/** One scenario for each thing that a report may have to show. */
export const everything: Results = results(...all);
