/**
 * What `asyncio-lab record` does: has CPython run the twins of scenarios and the solutions of
 * exercises, shows what has changed since the last time, and writes down what it did beside each.
 */

import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInNames } from '../lab/builtins.js';
import type { Interpreter } from '../lab/cpython/interpreter.js';
import { recordScenario } from '../lab/cpython/record.js';
import { recordingFileOf } from '../lab/cpython/recording.js';
import { exerciseFolders } from '../lab/exercise/exercise-folders.js';
import { recordExercise } from '../lab/exercise/record.js';
import type { Found } from '../lab/found.js';
import type { Pair } from '../lab/twins.js';
import type { Style } from '../report/style.js';
import type { Context } from './context.js';
import { findPairsAloud } from './find-pairs.js';
import { keepRecording } from './keep-recording.js';
import type { RecordOptions } from './record.js';
import { withPython } from './with-python.js';

/** How many seconds a program may take. On the virtual clock none takes any. */
const timeLimit = 60;

/** Record scenarios and exercises, and return the exit code. */
export async function recordScenarios(
  names: readonly string[],
  { all, python }: RecordOptions,
  context: Context,
): Promise<number> {
  const folders = names.flatMap(exerciseFolders);
  const others = names.filter((name) => exerciseFolders(name).length === 0);
  const isOnlyExercises = folders.length > 0 && others.length === 0;
  const { pairs, areAllSound } = isOnlyExercises
    ? { pairs: [], areAllSound: true }
    : await findPairsAloud(all ? builtInNames() : others, context);
  const wanted = { clock: 'virtual', timeLimit, ...(python !== undefined && { python }) } as const;
  await withPython(wanted, context, async ({ interpreter }) => {
    const style = await context.style();
    for (const pair of pairs) await record(pair, interpreter, style, context);
    for (const folder of folders) await recordIn(folder, interpreter, style, context);
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
  keepRecording(found.name, { ...made, scenario }, placesOf(found), style, messages);
}

/** An exercise without a solution in Python is held to the one that it has. */
async function recordIn(
  folder: string,
  interpreter: Interpreter,
  style: Style,
  { messages }: Context,
): Promise<void> {
  const name = basename(folder);
  const python = join(folder, `${name}.py`);
  if (!existsSync(python)) return;
  const recording = await recordExercise(interpreter, name, readFileSync(python, 'utf8'));
  keepRecording(name, recording, [recordingFileOf(join(folder, `${name}.ts`))], style, messages);
}

/** Beside the file that its author edits; and beside the module that is run, if it is another. */
function placesOf({ source, module }: Found): string[] {
  return [...new Set([source, fileURLToPath(module)].map(recordingFileOf))];
}
