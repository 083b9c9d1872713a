/**
 * Runs programs on CPython, under the virtual clock: the interpreter in Python is loaded once, as a
 * module, and then called for each program.
 */
import { readFileSync } from 'node:fs';
import {
  type Interpreter,
  PythonFault,
  type Program as PythonProgram,
} from '../../src/lab/cpython/interpreter.js';
import type { Program } from './program.js';
import { type Transcript, transcriptOf } from './transcript.js';

/** What puts a file beside this one into Python, as a module of its name. */
function module(name: string): string {
  const source = readFileSync(new URL(`${name}.py`, import.meta.url), 'utf8');
  return `
    module = sys.modules["${name}"] = types.ModuleType("${name}")
    exec(compile(${JSON.stringify(source)}, "${name}.py", "exec"), vars(module))
`;
}

const load = `
import sys, types
def main():
${module('frames')}
${module('interpreter')}
`;

/** Real CPython, ready to run programs that are data. */
export class CPython {
  readonly #interpreter: Interpreter;

  private constructor(interpreter: Interpreter) {
    this.#interpreter = interpreter;
  }

  /** Load the interpreter for programs into Python. */
  static async load(interpreter: Interpreter): Promise<CPython> {
    await call(interpreter, load);
    return new CPython(interpreter);
  }

  /** Run a program and write down what it does. */
  async run(program: Program): Promise<Transcript> {
    const data = JSON.stringify(JSON.stringify(program));
    const { lines, warnings, reports, errors, elapsed } = await call(
      this.#interpreter,
      `import json, interpreter\ndef main():\n    interpreter.Interpreter(json.loads(${data})).run()\n`,
    );
    return transcriptOf({
      lines,
      warnings: [
        ...warnings,
        ...reports.map(({ message }) => message),
        ...errors.filter((text) => text.startsWith('Executing ')),
      ],
      elapsed,
    });
  }
}

async function call(interpreter: Interpreter, source: string) {
  const program: PythonProgram = { source, name: 'parity', entry: 'main' };
  const transcript = await interpreter.run(program);
  const { outcome } = transcript;
  if (outcome.type === 'error') throw new PythonFault(`${outcome.name}: ${outcome.message}`);
  return transcript;
}
