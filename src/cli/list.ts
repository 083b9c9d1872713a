/**
 * `asyncio-lab list`: the scenarios that there are.
 */

import type { Command } from 'commander';
import type { Context } from './context.js';
import { printList } from './print-list.js';

/** Add the command. */
export function addList(program: Command, context: Context): void {
  const { help } = context.messages;
  program
    .command('list')
    .description(help.list)
    .option('--json', help.json)
    .addHelpText('after', `\n${help.example}\n  $ asyncio-lab list --json`)
    .action(async ({ json }: { json?: true }) => {
      await printList(context, json ?? false);
    });
}
