/**
 * What goes with `check --update` and with `check --watch`, and what does not.
 */

import type { CheckOptions } from './check.js';
import type { Messages } from './messages.js';
import { UsageError } from './usage-error.js';

/**
 * Check that what is to be recorded is a user's own, on the clock that is exact, and that somebody
 * looks at it.
 */
export function checkUpdate(
  names: readonly string[],
  options: CheckOptions,
  { errors }: Messages,
): void {
  if (isCI()) throw new UsageError(errors.updateInCI);
  if (names.length === 0) throw new UsageError(errors.nothingToUpdate);
  if (options.clock === 'real') throw new UsageError(errors.conflict('--update', '--clock real'));
  const others = ['watch', 'list', 'retry', 'bail', 'reporter', 'json', 'outputFile'] as const;
  excludeFrom('--update', others, options, errors);
}

/** Check that what is to go on and on is for a person's eyes. */
export function checkWatch(options: CheckOptions, { errors }: Messages): void {
  if (options.poll && !options.watch) throw new UsageError(errors.pollWithoutWatch);
  if (!options.watch) return;
  const machines = options.reporter?.find((name) => name !== 'default' && name !== 'dot');
  if (machines !== undefined) {
    throw new UsageError(errors.conflict('--watch', `--reporter ${machines}`));
  }
  excludeFrom('--watch', ['list', 'shard', 'bail', 'json', 'outputFile'], options, errors);
  if (isCI()) throw new UsageError(errors.watchInCI);
}

function isCI(): boolean {
  const { CI } = process.env;
  return Boolean(CI) && CI !== 'false';
}

function excludeFrom(
  option: string,
  others: readonly (keyof CheckOptions)[],
  options: CheckOptions,
  errors: Messages['errors'],
): void {
  const other = others.find((name) => options[name] !== undefined);
  if (other === undefined) return;
  const asTyped = other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(errors.conflict(option, `--${asTyped}`));
}
