/**
 * `asyncio-lab bench`: what can be asked for. What it does is in `bench-runtime`, which is loaded only
 * when it is needed.
 */

import { type Command, Option } from 'commander';
import type { Context } from './context.js';
import { UsageError } from './usage-error.js';

/** The options of `bench` as they are parsed. */
export interface BenchOptions {
  readonly quick?: true;
  readonly only?: readonly string[];
  readonly rounds?: number;
  readonly json?: true;
}

/** Add the command. */
export function addBench(program: Command, context: Context): void {
  const { help, errors } = context.messages;
  program
    .command('bench')
    .description(help.bench)
    .option('--quick', help.benchQuick)
    .addOption(
      new Option('--only <workload>', help.benchOnly).argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
    )
    .addOption(
      new Option('--rounds <N>', help.benchRounds).argParser((value: string) => {
        const rounds = Number(value);
        if (Number.isInteger(rounds) && rounds > 0) return rounds;
        throw new UsageError(errors.notCount('--rounds', value));
      }),
    )
    .option('--json', help.json)
    .addHelpText('after', `\n${help.example}\n  $ asyncio-lab bench --quick`)
    .action(async (options: BenchOptions) => {
      const { benchRuntime } = await import('./bench-runtime.js');
      await benchRuntime(options, context);
    });
}
