/**
 * Runs scenarios in this process with the process in our hands: what a scenario does to it, be it an
 * error that nobody catches or an exit, is the scenario's failure.
 */

import { blame, latestVariant } from '../lab/strays.js';
import type { Context } from './context.js';
import { guardExit } from './leave.js';

/** Call a function that runs scenarios. */
export async function guarded<T>(
  { messages: { errors } }: Context,
  fn: () => Promise<T>,
): Promise<T> {
  const takeStray = (error: unknown) => {
    const strays = blame(error);
    if (strays === undefined) throw error;
    if (!strays.isJudged) return;
    const line = errors.lateError(strays.of, strays.errors.at(-1)?.error ?? '');
    process.stderr.write(`asyncio-lab: ${line}\n`);
    process.exitCode = 1;
  };
  process.on('uncaughtException', takeStray);
  process.on('unhandledRejection', takeStray);
  return guardExit(() => `asyncio-lab: ${errors.exited(latestVariant())}\n`, fn);
}
