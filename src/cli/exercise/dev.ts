/**
 * `asyncio-lab exercise dev`: what those who write exercises can ask for. What it does is in modules
 * that are loaded only when they are needed.
 */

import type { Command } from 'commander';
import { visible } from '../../report/visible.js';
import type { Context } from '../context.js';
import { devWordsIn } from './dev/words-in.js';

/** The options of `exercise dev check` as they are parsed. */
export interface DevCheckOptions {
  readonly messages?: true;
}

/** Add the command to `exercise`; `finish` takes its exit code. */
export async function addDev(
  exercise: Command,
  context: Context,
  finish: (code: number) => void,
): Promise<void> {
  const words = await devWordsIn(context.language);
  const { help } = words;
  const { example } = context.messages.help;
  const dev = exercise
    .command('dev')
    .description(help.dev)
    .helpCommand(false)
    .addHelpText('after', `\n${example}\n  $ asyncio-lab exercise dev new my-exercises`);
  dev
    .command('new')
    .description(help.new)
    .argument('<folder>', help.newFolder)
    .addHelpText('after', `\n${example}\n  $ asyncio-lab exercise dev new my-exercises`)
    .action(async (folder: string) => {
      const { newSet } = await import('./dev/new-set.js');
      const lines = newSet(folder, words, context);
      process.stdout.write(lines.map((line) => `${visible(line)}\n`).join(''));
    });
  dev
    .command('check')
    .description(help.check)
    .argument('[folder]', help.folder)
    .argument('[names...]', help.names)
    .option('--messages', help.messages)
    .addHelpText(
      'after',
      `\n${example}\n  $ asyncio-lab exercise dev check my-exercises\n  $ asyncio-lab exercise dev check my-exercises two-at-once --messages`,
    )
    .action(async (folder: string | undefined, names: string[], options: DevCheckOptions) => {
      const { checkSetAloud } = await import('./dev/check-set-aloud.js');
      finish(await checkSetAloud(folder ?? '.', names, options, words, context));
    });
}
