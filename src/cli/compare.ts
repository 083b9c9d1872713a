/**
 * `asyncio-lab compare`: what can be asked for. What it does is in `compare-scenarios`, which is
 * loaded only when it is needed.
 */

import { type Command, Option } from 'commander';
import type { Context } from './context.js';
import { clockNamed, positiveNumber } from './run.js';
import { UsageError } from './usage-error.js';

/** The options of `compare` as they are parsed. */
export interface CompareOptions {
  readonly all?: true;
  readonly variant?: readonly string[];
  readonly clock?: 'real' | 'virtual';
  readonly python?: string;
  readonly source?: true;
  readonly timeLimit?: number;
  readonly json?: true;
}

/** Add the command; `finish` takes its exit code. */
export function addCompare(
  program: Command,
  context: Context,
  finish: (code: number) => void,
): void {
  const { messages } = context;
  const { help, errors } = messages;
  program
    .command('compare')
    .description(help.compare)
    .argument('[names...]', help.pairs)
    .option('--all', help.all)
    .addOption(
      new Option('--variant <name>', help.variant).argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
    )
    .addOption(
      new Option('--clock <virtual|real>', help.compareClock).argParser((value: string) =>
        clockNamed(value, messages),
      ),
    )
    .option('--python <path>', help.python)
    .option('--source', help.sources)
    .addOption(
      new Option('--time-limit <S>', help.timeLimit).argParser((value: string) =>
        positiveNumber('--time-limit', value, messages),
      ),
    )
    .option('--json', help.json)
    .addHelpText(
      'after',
      `\n${help.example}\n  $ asyncio-lab compare gather --source\n  $ asyncio-lab compare mine.ts mine.py --python python3.13`,
    )
    .action(async (names: string[], options: CompareOptions) => {
      if (names.length === 0 && !options.all) throw new UsageError(errors.nothingToRun);
      if (names[0] !== undefined && options.all) {
        throw new UsageError(errors.conflict('--all', names[0]));
      }
      if (options.source && options.json)
        throw new UsageError(errors.conflict('--source', '--json'));
      const { compareScenarios } = await import('./compare-scenarios.js');
      finish(await compareScenarios(names, options, context));
    });
}
