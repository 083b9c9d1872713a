/**
 * `npm run record [-- names… --python PATH]`: records what CPython does with the scenarios.
 *
 * Without names it records every scenario that has a Python twin, and without a path it asks
 * Pyodide's CPython. Recordings are what scenarios are held to: look at what changed in them.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Interpreter } from '../src/lab/cpython/interpreter.js';
import { nativeInterpreter } from '../src/lab/cpython/native.js';
import { pyodideInterpreter } from '../src/lab/cpython/pyodide.js';
import { recordScenario } from '../src/lab/cpython/record.js';
import { formatRecording, writeRecording } from '../src/lab/cpython/recording.js';
import { loadScenario } from '../src/lab/load.js';

const scenarios = fileURLToPath(new URL('../scenarios', import.meta.url));

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { python: { type: 'string' } },
    allowPositionals: true,
  });
  const interpreter = await (values.python === undefined
    ? pyodideInterpreter()
    : nativeInterpreter(values.python));
  try {
    for (const name of positionals.length > 0 ? positionals : withTwins()) {
      const isNew = await record(interpreter, name);
      console.log(`${isNew ? 'recorded ' : 'unchanged'}  ${name}`);
    }
  } finally {
    interpreter.close();
  }
}

function withTwins(): string[] {
  return readdirSync(scenarios).filter((name) => existsSync(fileOf(name, '.py')));
}

async function record(interpreter: Interpreter, name: string): Promise<boolean> {
  if (!withTwins().includes(name)) throw new Error(`no scenario with a twin is named '${name}'`);
  const source = readFileSync(fileOf(name, '.py'), 'utf8');
  const scenario = await loadScenario(fileOf(name, '.ts'));
  const recording = await recordScenario(interpreter, scenario, name, source);
  const path = fileOf(name, '.cpython.json');
  if (existsSync(path) && readFileSync(path, 'utf8') === formatRecording(recording)) return false;
  writeRecording(path, recording);
  return true;
}

function fileOf(name: string, ending: string): string {
  return join(scenarios, name, name + ending);
}

try {
  await main();
} catch (error) {
  const [line] = (error as Error).message.split('\n');
  console.error(`record: ${line}`);
  process.exitCode = 1;
}
