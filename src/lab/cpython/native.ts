/**
 * The machine's own Python, 3.12 or later, as a child process.
 *
 * It speaks JSON, one line for each request and each answer, and ends when its standard input does.
 */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  type Interpreter,
  lastLine,
  type Program,
  PythonFault,
  packageFolder,
  readAnswer,
  type Transcript,
} from './interpreter.js';

// Any Python can read this much, so that one that is too old can say so.
const start = `
import sys
if sys.version_info < (3, 12):
    sys.exit("Python %d.%d is too old, 3.12 or later is needed" % sys.version_info[:2])
sys.path.insert(0, sys.argv[1])
from virtual_clock.serve import serve
serve()
`;

/**
 * Start a Python of this machine.
 *
 * @param command its path, or its name on the PATH.
 * @throws PythonFault when there is none, or when it is older than 3.12.
 */
export async function nativeInterpreter(command = 'python3'): Promise<Interpreter> {
  const options = ['-B', '-X', 'utf8', '-c', start, fileURLToPath(packageFolder)];
  const child = spawn(command, options, {
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONASYNCIODEBUG: '' },
  });
  const native = new NativeInterpreter(command, child);
  await native.ready;
  return native;
}

interface Waiting {
  resolve(answer: string): void;
  reject(fault: PythonFault): void;
}

class NativeInterpreter implements Interpreter {
  python = '';
  readonly ready: Promise<void>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting: Waiting[] = [];
  #fault: PythonFault | undefined;

  constructor(command: string, child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', (error) => this.#fail(`${command}: ${error.message}`));
    child.on('close', () => this.#fail(`${command}: ${lastLine(errors) || 'it has ended'}`));
    child.stdin.on('error', () => {}); // the child's end says why
    const answers = createInterface({ input: child.stdout });
    answers.on('line', (line) => this.#waiting.shift()?.resolve(line));
    this.ready = this.#answer().then((hello) => {
      this.python = (JSON.parse(hello) as { python: string }).python;
    });
  }

  async run(program: Program): Promise<Transcript> {
    const answer = this.#answer();
    this.#child.stdin.write(`${JSON.stringify(program)}\n`);
    return readAnswer(await answer);
  }

  close(): void {
    this.#child.kill();
  }

  #answer(): Promise<string> {
    if (this.#fault !== undefined) return Promise.reject(this.#fault);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #fail(message: string): void {
    this.#fault ??= new PythonFault(message);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#fault);
  }
}
