/**
 * `asyncio-lab run`: what can be asked for. What it does is in `run-scenarios`, which is loaded only
 * when it is needed.
 */

import { type Command, Option } from 'commander';
import type { Context } from './context.js';
import type { Messages } from './messages.js';
import { UsageError } from './usage-error.js';

/** The options of `run` as they are parsed. */
export interface RunOptions {
  readonly all?: true;
  readonly variant?: readonly string[];
  readonly clock?: 'real' | 'virtual';
  readonly speed?: number;
  readonly timeLimit?: number;
  readonly json?: true;
  readonly explain?: true;
  readonly serve?: true;
}

/** Add the command; `finish` takes its exit code. */
export function addRun(program: Command, context: Context, finish: (code: number) => void): void {
  const { messages } = context;
  const { help, errors } = messages;
  const positive = (option: string) => (value: string) => positiveNumber(option, value, messages);
  program
    .command('run')
    .description(help.run)
    .argument('[names...]', help.names)
    .option('--all', help.all)
    .addOption(
      new Option('--variant <name>', help.variant).argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
    )
    .addOption(
      new Option('--clock <real|virtual>', help.clock).argParser((value: string) =>
        clockNamed(value, messages),
      ),
    )
    .addOption(new Option('--speed <N>', help.speed).argParser(positive('--speed')))
    .addOption(new Option('--time-limit <S>', help.timeLimit).argParser(positive('--time-limit')))
    .option('--json', help.json)
    .option('--explain', help.explain)
    .option('--serve', help.serve)
    .addHelpText(
      'after',
      `\n${help.example}\n  $ asyncio-lab run gather to-thread\n  $ asyncio-lab run --all --clock virtual --json`,
    )
    .action(async (names: string[], options: RunOptions) => {
      if (names.length === 0 && !options.all) throw new UsageError(errors.nothingToRun);
      if (names[0] !== undefined && options.all) {
        throw new UsageError(errors.conflict('--all', names[0]));
      }
      if (options.explain && options.json) {
        throw new UsageError(errors.conflict('--explain', '--json'));
      }
      if (options.speed !== undefined && options.clock === 'virtual') {
        throw new UsageError(errors.speedIsForReal);
      }
      if (options.serve) {
        checkServe(names, options, messages);
        const { serveScenario } = await import('./serve-scenario.js');
        finish(await serveScenario(names, options, context));
        return;
      }
      const { explainScenarios, runScenarios } = await import('./run-scenarios.js');
      const start = options.explain ? explainScenarios : runScenarios;
      finish(await start(names, options, context));
    });
}

/** Check that a server is to be kept up for people, by the clock that they live by. */
function checkServe(names: readonly string[], options: RunOptions, { errors }: Messages): void {
  const others = { all: '--all', json: '--json', explain: '--explain', timeLimit: '--time-limit' };
  for (const [name, option] of Object.entries(others)) {
    if (options[name as keyof typeof others] !== undefined) {
      throw new UsageError(errors.conflict('--serve', option));
    }
  }
  if (options.clock === 'virtual') throw new UsageError(errors.serveIsForReal);
  if (names.length > 1) throw new UsageError(errors.serveOne);
  if ((options.variant?.length ?? 0) > 1) throw new UsageError(errors.serveOne);
}

/** Read a number above 0 that an option is given. */
export function positiveNumber(option: string, value: string, { errors }: Messages): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number <= 0) {
    throw new UsageError(errors.notPositive(option, value));
  }
  return number;
}

/** Read the name of a clock. */
export function clockNamed(value: string, { errors }: Messages): 'real' | 'virtual' {
  if (value === 'real' || value === 'virtual') return value;
  throw new UsageError(errors.unknownClock(value));
}
