/**
 * Chooses the CPython that scenarios are compared with and recorded from: the one that was asked
 * for, else the machine's own, else the npm package `pyodide` where it is installed.
 */

import { type Interpreter, PythonFault } from './interpreter.js';
import { nativeInterpreter } from './native.js';
import { pyodideInterpreter } from './pyodide.js';

/** What is asked of an interpreter. */
export interface Wanted {
  /** A path, a name on the PATH, or `pyodide`; any that there is when absent. */
  readonly python?: string;
  readonly clock: 'virtual' | 'real';
  /** How many seconds a program may take. */
  readonly timeLimit: number;
}

/** An interpreter, under the name by which it was found. */
export interface Chosen {
  readonly interpreter: Interpreter;
  readonly name: string;
}

const pyodide = 'pyodide';
const onPath = 'python3';

/**
 * Start the interpreter that fits.
 *
 * @throws PythonFault when there is none, and when the one that was asked for cannot be used.
 */
export async function chooseInterpreter({ python, clock, timeLimit }: Wanted): Promise<Chosen> {
  if (python === pyodide) {
    if (clock === 'real') throw new PythonFault(pyodide, 'real-clock');
    return { interpreter: await pyodideInterpreter(), name: pyodide };
  }
  if (python !== undefined) {
    return { interpreter: await nativeInterpreter(python, timeLimit), name: python };
  }
  try {
    return { interpreter: await nativeInterpreter(onPath, timeLimit), name: onPath };
  } catch (error) {
    if (!(error instanceof PythonFault)) throw error;
    if (clock === 'real') throw new PythonFault(error.message, 'real-clock');
    return { interpreter: await pyodideInsteadOf(error), name: pyodide };
  }
}

async function pyodideInsteadOf({ message }: PythonFault): Promise<Interpreter> {
  try {
    return await pyodideInterpreter();
  } catch (error) {
    throw error instanceof PythonFault ? new PythonFault(message, 'none') : error;
  }
}
