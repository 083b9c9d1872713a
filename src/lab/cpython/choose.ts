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
  /** Ends an interpreter that is a process of its own, whatever it does. */
  readonly signal?: AbortSignal;
}

/** An interpreter, under the name by which it was found. */
export interface Chosen {
  readonly interpreter: Interpreter;
  readonly name: string;
  /** Whether it is a process of its own, so that this one is free while programs run. */
  readonly isApart: boolean;
}

const pyodide = 'pyodide';
const onPath = 'python3';

/**
 * Start the interpreter that fits.
 *
 * @throws PythonFault when there is none, and when the one that was asked for cannot be used.
 */
export async function chooseInterpreter(wanted: Wanted): Promise<Chosen> {
  const { python, clock } = wanted;
  if (python === pyodide) {
    if (clock === 'real') throw new PythonFault(pyodide, 'real-clock');
    return { interpreter: await pyodideInterpreter(), name: pyodide, isApart: false };
  }
  if (python !== undefined) {
    return native(python, wanted);
  }
  try {
    return await native(onPath, wanted);
  } catch (error) {
    if (!(error instanceof PythonFault)) throw error;
    if (clock === 'real') throw new PythonFault(error.message, 'real-clock');
    return { interpreter: await pyodideInsteadOf(error), name: pyodide, isApart: false };
  }
}

async function native(name: string, { timeLimit, signal }: Wanted): Promise<Chosen> {
  return { interpreter: await nativeInterpreter(name, timeLimit, signal), name, isApart: true };
}

async function pyodideInsteadOf({ message }: PythonFault): Promise<Interpreter> {
  try {
    return await pyodideInterpreter();
  } catch (error) {
    throw error instanceof PythonFault ? new PythonFault(message, 'none') : error;
  }
}
