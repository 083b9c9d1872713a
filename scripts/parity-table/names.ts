/**
 * What asyncio has: the public names of CPython, recorded from CPython itself.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { PythonFault } from '../../src/lab/cpython/interpreter.js';
import { pyodideInterpreter } from '../../src/lab/cpython/pyodide.js';

/** What a name stands for. */
export type Kind = 'class' | 'coroutine' | 'function' | 'value';

/** A public name of asyncio's. */
export interface Name {
  readonly kind: Kind;
  /** Of a class: those of its bases that are public themselves. */
  readonly bases?: readonly string[];
  /** Of a class: what it has besides what its bases have. */
  readonly members?: Readonly<Record<string, Kind>>;
}

/** All public names, module by module. */
export interface Names {
  /** The version of Python. */
  readonly python: string;
  readonly modules: Readonly<Record<string, Readonly<Record<string, Name>>>>;
}

const recording = new URL('asyncio.cpython.json', import.meta.url);

/** Read the names from the recording. */
export function readNames(): Names {
  return JSON.parse(readFileSync(recording, 'utf8')) as Names;
}

/** Ask CPython for the names, and record them. */
export async function recordNames(): Promise<void> {
  const source = readFileSync(new URL('names.py', import.meta.url), 'utf8');
  const interpreter = await pyodideInterpreter();
  const { outcome } = await interpreter.run({ source, name: 'names', entry: 'main' });
  if (outcome.type === 'error') throw new PythonFault(`${outcome.name}: ${outcome.message}`);
  const names = JSON.parse(outcome.value as string) as Names;
  writeFileSync(recording, `${JSON.stringify(names, null, 2)}\n`);
}
