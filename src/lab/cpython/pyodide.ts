/**
 * CPython as WebAssembly: the npm package `pyodide`, loaded when it is first wanted (2 to 3 s).
 *
 * It runs in this very process, without a network and without threads, so a program that computes
 * for long holds up everything else.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pythonFolder } from '../python-folder.js';
import {
  type Interpreter,
  lastLine,
  type Program,
  PythonFault,
  placeOf,
  readAnswer,
} from './interpreter.js';

const start = `
import sys
sys.path.insert(0, '/')
from virtual_clock.serve import answer
sys.version.split()[0]
`;

/**
 * Load Pyodide's CPython: the one that is installed where the user works, or else ours.
 *
 * @throws PythonFault when the package is not installed, or cannot be used.
 */
export async function pyodideInterpreter(): Promise<Interpreter> {
  const pyodide = await load();
  const folder = new URL('./virtual_clock/', pythonFolder);
  pyodide.FS.mkdirTree('/virtual_clock');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.py'))) {
    pyodide.FS.writeFile(`/virtual_clock/${file}`, readFileSync(new URL(file, folder)));
  }
  const python: string = guarded(
    () => pyodide.runPython(start),
    (message) => new PythonFault(message, 'interpreter'),
  );
  const answer = pyodide.globals.get('answer') as (request: string) => string;
  return {
    python,
    run: async (program) => {
      if (program.on === 'real') throw new PythonFault('pyodide has no threads', 'real-clock');
      return readAnswer(
        guarded(
          () => answer(JSON.stringify(program)),
          (message) => faultOf(program, message),
        ),
      );
    },
    close() {},
  };
}

async function load() {
  const path = pyodidePath();
  if (path === undefined) {
    throw new PythonFault(
      "the package 'pyodide' is not installed: npm install pyodide",
      'interpreter',
    );
  }
  const { loadPyodide }: typeof import('pyodide') = await import(pathToFileURL(path).href);
  return loadPyodide();
}

function pyodidePath(): string | undefined {
  for (const place of [resolve('package.json'), import.meta.url]) {
    try {
      return createRequire(place).resolve('pyodide/pyodide.mjs');
    } catch {
      // It is not installed there.
    }
  }
  return undefined;
}

/** Printed as they are, Pyodide's errors show its whole module. */
function guarded<T>(call: () => T, faultFrom: (message: string) => PythonFault): T {
  try {
    return call();
  } catch (error) {
    throw faultFrom(lastLine(String(error)));
  }
}

/** Pyodide throws where a program ends the interpreter. */
function faultOf(program: Program, message: string): PythonFault {
  const [, status] = /^Exit: .*\((\d+)\)$/.exec(message) ?? [];
  return status === undefined
    ? new PythonFault(message)
    : new PythonFault(`${placeOf(program)} (exit code ${status})`, 'ends-python');
}
