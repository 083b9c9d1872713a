/**
 * What `asyncio-lab merge-reports` does: reads the reports of all shards and writes the one that a
 * single run would have written.
 */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { systemCause } from '../lab/system-cause.js';
import { mergeReports, type NamedReport } from '../report/merge-reports.js';
import { readReport } from '../report/read-report.js';
import { ReportError } from '../report/report-error.js';
import type { Context } from './context.js';
import { interruptedCode } from './interrupts.js';
import type { OutputOptions } from './output-options.js';
import { openOutputs } from './outputs.js';
import { UsageError } from './usage-error.js';

/** Merge reports, write the result, and return the exit code. */
export async function mergeReportFiles(
  paths: readonly string[],
  options: OutputOptions,
  context: Context,
): Promise<number> {
  const { facts, results } = readAll(paths, context);
  // Each shard has told GitHub of its own.
  const outputs = await openOutputs(options, facts, context, false);
  outputs.begin({ names: results.scenarios.map(({ name }) => name) });
  for (const scenario of results.scenarios) outputs.scenario(scenario);
  await outputs.end(results);
  if (results.interrupted) return interruptedCode;
  return results.scenarios.some(({ status }) => status === 'fail') ? 1 : 0;
}

function readAll(paths: readonly string[], { messages: { errors } }: Context) {
  try {
    const [first, ...others] = paths.flatMap(filesAt).map(readFile);
    if (first === undefined) throw new UsageError(errors.nothingToMerge);
    return mergeReports([first, ...others]);
  } catch (error) {
    if (error instanceof ReportError) throw new UsageError(errors.report(error.problem));
    throw error;
  }
}

/** The file itself, or all JSON files in a folder and in those below, as artifacts are unpacked. */
function filesAt(path: string): string[] {
  const isFolder = attempt(path, () => statSync(path)).isDirectory();
  if (!isFolder) return [path];
  const files = attempt(path, () => readdirSync(path, { recursive: true, encoding: 'utf8' }))
    .filter((file) => file.endsWith('.json'))
    .sort();
  if (files.length === 0) throw new ReportError({ type: 'no-reports', path });
  return files.map((file) => join(path, file));
}

function readFile(path: string): NamedReport {
  return {
    path,
    report: readReport(
      attempt(path, () => readFileSync(path, 'utf8')),
      path,
    ),
  };
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ReportError({ type: 'unreadable', path, cause: systemCause(error) });
  }
}
