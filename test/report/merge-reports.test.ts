import { describe, expect, test } from 'vitest';
import { type JsonReport, jsonReport } from '../../src/report/json.js';
import { mergeReports, type NamedReport } from '../../src/report/merge-reports.js';
import { ReportError } from '../../src/report/report-error.js';
import { facts, results, scenario, variant } from './results.js';

const [one, two, three] = ['one', 'two', 'three'].map((name) => scenario(name, variant()));
if (one === undefined || two === undefined || three === undefined) throw new Error('there are');
const whole = jsonReport(results(one, two, three), facts, 'en');

function shard(index: number, count: number, changes: Partial<JsonReport> = {}): NamedReport {
  const part = results(...([[one], [two], [three]][index - 1] ?? []).flatMap((it) => it ?? []));
  const report = jsonReport(part, { ...facts, shard: { index, count } }, 'en');
  return { path: `${index}.json`, report: { ...report, ...changes } };
}

function merged(...[first, ...others]: NamedReport[]) {
  if (first === undefined) throw new Error('none');
  try {
    const { results, facts } = mergeReports([first, ...others]);
    return jsonReport(results, facts, 'en');
  } catch (error) {
    if (error instanceof ReportError) return error.problem;
    throw error;
  }
}

test('the shards in any order make the report of one run', () => {
  expect(merged(shard(3, 3), shard(1, 3), shard(2, 3))).toEqual(whole);
});

test('the report of a whole run stays as it is', () => {
  expect(merged({ path: 'all.json', report: whole })).toEqual(whole);
});

test('a run that was interrupted on one machine was interrupted', () => {
  expect(merged(shard(1, 2), shard(2, 2, { interrupted: true }))).toMatchObject({
    interrupted: true,
  });
});

test('what was left out on any machine was left out', () => {
  const reports = [shard(2, 2, { leftOut: ['b.ts'] }), shard(1, 2, { leftOut: ['a.ts'] })];
  expect(merged(...reports)).toMatchObject({ leftOut: ['a.ts', 'b.ts'] });
});

describe('it is told when', () => {
  test('shards are missing', () => {
    expect(merged(shard(2, 4))).toEqual({ type: 'missing-shards', shards: ['1/4', '3/4', '4/4'] });
  });

  test('one is there twice', () => {
    expect(merged(shard(1, 2), shard(2, 2), { ...shard(1, 2), path: 'again.json' })).toEqual({
      type: 'double-shard',
      path: 'again.json',
      other: '1.json',
      shard: '1/2',
    });
  });

  test('a report is of no shard', () => {
    expect(merged(shard(1, 1), { path: 'all.json', report: whole })).toEqual({
      type: 'no-shard',
      path: 'all.json',
    });
  });

  test.each<[string, NamedReport, string, string]>([
    ['version', shard(2, 2, { version: '9.9.9' }), '9.9.9', '0.1.0'],
    ['clock', shard(2, 2, { clock: 'real' }), 'real', 'virtual'],
    ['speed', shard(2, 2, { speed: 10 }), '10', '1'],
    ['shard count', shard(2, 3), '3', '2'],
  ])('one has another %s', (field, other, value, otherValue) => {
    expect(merged(shard(1, 2), other)).toEqual({
      type: 'other-run',
      path: '2.json',
      other: '1.json',
      field,
      value,
      otherValue,
    });
  });
});
