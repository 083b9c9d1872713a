/**
 * What to say of a wrong use, whoever noticed it: commander, the finding of scenarios, or a command.
 */

import { CommanderError } from 'commander';
import { builtInsNamed } from '../lab/builtins.js';
import { PythonFault } from '../lab/cpython/interpreter.js';
import { FindError } from '../lab/find-error.js';
import type { Messages } from './messages.js';
import { UsageError } from './usage-error.js';

/** Return the line for an error that a wrong use has caused; `undefined` for any other error. */
export function usageMessage(error: unknown, messages: Messages): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (error instanceof FindError) {
    const { problem } = error;
    const near = 'nearest' in problem ? problem.nearest : [];
    return withNearest(messages.errors.find(problem), near.join(', '), messages);
  }
  if (error instanceof PythonFault) return messages.errors.python(error.reason, error.message);
  return error instanceof CommanderError ? ofCommander(error, messages) : undefined;
}

/** Commander speaks English and puts its suggestion on a second line: say the same in one of ours. */
function ofCommander({ code, message }: CommanderError, messages: Messages): string {
  const { errors } = messages;
  const [name = '', other = ''] = Array.from(message.matchAll(/'([^']*)'/g), (match) => match[1]);
  const near = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return withNearest(errors.unknownOption(name), near, messages);
    case 'commander.unknownCommand':
      return unknownCommand(name, asScenario(name) ?? near, messages);
    case 'commander.optionMissingArgument':
      return errors.optionNeedsValue(name);
    case 'commander.excessArguments':
      return /Expected 1 /.test(message)
        ? errors.takesOneName(name || other)
        : errors.tooManyArguments(name || other);
    case 'commander.missingArgument':
      return errors.argumentMissing(name);
    default:
      return message.replace(/^error: /, '').replaceAll('\n', ' ');
  }
}

function unknownCommand(name: string, near: string, messages: Messages): string {
  const { errors } = messages;
  const message = errors.unknownCommand(name);
  return near === '' ? message + errors.helpShowsAll : withNearest(message, near, messages);
}

/** Who leaves out `run` is told so. */
function asScenario(name: string): string | undefined {
  const isScenario = builtInsNamed(name).length > 0 || /[/\\]|\.m?[jt]s$/.test(name);
  return isScenario ? `asyncio-lab run ${name}` : undefined;
}

function withNearest(message: string, near: string, { errors }: Messages): string {
  return near === '' ? message : message + errors.didYouMean(near);
}
