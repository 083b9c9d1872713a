/**
 * The machine's own Python, 3.12 or later, as a child process.
 *
 * It speaks JSON, one line for each request and each answer, and ends when its standard input does.
 */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Guard } from '../guard.js';
import { pythonFolder } from '../python-folder.js';
import {
  type Interpreter,
  lastLine,
  type Program,
  PythonFault,
  type PythonFaultReason,
  placeOf,
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
 * @param timeLimit how many seconds of the world a program may take.
 * @param signal ends it, at once and whatever it does.
 * @throws PythonFault when there is none, or when it is older than 3.12.
 */
export async function nativeInterpreter(
  command = 'python3',
  timeLimit = 60,
  signal?: AbortSignal,
): Promise<Interpreter> {
  const options = ['-B', '-X', 'utf8', '-c', start, fileURLToPath(pythonFolder)];
  const child = spawn(command, options, {
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONASYNCIODEBUG: '' },
    killSignal: 'SIGKILL',
    ...(signal && { signal }),
  });
  const native = new NativeInterpreter(command, child, timeLimit);
  try {
    await native.ready;
    return native;
  } catch (error) {
    native.close();
    throw error;
  }
}

interface Waiting {
  resolve(answer: string): void;
  reject(fault: PythonFault): void;
}

function whyNotStarted(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return 'no such program';
    case 'EACCES':
      return 'permission denied';
    default:
      return error.message;
  }
}

class NativeInterpreter implements Interpreter {
  python = '';
  readonly ready: Promise<void>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #timeLimit: number;
  readonly #guard: Guard;
  readonly #waiting: Waiting[] = [];
  /** The program that runs now. */
  #program: Program | undefined;
  #fault: PythonFault | undefined;

  constructor(command: string, child: ChildProcessWithoutNullStreams, timeLimit: number) {
    this.#child = child;
    this.#guard = new Guard(child.pid);
    this.#timeLimit = timeLimit;
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', (error) => this.#fail(`${command}: ${whyNotStarted(error)}`));
    child.on('exit', () => this.#guard.end());
    child.on('close', (code, killedBy) => {
      if (this.#program === undefined) {
        this.#fail(`${command}: ${lastLine(errors) || 'it has ended'}`);
      } else
        this.#fail(`${placeOf(this.#program)} (${killedBy ?? `exit code ${code}`})`, 'ends-python');
    });
    child.stdin.on('error', () => {}); // the child's end says why
    const answers = createInterface({ input: child.stdout });
    answers.on('line', (line) => this.#waiting.shift()?.resolve(line));
    this.ready = this.#answer().then((hello) => {
      const python = versionIn(hello);
      if (python === undefined) throw new PythonFault(`${command}: it is no Python`, 'interpreter');
      this.python = python;
    });
  }

  async run(program: Program): Promise<Transcript> {
    const answer = this.#answer();
    this.#child.stdin.write(`${JSON.stringify(program)}\n`);
    const timer = setTimeout(() => this.#giveUp(program), this.#timeLimit * 1000);
    this.#program = program;
    this.#guard.begin();
    try {
      return readAnswer(await answer);
    } finally {
      this.#program = undefined;
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#guard.end();
    this.#child.kill('SIGKILL');
  }

  #giveUp(program: Program): void {
    this.#fail(placeOf(program), 'never-ends');
    this.#child.kill('SIGKILL');
  }

  #answer(): Promise<string> {
    if (this.#fault !== undefined) return Promise.reject(this.#fault);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #fail(message: string, reason: PythonFaultReason = 'interpreter'): void {
    this.#fault ??= new PythonFault(message, reason);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#fault);
  }
}

function versionIn(hello: string): string | undefined {
  return /^\{"python": "([^"]+)"\}$/.exec(hello)?.[1];
}
