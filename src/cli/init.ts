/**
 * `asyncio-lab init`: what can be asked for. What it does is in `init-project`, which is loaded only
 * when it is needed.
 */

import type { Command } from 'commander';
import type { Context } from './context.js';
import { UsageError } from './usage-error.js';

/** Add the command. */
export function addInit(program: Command, context: Context): void {
  const { help, errors } = context.messages;
  program
    .command('init')
    .description(help.init)
    .argument('[folder]', help.initFolder)
    .allowExcessArguments()
    .addHelpText('after', `\n${help.example}\n  $ asyncio-lab init my-course`)
    .action(async (folder = '.', _options: object, command: Command) => {
      if (command.args.length > 1) throw new UsageError(errors.oneFolder);
      const { initProject } = await import('./init-project.js');
      process.stdout.write(initProject(folder, context));
    });
}
