/**
 * What `asyncio-lab record` does: has CPython run the twins of scenarios, shows what has changed since
 * the last time, and writes down what it did beside each scenario.
 *
 * A file that would not change is left alone.
 */

import { existsSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInNames } from '../lab/builtins.js';
import type { Interpreter } from '../lab/cpython/interpreter.js';
import { recordScenario } from '../lab/cpython/record.js';
import {
  formatRecording,
  type Recording,
  readRecording,
  recordingFileOf,
  writeRecording,
} from '../lab/cpython/recording.js';
import type { Found } from '../lab/found.js';
import { systemCause } from '../lab/system-cause.js';
import type { Pair } from '../lab/twins.js';
import { recordingChanges } from '../report/recording-changes.js';
import type { Style } from '../report/style.js';
import { visible } from '../report/visible.js';
import type { Context } from './context.js';
import { findPairsAloud } from './find-pairs.js';
import type { RecordOptions } from './record.js';
import { UsageError } from './usage-error.js';
import { withPython } from './with-python.js';

/** How many seconds a program may take. On the virtual clock none takes any. */
const timeLimit = 60;

/** Record scenarios, and return the exit code. */
export async function recordScenarios(
  names: readonly string[],
  { all, python }: RecordOptions,
  context: Context,
): Promise<number> {
  const { pairs, areAllSound } = await findPairsAloud(all ? builtInNames() : names, context);
  const wanted = { clock: 'virtual', timeLimit, ...(python !== undefined && { python }) } as const;
  await withPython(wanted, context, async ({ interpreter }) => {
    const style = await context.style();
    for (const pair of pairs) await record(pair, interpreter, style, context);
  });
  return areAllSound ? 0 : 1;
}

async function record(
  { found, twin }: Pair,
  interpreter: Interpreter,
  style: Style,
  { messages }: Context,
): Promise<void> {
  const source = readFileSync(twin, 'utf8');
  const program = basename(twin, '.py');
  const made = await recordScenario(interpreter, found.scenario, program, source);
  const scenario = basename(found.source, extname(found.source));
  const recording = { ...made, scenario };
  const text = formatRecording(recording);
  const changed = placesOf(found).filter((path) => textAt(path) !== text);
  const { recorded, unchanged } = style.words.record;
  const [path] = changed;
  const changes = path === undefined ? [] : recordingChanges(recordingAt(path), recording, style);
  const verdict = path === undefined ? unchanged : recorded;
  process.stdout.write(`${[`${verdict}  ${visible(found.name)}`, ...changes].join('\n')}\n`);
  for (const place of changed) {
    try {
      writeRecording(place, recording);
    } catch (error) {
      throw new UsageError(messages.errors.cannotWrite(place, systemCause(error)));
    }
  }
}

/** Beside the file that its author edits; and beside the module that is run, if it is another. */
function placesOf({ source, module }: Found): string[] {
  return [...new Set([source, fileURLToPath(module)].map(recordingFileOf))];
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** A file that is no recording has nothing to compare with. */
function recordingAt(path: string): Recording | undefined {
  const text = textAt(path);
  if (text === undefined) return undefined;
  try {
    return readRecording(text);
  } catch {
    return undefined;
  }
}
