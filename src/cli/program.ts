/**
 * The command line: its commands, and the one place where they all end, with an exit code.
 *
 * 0 all as expected, 1 something differs, 2 wrong usage, 3 a fault of the tool itself, 130
 * interrupted. Whatever goes wrong is one line on standard error. A command's own code is loaded
 * when it is called for, so that the small ones start fast.
 */

import { Command, CommanderError, Help, type HelpConfiguration } from 'commander';
import { PythonFault } from '../lab/cpython/interpreter.js';
import { FindError } from '../lab/find-error.js';
import { addBench } from './bench.js';
import { addCheck } from './check.js';
import { addCompare } from './compare.js';
import { contextOf } from './context.js';
import { endEarly } from './head-start.js';
import { addInit } from './init.js';
import { languageAskedFor, languageOf, languages } from './language.js';
import { leave } from './leave.js';
import { addList } from './list.js';
import { addMergeReports } from './merge-reports.js';
import { type Messages, messagesIn } from './messages.js';
import { addRecord } from './record.js';
import { addRun } from './run.js';
import { columns } from './terminal.js';
import { UsageError } from './usage-error.js';
import { versionOfPackage } from './version.js';

/** How long what a scenario left running may keep the process from ending by itself. */
const lingerMilliseconds = 100;

/** Run the command line and set the exit code. */
export async function main(argv: string[]): Promise<void> {
  process.stdout.on('error', endQuietlyWhenClosed);
  process.exitCode = await exitCodeOf(argv);
  endEarly();
  setTimeout(() => process.exit(), lingerMilliseconds).unref();
}

async function exitCodeOf(argv: readonly string[]): Promise<number> {
  const asked = languageAskedFor(argv);
  const language = languages.find((known) => known === asked) ?? languageOf(process.env);
  const messages = await messagesIn(language);
  let code = 0;
  try {
    if (asked !== undefined && asked !== language) {
      throw new UsageError(messages.errors.unknownLanguage(asked));
    }
    const program = new Command('asyncio-lab');
    const context = contextOf(language, messages, () => program.opts().color !== false);
    configure(program, messages, await helpLayout(argv));
    addList(program, context);
    addInit(program, context);
    addRun(program, context, (ended) => {
      code = ended;
    });
    addCheck(program, context, (ended) => {
      code = ended;
    });
    addBench(program, context);
    addMergeReports(program, context, (ended) => {
      code = ended;
    });
    addCompare(program, context, (ended) => {
      code = ended;
    });
    addRecord(program, context, (ended) => {
      code = ended;
    });
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return await exitCodeFor(error, messages);
  }
}

function configure(program: Command, { help }: Messages, layout: HelpConfiguration): void {
  program
    .description(help.program)
    .version(versionOfPackage(), '-V, --version', help.version)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand(false)
    .option('--lang <en|zh-TW>', help.lang)
    .option('--no-color', help.noColor)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      ...layout,
      showGlobalOptions: true,
      styleTitle: (title) => help.titles[title] ?? title,
      formatHelp: (command, helper) =>
        // A full-width colon needs no space after it.
        Help.prototype.formatHelp.call(helper, command, helper).replace(/： /, '：'),
    });
}

/** Help aligns Chinese text as all other output does; what measures it is loaded only for help. */
async function helpLayout(argv: readonly string[]): Promise<HelpConfiguration> {
  const asksForHelp = argv.length === 0 || argv.some((it) => it === '--help' || it === '-h');
  if (!asksForHelp) return {};
  const { widthOf, wrap } = await import('../report/columns.js');
  return {
    helpWidth: columns(),
    displayWidth: widthOf,
    boxWrap: (text, width) => wrap(text, width).join('\n'),
  };
}

/** Print what went wrong, unless it was only help that was asked for, and return the exit code. */
async function exitCodeFor(error: unknown, messages: Messages): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  if (error instanceof CommanderError && error.code === 'commander.help') return 2;
  const { harmless } = await import('./github-actions.js');
  const { usageMessage } = await import('./usage-message.js');
  const { visible } = await import('../report/visible.js');
  const usage = usageMessage(error, messages);
  if (usage !== undefined) {
    process.stderr.write(harmless(`asyncio-lab: ${visible(usage)}\n`));
    return isOfProgram(error) ? 1 : 2;
  }
  const [line = ''] = String(error).split('\n');
  process.stderr.write(`asyncio-lab: ${messages.errors.internal(line)}\n`);
  if (process.env.ASYNCIO_LAB_DEBUG) process.stderr.write(`${(error as Error).stack}\n`);
  return 3;
}

/** A program that ends its process fails; a module that merely never goes on is no better. */
function isOfProgram(error: unknown): boolean {
  if (error instanceof FindError) return error.problem.type === 'never-loads';
  return error instanceof PythonFault && error.reason === 'ends-python';
}

/** Who reads our output may stop reading: `asyncio-lab list | head -3`. */
function endQuietlyWhenClosed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') leave(0);
  throw error;
}
