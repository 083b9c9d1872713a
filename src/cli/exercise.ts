/**
 * `asyncio-lab exercise`: what can be asked for. What its commands do is in the folder `exercise`, and
 * is loaded only when it is needed.
 */

import type { Command } from 'commander';
import type { Context } from './context.js';
import type { Asked } from './exercise/workshop.js';
import type { Messages } from './messages.js';

type Finish = (code: number) => void;

/** Add the command with its own commands; `finish` takes the exit code. */
export async function addExercise(
  program: Command,
  context: Context,
  argv: readonly string[],
  finish: Finish,
): Promise<void> {
  const { help } = context.messages;
  const exercise = program
    .command('exercise')
    .helpCommand(false)
    .description(help.exercise.program)
    .addHelpText(
      'after',
      example(context.messages, 'exercise init', 'exercise', 'exercise --poll'),
    );
  const add = (name: string, description: string, ...examples: readonly string[]) =>
    exercise
      .command(name, { isDefault: name === 'watch' })
      .description(description)
      .helpOption('-h, --help', help.helpOption)
      .addHelpText('after', example(context.messages, ...examples));
  const asked = (): Asked => {
    const { lang, color } = program.opts();
    return { language: lang !== undefined, colour: color !== false };
  };

  add('init', help.exercise.init, 'exercise init', 'exercise init my-exercises --from our-set')
    .argument('[folder]', help.exercise.initFolder)
    .option('--from <folder>', help.exercise.from)
    .action(async (folder: string | undefined, { from }: { from?: string }) => {
      const { initExercises } = await import('./exercise/init.js');
      process.stdout.write(await initExercises(folder, from, context, asked()));
    });
  add('watch', help.exercise.watch, 'exercise watch', 'exercise watch two-at-once')
    .argument('[exercise]', help.exercise.watchName)
    .option('--poll', help.exercise.poll)
    .action(async (name: string | undefined, { poll }: { poll?: true }) => {
      const { watchExercises } = await import('./exercise/watch.js');
      const commands = exercise.commands.map((command) => command.name());
      const options = { ...(name !== undefined && { name }), ...(poll && { poll }), commands };
      finish(await watchExercises(options, context, asked()));
    });
  add('check', help.exercise.check, 'exercise check', 'exercise check --all --json')
    .argument('[exercise]', help.exercise.name)
    .option('--all', help.exercise.all)
    .option('--json', help.json)
    .action(async (name: string | undefined, options: { all?: true; json?: true }) => {
      const { checkExercises } = await import('./exercise/check.js');
      finish(await checkExercises(name, options, context, asked()));
    });
  add('hint', help.exercise.hint, 'exercise hint')
    .argument('[exercise]', help.exercise.name)
    .action(async (name: string | undefined) => {
      const { showHint } = await import('./exercise/hint.js');
      await showHint(name, context, asked());
    });
  add('reset', help.exercise.reset, 'exercise reset two-at-once')
    .argument('[exercise]', help.exercise.name)
    .action(async (name: string | undefined) => {
      const { resetExercise } = await import('./exercise/reset.js');
      await resetExercise(name, context, asked());
    });
  add('list', help.exercise.list, 'exercise list --json')
    .option('--json', help.json)
    .action(async ({ json }: { json?: true }) => {
      const { listExercises } = await import('./exercise/list.js');
      await listExercises(json === true, context, asked());
    });
  add('solution', help.exercise.solution, 'exercise solution --python')
    .argument('[exercise]', help.exercise.name)
    .option('--python', help.exercise.python)
    .action(async (name: string | undefined, { python }: { python?: true }) => {
      const { showSolution } = await import('./exercise/solution.js');
      finish(await showSolution(name, python === true, context, asked()));
    });
  if (argv.some((word) => word === 'exercise' || word === 'completion')) {
    const { addDev } = await import('./exercise/dev.js');
    await addDev(exercise, context, finish);
  }
}

function example({ help }: Messages, ...commands: readonly string[]): string {
  return `\n${help.example}${commands.map((command) => `\n  $ asyncio-lab ${command}`).join('')}`;
}
