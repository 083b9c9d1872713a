/**
 * `asyncio-lab record`: what can be asked for. What it does is in `record-scenarios`, which is
 * loaded only when it is needed.
 */

import type { Command } from 'commander';
import type { Context } from './context.js';
import { UsageError } from './usage-error.js';

/** The options of `record` as they are parsed. */
export interface RecordOptions {
  readonly all?: true;
  readonly python?: string;
}

/** Add the command; `finish` takes its exit code. */
export function addRecord(
  program: Command,
  context: Context,
  finish: (code: number) => void,
): void {
  const { help, errors } = context.messages;
  program
    .command('record')
    .description(help.record)
    .argument('[names...]', help.pairs)
    .option('--all', help.all)
    .option('--python <path>', help.python)
    .addHelpText(
      'after',
      `\n${help.example}\n  $ asyncio-lab record mine.ts\n  $ asyncio-lab record mine.ts --python pyodide\n  $ asyncio-lab record my-exercises`,
    )
    .action(async (names: string[], options: RecordOptions) => {
      if (names.length === 0 && !options.all) throw new UsageError(errors.nothingToRun);
      if (names[0] !== undefined && options.all) {
        throw new UsageError(errors.conflict('--all', names[0]));
      }
      const { recordScenarios } = await import('./record-scenarios.js');
      finish(await recordScenarios(names, options, context));
    });
}
