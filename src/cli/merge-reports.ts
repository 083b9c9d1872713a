/**
 * `asyncio-lab merge-reports`: what can be asked for. What it does is in `merge-report-files`, which
 * is loaded only when it is needed.
 */

import type { Command } from 'commander';
import type { Context } from './context.js';
import { addOutputOptions, type OutputOptions } from './output-options.js';
import { UsageError } from './usage-error.js';

/** Add the command; `finish` takes its exit code. */
export function addMergeReports(
  program: Command,
  context: Context,
  finish: (code: number) => void,
): void {
  const { help, errors } = context.messages;
  const command = program
    .command('merge-reports')
    .description(help.mergeReports)
    .argument('[reports...]', help.reports);
  addOutputOptions(command, context.messages)
    .addHelpText(
      'after',
      `\n${help.example}\n  $ asyncio-lab check --shard 1/3 --json --output-file reports/1.json\n  $ asyncio-lab merge-reports reports`,
    )
    .action(async (paths: string[], options: OutputOptions) => {
      if (paths.length === 0) throw new UsageError(errors.nothingToMerge);
      const { mergeReportFiles } = await import('./merge-report-files.js');
      finish(await mergeReportFiles(paths, options, context));
    });
}
