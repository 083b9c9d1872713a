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

const module = readFileSync(new URL('interpreter.py', import.meta.url), 'utf8');

const load = `
import sys, types
def main():
    module = sys.modules["parity"] = types.ModuleType("parity")
    exec(compile(${JSON.stringify(module)}, "interpreter.py", "exec"), vars(module))
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
      `import json, parity\ndef main():\n    parity.Interpreter(json.loads(${data})).run()\n`,
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
