/**
 * The completion script of a shell, with the names that are known here: the scenarios of this package,
 * and the exercises of the learner's folder that the current one is in, or else of this package.
 */

import type { Command } from 'commander';
import { builtInNames } from '../../lab/builtins.js';
import type { FoundExercise } from '../../lab/exercise/find.js';
import { idOf } from '../../lab/exercise/naming.js';
import { Project } from '../../lab/exercise/project.js';
import type { Context } from '../context.js';
import { setAt } from '../exercise/workshop.js';
import { bashCompletion } from './bash.js';
import { fishCompletion } from './fish.js';
import { commandNodes } from './tree.js';
import { zshCompletion } from './zsh.js';

const scripts = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
]);

/** Return the script for a shell; `undefined` for one that is not known. */
export async function completionFor(
  shell: string,
  program: Command,
  context: Context,
): Promise<string | undefined> {
  const script = scripts.get(shell);
  if (script === undefined) return undefined;
  const { exercises } = await setAt(Project.find('.')?.set, context.messages);
  const shortest = (exercise: FoundExercise) =>
    exercises.filter(({ name }) => name === exercise.name).length > 1
      ? idOf(exercise)
      : exercise.name;
  return script(commandNodes(program), {
    scenarios: builtInNames(),
    exercises: exercises.map(shortest),
  });
}
