/**
 * Puts the reports of all shards of a run together, as if it had been one run.
 */

import type { Results } from '../lab/result.js';
import type { Facts } from './format.js';
import { fromJson } from './from-json.js';
import type { JsonReport } from './json.js';
import { ReportError } from './report-error.js';

/** A report that was read, and where from. */
export interface NamedReport {
  readonly path: string;
  readonly report: JsonReport;
}

/** A whole run. */
export interface Merged {
  readonly facts: Facts;
  readonly results: Results;
}

/**
 * Merge the reports of all shards of one run, in any order; or take the one report of a whole run.
 *
 * @throws ReportError when they are not that.
 */
export function mergeReports(reports: readonly [NamedReport, ...NamedReport[]]): Merged {
  const [first] = reports;
  for (const other of reports) checkSameRun(first, other);
  if (reports.length > 1 || first.report.shard !== undefined) checkShards(reports);
  const inOrder = [...reports].sort((a, b) => indexOf(a) - indexOf(b));
  const parts = inOrder.map(({ report }) => fromJson(report));
  const { clock } = fromJson(first.report);
  const leftOut = parts.flatMap((part) => part.leftOut ?? []);
  const { node = '', version = '' } = inOrder[0]?.report ?? {};
  return {
    facts: { clock, node, version },
    results: {
      clock,
      interrupted: parts.some(({ interrupted }) => interrupted),
      scenarios: parts.flatMap(({ scenarios }) => scenarios),
      ...(leftOut.length > 0 && { leftOut }),
    },
  };
}

function checkShards(reports: readonly [NamedReport, ...NamedReport[]]): void {
  const byIndex = new Map<number, NamedReport>();
  for (const named of reports) {
    const { path, report } = named;
    if (report.shard === undefined) throw new ReportError({ type: 'no-shard', path });
    checkSame(reports[0], named, 'shard count', (it) => it.shard?.count);
    const { index, count } = report.shard;
    const other = byIndex.get(index);
    if (other !== undefined) {
      const shard = `${index}/${count}`;
      throw new ReportError({ type: 'double-shard', path, other: other.path, shard });
    }
    byIndex.set(index, named);
  }
  const count = reports[0].report.shard?.count ?? 0;
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (index) => !byIndex.has(index),
  );
  if (missing.length > 0) {
    throw new ReportError({
      type: 'missing-shards',
      shards: missing.map((index) => `${index}/${count}`),
    });
  }
}

function checkSameRun(first: NamedReport, other: NamedReport): void {
  checkSame(first, other, 'version', (report) => report.version);
  checkSame(first, other, 'clock', (report) => report.clock);
  checkSame(first, other, 'speed', (report) => report.speed ?? 1);
}

function checkSame(
  first: NamedReport,
  named: NamedReport,
  field: string,
  read: (report: JsonReport) => string | number | undefined,
): void {
  const [otherValue, value] = [String(read(first.report)), String(read(named.report))];
  if (value === otherValue) return;
  const { path } = named;
  throw new ReportError({ type: 'other-run', path, other: first.path, field, value, otherValue });
}

function indexOf({ report }: NamedReport): number {
  return report.shard?.index ?? 0;
}
