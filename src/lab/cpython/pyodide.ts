/**
 * CPython as WebAssembly: the npm package `pyodide`, loaded when it is first wanted (2 to 3 s).
 *
 * It runs in this very process, without a network and without threads, so a program that computes
 * for long holds up everything else.
 */

import { readdirSync, readFileSync } from 'node:fs';
import {
  type Interpreter,
  lastLine,
  PythonFault,
  packageFolder,
  readAnswer,
} from './interpreter.js';

const start = `
import sys
sys.path.insert(0, '/')
from virtual_clock.serve import answer
sys.version.split()[0]
`;

/**
 * Load Pyodide's CPython.
 *
 * @throws PythonFault when the package is not installed.
 */
export async function pyodideInterpreter(): Promise<Interpreter> {
  const pyodide = await load();
  const folder = new URL('./virtual_clock/', packageFolder);
  pyodide.FS.mkdirTree('/virtual_clock');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.py'))) {
    pyodide.FS.writeFile(`/virtual_clock/${file}`, readFileSync(new URL(file, folder)));
  }
  const python: string = pyodide.runPython(start);
  const answer = pyodide.globals.get('answer') as (request: string) => string;
  return {
    python,
    run: async (program) => readAnswer(guarded(() => answer(JSON.stringify(program)))),
    close() {},
  };
}

async function load() {
  const { loadPyodide } = await import('pyodide').catch(() => {
    throw new PythonFault("the package 'pyodide' is not installed: npm install pyodide");
  });
  return loadPyodide();
}

/** Printed as they are, Pyodide's errors show its whole module. */
function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new PythonFault(lastLine(String(error)));
  }
}
