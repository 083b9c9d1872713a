/**
 * `asyncio-lab check`: what can be asked for. What it does is in `check-scenarios`, which is loaded
 * only when it is needed.
 */

import { type Command, Option } from 'commander';
import type { Tolerance } from '../lab/judge.js';
import { parseShard, type Shard } from '../lab/shard.js';
import { checkUpdate, checkWatch } from './check-modes.js';
import type { Context } from './context.js';
import type { Messages } from './messages.js';
import { addOutputOptions, type OutputOptions } from './output-options.js';
import { clockNamed, positiveNumber } from './run.js';
import { UsageError } from './usage-error.js';

/** Seconds that an instant may be off beside a share of it: at 0 a share is nothing at all. */
export const leastTolerance = 0.05;

/** The options of `check` as they are parsed. */
export interface CheckOptions extends OutputOptions {
  readonly clock?: 'real' | 'virtual';
  readonly speed?: number;
  readonly tolerance?: Tolerance;
  readonly retry?: number;
  readonly timeLimit?: number;
  readonly bail?: number | true;
  readonly list?: true;
  readonly shard?: Shard;
  readonly update?: true;
  readonly watch?: true;
  readonly poll?: true;
}

/** Add the command; `finish` takes its exit code. */
export function addCheck(program: Command, context: Context, finish: (code: number) => void): void {
  const { messages } = context;
  const { help, errors } = messages;
  const positive = (option: string) => (value: string) => positiveNumber(option, value, messages);
  const count = (option: string) => (value: string) => wholeNumber(option, value, messages);
  const command = program
    .command('check')
    .description(help.check)
    .argument('[names...]', help.checkNames)
    .addOption(
      new Option('--clock <real|virtual>', help.checkClock).argParser((value: string) =>
        clockNamed(value, messages),
      ),
    )
    .addOption(new Option('--speed <N>', help.speed).argParser(positive('--speed')))
    .addOption(
      new Option('--tolerance <S|P%>', help.tolerance).argParser((value: string) =>
        toleranceFrom(value, messages),
      ),
    )
    .addOption(new Option('--retry <N>', help.retry).argParser(count('--retry')))
    .addOption(
      new Option('--time-limit <S>', help.checkTimeLimit).argParser(positive('--time-limit')),
    )
    .addOption(new Option('--bail [N]', help.bail).argParser(count('--bail')))
    .option('--list', help.listOnly)
    .addOption(
      new Option('--shard <k/n>', help.shard).argParser((value: string) =>
        shardFrom(value, messages),
      ),
    )
    .option('--update', help.update)
    .option('--watch', help.watch)
    .option('--poll', help.poll);
  addOutputOptions(command, messages)
    .addHelpText(
      'after',
      `\n${help.example}\n  $ asyncio-lab check\n  $ asyncio-lab check scenarios --reporter junit --output-file junit.xml\n  $ asyncio-lab check --shard 2/5 --json --output-file reports/2.json`,
    )
    .action(async (names: string[], options: CheckOptions) => {
      if (options.clock !== 'real') {
        if (options.speed !== undefined) throw new UsageError(errors.speedIsForReal);
        if (options.tolerance !== undefined) throw new UsageError(errors.isForReal('--tolerance'));
      }
      if (options.update) checkUpdate(names, options, messages);
      checkWatch(options, messages);
      if (options.update) {
        const { updateExpected } = await import('./update-expected.js');
        finish(await updateExpected(names, options, context));
        return;
      }
      if (options.watch) {
        const { watchScenarios } = await import('./watch-scenarios.js');
        finish(await watchScenarios(names, options, context));
        return;
      }
      const { checkAll, listAll } = await import('./check-scenarios.js');
      finish(options.list ? listAll(names, options) : await checkAll(names, options, context));
    });
}

function wholeNumber(option: string, value: string, { errors }: Messages): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(errors.notCount(option, value));
  return Number(value);
}

function toleranceFrom(value: string, { errors }: Messages): Tolerance {
  const [, number, percent] = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(value) ?? [];
  if (number === undefined) throw new UsageError(errors.notTolerance(value));
  if (percent !== '%') return { seconds: Number(number) };
  return { seconds: leastTolerance, share: Number(number) / 100 };
}

function shardFrom(value: string, { errors }: Messages): Shard {
  const shard = parseShard(value);
  if (shard === undefined) throw new UsageError(errors.badShard(value));
  return shard;
}
