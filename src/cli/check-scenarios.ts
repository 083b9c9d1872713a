/**
 * What `asyncio-lab check` does: finds where the scenarios lie, has them run by a crew,
 * and reports what comes of them, in their order.
 */

import { resolve } from 'node:path';
import { builtInNames, isBuiltIn } from '../lab/builtins.js';
import { checkScenarios } from '../lab/check/check.js';
import type { Crew } from '../lab/check/crew.js';
import type { Clock } from '../lab/execution.js';
import { FindError } from '../lab/find-error.js';
import { type Location, locate } from '../lab/locate.js';
import { mayBeScenario } from '../lab/may-be-scenario.js';
import type { Settings } from '../lab/perform.js';
import type { Results } from '../lab/result.js';
import { shardOf } from '../lab/shard.js';
import { visible } from '../report/visible.js';
import { type CheckOptions, leastTolerance } from './check.js';
import type { Context } from './context.js';
import { harmless } from './github-actions.js';
import { takeCrew } from './head-start.js';
import { interruptedCode, interruptible } from './interrupts.js';
import { leavingNothing } from './leave.js';
import { type Outputs, openOutputs } from './outputs.js';
import { fromHere } from './portable-paths.js';
import { versionOfPackage } from './version.js';

/** Seconds that a variant may take, by its clock; on the virtual clock it may not take the world's. */
const defaultTimeLimit = 60;
const defaultWorldLimit = 5;

const defaultTolerance = { seconds: leastTolerance, share: 0.05 };

/** Print what would be checked, as lines or as JSON, and return the exit code. */
export function listAll(names: readonly string[], options: CheckOptions): number {
  const located = locationsOf(names, options).filter(mayBeScenario);
  const text = options.json
    ? `${JSON.stringify(
        located.map(({ name, source }) => ({ name, path: fromHere(source) })),
        null,
        2,
      )}\n`
    : located.map((location) => `${visible(shownName(location))}\n`).join('');
  process.stdout.write(text);
  return 0;
}

/** One of ours by its name, another by its path. */
function shownName({ name, path, source }: Location): string {
  return builtInNames().includes(name) && path !== source ? name : fromHere(path);
}

/** Check scenarios, report, and return the exit code. */
export async function checkAll(
  names: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<number> {
  const locations = locationsOf(names, options);
  const { results, hasLateErrors } = await interruptible((signal) =>
    checkOnce(locations, options, context, signal),
  );
  if (hasNothing(results, locations, options)) {
    throw new FindError({ type: 'empty-folder', path: resolve(names[0] ?? '') });
  }
  if (results.interrupted) {
    process.stderr.write(`asyncio-lab: ${context.messages.interrupted}\n`);
    return interruptedCode;
  }
  const areAllSound = results.scenarios.every(({ status }) => status !== 'fail');
  return areAllSound && !hasLateErrors ? 0 : 1;
}

/** Check the scenarios at some locations and report; where there are only helpers nothing is said. */
export async function checkOnce(
  locations: readonly Location[],
  options: CheckOptions,
  context: Context,
  signal: AbortSignal,
): Promise<{ readonly results: Results; readonly hasLateErrors: boolean }> {
  const clock: Clock =
    options.clock === 'real' ? { kind: 'real', speed: options.speed ?? 1 } : { kind: 'virtual' };
  const outputs = await openOutputs(
    options,
    {
      clock,
      node: process.version,
      version: versionOfPackage(),
      ...(options.shard !== undefined && { shard: options.shard }),
    },
    context,
  );
  const checking = new Checking(options, context, outputs);
  const { leftOut = [], ...rest } = await checking.run(
    locations,
    settingsFrom(clock, options),
    signal,
  );
  const results = { ...rest, ...(leftOut.length > 0 && { leftOut: leftOut.map(fromHere) }) };
  if (!hasNothing(results, locations, options)) await outputs.end(results);
  return { results, hasLateErrors: checking.hasLateErrors };
}

/** Whether there were only helpers; a part of all may well have nothing else. */
function hasNothing(
  { scenarios, interrupted }: Results,
  locations: readonly Location[],
  { shard }: CheckOptions,
): boolean {
  return scenarios.length === 0 && !interrupted && locations.length > 0 && shard === undefined;
}

/** One check, and what it says meanwhile. */
class Checking {
  hasLateErrors = false;
  readonly #options: CheckOptions;
  readonly #context: Context;
  readonly #outputs: Outputs;

  constructor(options: CheckOptions, context: Context, outputs: Outputs) {
    this.#options = options;
    this.#context = context;
    this.#outputs = outputs;
  }

  async run(
    locations: readonly Location[],
    settings: Omit<Settings, 'signal' | 'variants'>,
    signal: AbortSignal,
  ): Promise<Results> {
    const { bail, retry = 0 } = this.#options;
    const isOurs = locations.every(({ path }) => isBuiltIn(path));
    const crew = await takeCrew(isOurs && settings.clock.kind === 'virtual' ? 'ours' : 'any');
    crew.onLate((of, error) => this.#sayLate(of, error));
    let hasBegun = false;
    return endingWith(crew, () =>
      checkScenarios(locations, {
        crew,
        settings,
        signal,
        retries: retry,
        ...(bail !== undefined && { bail: bail === true ? 1 : bail }),
        onOutput: ({ name }, lines) => passOn(name, lines),
        onResult: (result) => {
          if (!hasBegun) this.#outputs.begin({ names: locations.map(({ name }) => name) });
          hasBegun = true;
          this.#outputs.scenario(result);
        },
      }),
    );
  }

  #sayLate(of: string, error: string): void {
    this.hasLateErrors = true;
    const line = this.#context.messages.errors.lateError(of, error);
    process.stderr.write(harmless(`asyncio-lab: ${visible(line)}\n`));
  }
}

/** Call a function; the crew ends with it, and however this process ends meanwhile. */
export async function endingWith<T>(crew: Crew, fn: () => Promise<T>): Promise<T> {
  try {
    return await leavingNothing(() => crew.end(), fn);
  } finally {
    crew.end();
  }
}

/** Show what a scenario has written by itself, beside the reports. */
export function passOn(name: string, lines: readonly string[]): void {
  const text = lines.map((line) => `${visible(name)} | ${visible(line)}\n`).join('');
  process.stderr.write(harmless(text));
}

/**
 * Locate what is to be checked; each module once.
 *
 * @throws FindError when a name or a path stands for nothing.
 */
export function locationsOf(
  names: readonly string[],
  { shard }: CheckOptions,
): readonly Location[] {
  const references = names.length === 0 ? builtInNames() : names;
  const locations = new Map<string, Location>();
  for (const reference of references) {
    const located = locate(reference);
    if (located.length === 0) {
      throw new FindError({ type: 'empty-folder', path: resolve(reference) });
    }
    for (const location of located) {
      const known = locations.get(location.path);
      if (known === undefined || known.mayBeHelper) locations.set(location.path, location);
    }
  }
  const all = [...locations.values()];
  return shard === undefined ? all : shardOf(all, shard);
}

export function settingsFrom(
  clock: Clock,
  { timeLimit, tolerance = defaultTolerance }: CheckOptions,
): Omit<Settings, 'signal' | 'variants'> {
  return {
    clock,
    timeLimit: timeLimit ?? defaultTimeLimit,
    ...(clock.kind === 'virtual' ? { worldLimit: timeLimit ?? defaultWorldLimit } : { tolerance }),
  };
}
