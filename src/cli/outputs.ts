/**
 * Where the reports of a check go: each format to standard output or to a file of its own.
 *
 * Only one report fits on standard output; annotations for GitHub go along with one that people
 * read. In GitHub Actions they come by themselves, and to standard error where a report for machines
 * has the standard output: GitHub reads both. A file is written when everything has ended, whole or
 * not at all; whether it can be is found out before anything runs. No report replaces what somebody
 * has written by hand, or recorded.
 */

import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Results, ScenarioResult } from '../lab/result.js';
import { systemCause } from '../lab/system-cause.js';
import { isDevice, targetOf, writeAtomically } from '../lab/write-atomically.js';
import type { Facts, Format, Plan } from '../report/format.js';
import type { Context } from './context.js';
import { type FormatName, formatNamed, formatNames, isForMachines } from './formats.js';
import { harmless, isInActions } from './github-actions.js';
import type { Messages } from './messages.js';
import type { OutputOptions } from './output-options.js';
import { withPortablePaths } from './portable-paths.js';
import { writeStepSummary } from './step-summary.js';
import { UsageError } from './usage-error.js';

/** Takes the results of a check as they come, in the scenarios' order, and writes its reports. */
export interface Outputs {
  readonly begin: (plan: Plan) => void;
  readonly scenario: (result: ScenarioResult) => void;
  readonly end: (results: Results) => Promise<void>;
}

/** A place that a report goes to. */
interface Target {
  readonly write: (text: string) => void;
  readonly end?: () => void;
}

/**
 * Prepare the reports that the options ask for.
 *
 * @param inActions whether GitHub is to be told without being asked for
 * @throws UsageError when the options do not fit, or when a file cannot be written.
 */
export async function openOutputs(
  options: OutputOptions,
  facts: Facts,
  context: Context,
  inActions = isInActions(),
): Promise<Outputs> {
  const { messages } = context;
  const asked = formatsIn(options, messages);
  const files = filesIn(options, asked, messages);
  const main = checkScreen(
    asked.filter((name) => !files.has(name)),
    messages,
  );
  const names = inActions && !asked.includes('github') ? [...asked, 'github' as const] : asked;
  const opened: (readonly [Format, Target])[] = [];
  for (const name of names) {
    const path = files.get(name);
    const format = await formatNamed(name, facts, context, path !== undefined);
    const isBeside = name === 'github' && main !== undefined && isForMachines(main);
    const target =
      path === undefined
        ? streamTarget(name, isBeside ? process.stderr : process.stdout)
        : fileTarget(path, messages);
    opened.push([format, target]);
  }
  const write = (textOf: (format: Format) => string | undefined) => {
    for (const [format, target] of opened) target.write(textOf(format) ?? '');
  };
  let hasBegun = false;
  const begin = (plan: Plan) => {
    hasBegun = true;
    write((format) => format.begin?.(plan));
  };
  return {
    begin,
    scenario: (result) => write((format) => format.scenario?.(withPortablePaths(result))),
    end: async (results) => {
      // A shard may have nothing to do.
      if (!hasBegun) begin({ names: results.scenarios.map(({ name }) => name) });
      const all = { ...results, scenarios: results.scenarios.map(withPortablePaths) };
      write((format) => format.end?.(all));
      for (const [, target] of opened) target.end?.();
      if (names.includes('github')) await writeStepSummary(all, facts);
    },
  };
}

function formatsIn({ reporter, json }: OutputOptions, { errors }: Messages): FormatName[] {
  const asked = [...(reporter ?? []), ...(json ? ['json'] : [])];
  const unknown = asked.find((value) => !isFormat(value));
  if (unknown !== undefined) {
    throw new UsageError(errors.unknownReporter(unknown, formatNames.join(', ')));
  }
  return asked.length === 0 ? ['default'] : formatNames.filter((name) => asked.includes(name));
}

function isFormat(value: string): value is FormatName {
  return (formatNames as readonly string[]).includes(value);
}

/** Tell which formats go to which files; a path alone is for the first format that is none to watch. */
function filesIn(
  { outputFile = [] }: OutputOptions,
  names: readonly FormatName[],
  { errors }: Messages,
): Map<FormatName, string> {
  const files = new Map<FormatName, string>();
  for (const value of outputFile) {
    const [, prefix, rest = ''] = /^([\w-]+)=(.*)$/s.exec(value) ?? [];
    if (prefix !== undefined && !isFormat(prefix)) {
      throw new UsageError(errors.unknownFormat(value, prefix, formatNames.join(', ')));
    }
    const name = prefix ?? names.find(isForMachines) ?? names[0] ?? 'default';
    const path = resolve(prefix === undefined ? value : rest);
    if (!names.includes(name)) throw new UsageError(errors.fileWithoutReporter(value, name));
    const other = [...files].find(([key, taken]) => key === name || taken === path);
    if (other !== undefined) {
      throw new UsageError(errors.conflict(`--output-file ${other[1]}`, value));
    }
    files.set(name, path);
  }
  return files;
}

/** Return the format that has the screen; GitHub's annotations are no trouble to one that people read. */
function checkScreen(names: readonly FormatName[], { errors }: Messages): FormatName | undefined {
  const [main, other] = names.filter((name) => name !== 'github');
  const second = other ?? names.find((name) => name === 'github' && main && isForMachines(main));
  if (main !== undefined && second !== undefined) {
    throw new UsageError(errors.twoOnStdout(main, second));
  }
  return main;
}

/** What a scenario prints is never to be taken for a command of the workflow that we run in. */
function streamTarget(name: FormatName, stream: NodeJS.WriteStream): Target {
  const shown = name === 'default' || name === 'dot' ? harmless : asItIs;
  return { write: (text) => text !== '' && stream.write(shown(text)) };
}

function asItIs(text: string): string {
  return text;
}

function fileTarget(path: string, { errors }: Messages): Target {
  const attempt = (action: () => void) => {
    try {
      action();
    } catch (error) {
      throw new UsageError(errors.cannotWrite(path, systemCause(error)));
    }
  };
  let whole = '';
  attempt(() => checkWritable(path));
  if (isProgram(path)) throw new UsageError(errors.replacesProgram(path));
  return {
    write: (text) => {
      whole += text;
    },
    end: () => attempt(() => writeAtomically(path, whole)),
  };
}

function checkWritable(path: string): void {
  if (isDevice(path)) {
    accessSync(path, constants.W_OK);
    return;
  }
  const target = targetOf(path);
  mkdirSync(dirname(target), { recursive: true });
  accessSync(dirname(target), constants.W_OK);
  const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder) throw new Error('EISDIR: illegal operation on a directory, write');
}

/** Return whether there is a program, a recording or an expectation, by the name of the file. */
function isProgram(path: string): boolean {
  const target = targetOf(path);
  const name = /\.(?:[cm]?[jt]sx?|py|(?:cpython|expected)\.json)$/;
  return [path, target].some((it) => name.test(it)) && existsSync(target);
}
