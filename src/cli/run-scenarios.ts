/**
 * What `asyncio-lab run` does: finds the scenarios, runs them, and reports, in lines while they run
 * or in JSON at the end.
 */

import { relative } from 'node:path';
import { builtInNames } from '../lab/builtins.js';
import { findSound } from '../lab/find.js';
import type { Found } from '../lab/found.js';
import { perform, type Settings } from '../lab/perform.js';
import { explanation } from '../report/explain.js';
import { visible } from '../report/visible.js';
import type { Context } from './context.js';
import { guarded } from './guarded.js';
import { importGuarded } from './import-guarded.js';
import { interruptedCode, interruptible } from './interrupts.js';
import { JsonReporter } from './json-reporter.js';
import { LiveReporter } from './live-reporter.js';
import type { Reporter } from './reporter.js';
import type { RunOptions } from './run.js';

const defaultTimeLimit = 60;

/** Say what scenarios are about, without running them, and return the exit code. */
export async function explainScenarios(
  names: readonly string[],
  options: RunOptions,
  context: Context,
): Promise<number> {
  const style = await context.style();
  const { scenarios, areAllSound } = await find(names, options, context);
  const texts = scenarios.map((found) => explanation(found, pathToShow(found.source), style));
  process.stdout.write(`${texts.join('\n\n\n')}\n`);
  return areAllSound ? 0 : 1;
}

/** Run scenarios, report, and return the exit code. */
export async function runScenarios(
  names: readonly string[],
  options: RunOptions,
  context: Context,
): Promise<number> {
  const { clock = 'real', speed = 1, timeLimit = defaultTimeLimit, variant } = options;
  const settings: Settings = {
    clock: clock === 'virtual' ? { kind: clock } : { kind: clock, speed },
    timeLimit,
    ...(variant !== undefined && { variants: variant }),
  };
  const reporter: Reporter = options.json
    ? new JsonReporter(context.language)
    : new LiveReporter(settings.clock, await context.style(), context.messages);
  const { scenarios, areAllSound } = await find(names, options, context);
  const results = await guarded(context, () =>
    interruptible((signal) => perform(scenarios, { ...settings, signal }, reporter)),
  );
  reporter.end(results);
  if (results.interrupted) return interruptedCode;
  return areAllSound && results.scenarios.every(({ status }) => status !== 'fail') ? 0 : 1;
}

/** Find the scenarios to run; those that are broken are told by name, and do not stop the others. */
async function find(
  names: readonly string[],
  { all }: RunOptions,
  { messages }: Context,
): Promise<{ scenarios: readonly Found[]; areAllSound: boolean }> {
  const references = all ? builtInNames() : names;
  const { scenarios, broken } = await findSound(references, importGuarded(messages));
  for (const { problem } of broken) {
    process.stderr.write(`asyncio-lab: ${visible(messages.errors.find(problem))}\n`);
  }
  return { scenarios, areAllSound: broken.length === 0 };
}

/** A path as one would type it here, unless that is longer. */
function pathToShow(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
