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
import { addCompletion } from './completion.js';
import { type Context, contextOf } from './context.js';
import { addExercise } from './exercise.js';
import { addInit } from './init.js';
import { languageAskedFor, languageOf, languages } from './language.js';
import { endWithStdout } from './leave.js';
import { addList } from './list.js';
import { addMergeReports } from './merge-reports.js';
import { type Messages, messagesIn } from './messages.js';
import { addNew } from './new.js';
import { addRecord } from './record.js';
import { addRun } from './run.js';
import { columns } from './terminal.js';
import { UsageError } from './usage-error.js';
import { versionOfPackage } from './version.js';

/** Adds a command; `finish` takes its exit code, which is 0 otherwise. */
type AddCommand = (
  program: Command,
  context: Context,
  finish: (code: number) => void,
  argv: readonly string[],
) => void | Promise<void>;

/** The commands by name, in the order in which help has them. */
const commands: ReadonlyMap<string, AddCommand> = new Map<string, AddCommand>([
  ['list', addList],
  ['init', addInit],
  ['run', addRun],
  ['check', addCheck],
  ['bench', addBench],
  ['merge-reports', addMergeReports],
  ['compare', addCompare],
  ['record', addRecord],
  ['exercise', (program, context, finish, argv) => addExercise(program, context, argv, finish)],
  ['new', addNew],
  ['completion', addCompletion],
]);

/** How long what a scenario left running may keep the process from ending by itself. */
const lingerMilliseconds = 100;

/** Run the command line and set the exit code. */
export async function main(argv: string[]): Promise<void> {
  process.exitCode = await exitCodeOf(argv);
  setTimeout(() => process.exit(), lingerMilliseconds).unref();
}

async function exitCodeOf(argv: readonly string[]): Promise<number> {
  const asked = languageAskedFor(argv);
  const language = languages.find((known) => known === asked) ?? languageOf(process.env);
  const messages = await messagesIn(language);
  endWithStdout(messages);
  let code = 0;
  try {
    if (asked !== undefined && asked !== language) {
      throw new UsageError(messages.errors.unknownLanguage(asked));
    }
    const program = new Command('asyncio-lab');
    const context = contextOf(language, messages, () => program.opts().color !== false);
    configure(program, messages, await helpLayout(argv));
    const finish = (ended: number) => {
      code = ended;
    };
    for (const add of commandsFor(argv)) await add(program, context, finish, argv);
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return await exitCodeFor(error, messages);
  }
}

/**
 * Where the first argument is a command no other one is needed. Help and errors know all of them, and
 * so does what is made for a shell.
 */
function commandsFor([first = '']: readonly string[]): readonly AddCommand[] {
  const asked = first === 'completion' ? undefined : commands.get(first);
  return asked === undefined ? [...commands.values()] : [asked];
}

function configure(program: Command, { help }: Messages, layout: HelpConfiguration): void {
  program
    .description(help.program)
    .version(versionOfPackage(), '-V, --version', help.version)
    .helpOption('-h, --help', help.helpOption)
    .helpCommand(false)
    .option('--lang <en|zh-TW>', help.lang)
    .option('--no-color', help.noColor)
    .addHelpText('after', `\n${help.example}\n  $ asyncio-lab run gather`)
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
