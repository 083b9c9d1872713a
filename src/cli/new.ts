/**
 * `asyncio-lab new`: what can be asked for. What it does is in `new-scenario`, which is loaded only
 * when it is needed.
 */

import type { Command } from 'commander';
import type { Context } from './context.js';

/** Add the command. */
export function addNew(program: Command, context: Context): void {
  const { help } = context.messages;
  program
    .command('new')
    .description(help.new)
    .argument('<name>', help.newName)
    .addHelpText('after', `\n${help.example}\n  $ asyncio-lab new tea`)
    .action(async (name: string) => {
      const { newScenario } = await import('./new-scenario.js');
      process.stdout.write(newScenario(name, context));
    });
}
