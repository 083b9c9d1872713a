import { describe, expect, test } from 'vitest';
import type { JudgedLine, LineState } from '../../src/lab/alignment.js';
import type { Fault, Results, ScenarioResult, VariantResult } from '../../src/lab/result.js';
import { checkDefault } from '../../src/report/check-default.js';
import { dot } from '../../src/report/dot.js';
import type { Facts, Format } from '../../src/report/format.js';
import { fromJson } from '../../src/report/from-json.js';
import { github } from '../../src/report/github.js';
import { githubSummary } from '../../src/report/github-summary.js';
import { json } from '../../src/report/json.js';
import { junit } from '../../src/report/junit.js';
import { readReport } from '../../src/report/read-report.js';
import { ReportError } from '../../src/report/report-error.js';
import { tap } from '../../src/report/tap.js';
import { everything, facts, nasty, results, scenario, variant } from './results.js';
import { styleIn } from './style.js';
import { written } from './written.js';

const style = styleIn('en');
const formats: Readonly<Record<string, (facts: Facts) => Format>> = {
  default: (it) => checkDefault(it, style),
  'default in Chinese': (it) => checkDefault(it, styleIn('zh-TW', 120)),
  dot: (it) => dot(it, style),
  json: (it) => json(it, 'zh-TW'),
  junit: (it) => junit(it, style),
  tap: (it) => tap(it, style),
  github: (it) => github(it, style, (path) => path),
  summary: (it) => ({ end: (all) => githubSummary(all, it, style) }),
};

function throughJson(all: Results): Results {
  const it = { ...facts, clock: all.clock };
  return fromJson(readReport(written(json(it, 'zh-TW'), all), 'report.json'));
}

const samples = [everything, ...Array.from({ length: 20 }, (_, seed) => anyResults(seed))];
const copies = samples.map(throughJson);

test.each(Object.keys(formats))(
  'results that have been a JSON report look the same: %s',
  (name) => {
    samples.forEach((all, index) => {
      const format = () =>
        (formats[name] as (facts: Facts) => Format)({ ...facts, clock: all.clock });
      expect(written(format(), copies[index] ?? all)).toBe(written(format(), all));
    });
  },
);

describe('what is no report is told with its place', () => {
  const good = JSON.parse(written(json(facts, 'en'), everything));
  const error = (text: string) => {
    try {
      return readReport(text, 'r.json');
    } catch (problem) {
      return problem instanceof ReportError ? problem.problem : problem;
    }
  };
  const changed = (change: (report: typeof good) => void) => {
    const report = structuredClone(good);
    change(report);
    return error(JSON.stringify(report));
  };
  const wrong = (place: string, expected: string) => ({
    type: 'not-a-report',
    path: 'r.json',
    place,
    expected,
  });

  test('text that is cut short', () => {
    expect(error(JSON.stringify(good).slice(0, -9))).toEqual({ type: 'not-json', path: 'r.json' });
  });

  test('another schema', () => {
    expect(changed((report) => (report.schemaVersion = 2))).toEqual({
      type: 'other-schema',
      path: 'r.json',
      version: '2',
      known: 1,
    });
  });

  test.each<[string, unknown, string, string]>([
    ['a list', [], '', 'an object'],
    ['nothing', null, '', 'an object'],
    ['an object of something else', { name: 'x' }, 'schemaVersion', 'a number'],
  ])('%s', (_, value, place, expected) => {
    expect(error(JSON.stringify(value))).toEqual(wrong(place, expected));
  });

  test('a part of another form', () => {
    expect(changed((it) => delete it.scenarios)).toEqual(wrong('scenarios', 'a list'));
    expect(changed((it) => (it.scenarios[1] = 7))).toEqual(wrong('scenarios[1]', 'an object'));
    expect(changed((it) => (it.scenarios[0].variants[0].log[0].t = 'x'))).toEqual(
      wrong('scenarios[0].variants[0].log[0].t', 'a number'),
    );
    expect(changed((it) => delete it.scenarios[1].variants[1].faults[0].expected)).toEqual(
      wrong('scenarios[1].variants[1].faults[0].expected', 'a number'),
    );
  });
});

/** Make results of every kind from a number; the same number gives the same. */
function anyResults(seed: number): Results {
  let state = seed + 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const maybe = <T extends object>(part: () => T): T | Record<string, never> =>
    next(2) === 0 ? part() : {};
  const several = <T>(make: (index: number) => T, most: number) =>
    Array.from({ length: next(most + 1) }, (_, index) => make(index));
  const seconds = () => next(10_000) / pick([1, 3, 1000, 1e9]);
  const text = () =>
    pick(['hello', '', nasty, '中文 text', '  spaces  ', 'two\nlines', '%0A::x::']);
  const task = () => pick(['Task-1', 'Task-2', '工作', '::x']);

  const actual = () => ({
    t: seconds(),
    text: text(),
    ...pick([{ task: task() }, { thread: 'asyncio_0' }, {}]),
  });
  const expected = () => ({
    text: text(),
    ...maybe(() => ({ t: seconds() })),
    ...maybe(() => ({ task: pick([task(), null]) })),
  });
  const states: LineState[] = ['late', 'early', 'task', 'differs', 'moved'];
  const place = () => ({ place: pick(['a.ts:3', '/abs/b.ts:44', 'C:/c,d.ts:5']) });
  const line = (): JudgedLine =>
    pick<() => JudgedLine>([
      () => ({ state: 'ok', actual: actual(), expected: expected() }),
      () => ({ state: 'ok', actual: actual(), expected: expected() }),
      () => ({ state: 'unjudged', actual: actual() }),
      () => ({ state: 'missing', expected: expected() }),
      () => ({ state: 'extra', actual: { ...actual(), ...maybe(place) } }),
      () => ({
        state: pick(states),
        actual: { ...actual(), ...maybe(place) },
        expected: expected(),
      }),
      () => ({
        state: 'identity',
        actual: actual(),
        expected: { ...expected(), groups: { id: 1, name: 2 } },
      }),
    ])();
  const fault = (): Fault =>
    pick<Fault>([
      { type: 'elapsed', actual: seconds(), expected: seconds() },
      {
        type: 'outcome',
        actual: { type: 'error', name: 'ValueError', message: text() },
        expected: { type: 'return', value: { list: [1, null, text()] } },
        ...maybe(place),
      },
      { type: 'warning-missing', text: text() },
      { type: 'warning-extra', text: text() },
      { type: 'measure', name: 'm', expected: seconds(), ...maybe(() => ({ actual: seconds() })) },
      {
        type: 'ratio',
        ratio: { faster: 'a', than: 'b', atLeast: 2 },
        actual: pick([0, 1.5, Infinity]),
      },
      { type: 'time-limit', seconds: seconds() },
      { type: 'stray', error: text() },
      { type: 'pending-extra', task: task(), ...maybe(place) },
      { type: 'pending-missing', task: task() },
      { type: 'exit', ...pick([{ code: 3 }, { signal: 'SIGKILL' }, {}]) },
      { type: 'hang', seconds: 5 },
      { type: 'leak', resources: ['Timeout', 'TCPWRAP'] },
      { type: 'nothing-expected', source: pick(['cpython', 'author']) },
      { type: 'no-such-variant' },
    ]);
  const lines = (): Fault => ({
    type: 'lines',
    count: 2,
    ...maybe(() => ({
      first: { number: 1, ...maybe(() => ({ line: { t: seconds(), text: text() } })) },
    })),
  });
  const anyVariant = (index: number): VariantResult => {
    const log = several(line, 14);
    const count = log.filter((it) => it.state !== 'ok' && it.state !== 'unjudged').length;
    const faults = several(fault, 3);
    const isBad = count + faults.length > 0;
    return variant({
      name: `${text()}${index}`,
      source: pick(['cpython', 'author']),
      log,
      faults: count > 0 ? [{ type: 'lines', count }, ...faults] : faults,
      status: isBad ? 'fail' : pick(['pass', 'skip']),
      elapsed: seconds(),
      measures: [{ name: 'm', elapsed: seconds(), expected: 1, status: 'pass' }],
      ...maybe(() => ({ claim: { en: '2 s', 'zh-TW': '2 秒' }, note: text() })),
      ...maybe(() => ({ retries: [[fault(), lines()], [fault()]] })),
      ...maybe(() => ({ pending: ['Task-7'], warnings: [text()], ...place() })),
      ...maybe(() => ({ interrupted: true })),
    });
  };
  const anyScenario = (index: number): ScenarioResult =>
    next(6) === 0
      ? {
          ...scenario(`broken${index}`),
          status: 'fail',
          problem: { type: 'throws', path: 'x.ts', error: text() },
        }
      : scenario(`${text()}${index}`, ...several(anyVariant, 4));
  return {
    ...results(...several(anyScenario, 5)),
    clock: pick([{ kind: 'virtual' }, { kind: 'real', speed: 1 }, { kind: 'real', speed: 10 }]),
    interrupted: next(4) === 0,
    ...maybe(() => ({ leftOut: ['a/helper.ts', text()] })),
  };
}
