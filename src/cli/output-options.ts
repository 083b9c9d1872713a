/**
 * The options that say which reports are written, and where: the same for every command that
 * writes reports.
 */

import { type Command, Option } from 'commander';
import type { Messages } from './messages.js';

/** The options as they are parsed. */
export interface OutputOptions {
  readonly reporter?: readonly string[];
  /** `path`, or `format=path`. */
  readonly outputFile?: readonly string[];
  readonly json?: true;
}

/** Add the options to a command. */
export function addOutputOptions(command: Command, { help }: Messages): Command {
  return command
    .addOption(new Option('--reporter <format>', help.reporter).argParser(listed))
    .addOption(new Option('--output-file <[format=]path>', help.outputFile).argParser(listed))
    .option('--json', help.json);
}

function listed(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
