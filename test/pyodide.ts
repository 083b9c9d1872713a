/**
 * CPython as WebAssembly, for all tests that only run programs on it: it is loaded once for the files
 * that share a process, which vitest.config.ts names.
 */

import { pyodideInterpreter } from '../src/lab/cpython/pyodide.js';

export const pyodide = await pyodideInterpreter();
