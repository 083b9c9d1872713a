/**
 * `asyncio-lab completion`: prints a script for a shell. What it says is made by the modules in the
 * folder `completion`, from the commands as they are.
 */

import type { Command } from 'commander';
import type { Context } from './context.js';
import { UsageError } from './usage-error.js';

/** Add the command. */
export function addCompletion(program: Command, context: Context): void {
  const { help, errors } = context.messages;
  program
    .command('completion')
    .description(help.completion)
    .argument('<shell>', help.shell)
    .addHelpText('after', `\n${help.example}\n  $ source <(asyncio-lab completion bash)`)
    .action(async (shell: string) => {
      const { completionFor } = await import('./completion/script.js');
      const script = await completionFor(shell, program, context);
      if (script === undefined) throw new UsageError(errors.unknownShell(shell));
      process.stdout.write(script);
    });
}
