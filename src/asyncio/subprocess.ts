/**
 * Child processes: started, fed, read and waited for.
 */
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import { ValueError } from '../core/exceptions.js';
import { type Keyword, keyword } from '../core/keyword.js';
import { BrokenPipeError, ConnectionResetError, osError } from '../core/oserrors.js';
import type { ProcessOrder, StandardStream } from '../core/processes.js';
import { repr, typeName } from '../core/repr.js';
import { getRunningLoop } from '../core/running.js';
import type { Signal } from '../core/signals.js';
import { gather } from './gather.js';
import type { StreamReader } from './streamreader.js';
import type { StreamWriter } from './streamwriter.js';
import { SubprocessStreamProtocol } from './subprocessprotocol.js';
import { SubprocessTransport } from './subprocesstransport.js';

/** A pipe between the program and the process (`asyncio.subprocess.PIPE`). */
export const PIPE = -1;

/** For `stderr`: wherever `stdout` goes to (`asyncio.subprocess.STDOUT`). */
export const STDOUT = -2;

/** Nothing to read, and what is written is lost (`asyncio.subprocess.DEVNULL`). */
export const DEVNULL = -3;

/** What a process is started with. */
export interface SubprocessOptions {
  /** Its input: `PIPE`, `DEVNULL`, a file descriptor, or by default the program's own. */
  readonly stdin?: number | undefined;
  /** Its output, in the same way. */
  readonly stdout?: number | undefined;
  /** Its errors, in the same way, or `STDOUT`. */
  readonly stderr?: number | undefined;
  /** The folder that it runs in; the program's own by default. */
  readonly cwd?: string | undefined;
  /** All of its environment variables, those that are `undefined` left out; the program's own by default. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** The longest line that its readers read, in bytes; 64 KiB by default. */
  readonly limit?: number | undefined;
  /**
   * Whether it begins a session of its own, so that Ctrl-C does not reach it, and `process.kill(-child.pid)`
   * reaches whatever it has started too; `false` by default.
   */
  readonly startNewSession?: boolean | undefined;
}

/**
 * A child process (`asyncio.subprocess.Process`).
 *
 * `createSubprocessExec` and `createSubprocessShell` make one.
 *
 * @example
 * const child = yield* createSubprocessExec('sort', { stdin: PIPE, stdout: PIPE });
 * const [sorted] = yield* child.communicate(new TextEncoder().encode('b\na\n'));
 * print(child.returncode); // 0
 */
export class Process {
  /** Its number. */
  readonly pid: number;
  /** Writes to its input, if that is a `PIPE`. */
  readonly stdin: StreamWriter | undefined;
  /** Reads its output, if that is a `PIPE`. */
  readonly stdout: StreamReader | undefined;
  /** Reads its errors, if they are a `PIPE`. */
  readonly stderr: StreamReader | undefined;
  readonly #transport: SubprocessTransport;

  /** @internal */
  constructor(transport: SubprocessTransport, protocol: SubprocessStreamProtocol) {
    this.#transport = transport;
    this.pid = transport.pid;
    this.stdin = protocol.stdin;
    this.stdout = protocol.stdout;
    this.stderr = protocol.stderr;
  }

  /**
   * How it ended: its exit code, or the number of the signal that ended it, negative. `undefined` as
   * long as the loop has not learnt of its end.
   */
  get returncode(): number | undefined {
    return this.#transport.returncode;
  }

  /**
   * Wait until it has ended, and return its `returncode` (`Process.wait`).
   *
   * With `PIPE`s that nobody reads it may never end: it waits for room. `communicate` reads them.
   */
  wait(): Coroutine<number> {
    return namedCoroutine('Process.wait', this.#wait());
  }

  /**
   * Write its input, read all of its output and errors, and wait until it has ended
   * (`Process.communicate`).
   *
   * Returns what it wrote to `stdout` and to `stderr`; `undefined` for one that is no `PIPE`. What is
   * read is all in memory. That it does not read its input to the end is no error.
   *
   * @param input what to write, where `stdin` is a `PIPE`; then its input is closed
   * @example
   * const [stdout, stderr] = yield* child.communicate(new TextEncoder().encode('hello\n'));
   */
  communicate(
    input?: Keyword<'input', Uint8Array | undefined>,
  ): Coroutine<[stdout: Uint8Array | undefined, stderr: Uint8Array | undefined]> {
    return namedCoroutine('Process.communicate', this.#communicate(keyword(input, 'input')));
  }

  /**
   * Send it a signal (`Process.send_signal`); nothing when it has just ended.
   *
   * @param signal its name or number, `'SIGTERM'` or 15
   * @throws ProcessLookupError when its end is known.
   * @throws ValueError when the system has no signal of this name, OSError of this number.
   */
  sendSignal(signal: Signal): void {
    this.#transport.sendSignal(signal);
  }

  /**
   * Ask it to end: SIGTERM (`Process.terminate`).
   *
   * @throws ProcessLookupError when its end is known.
   */
  terminate(): void {
    this.sendSignal('SIGTERM');
  }

  /**
   * End it, which it cannot refuse: SIGKILL (`Process.kill`).
   *
   * @throws ProcessLookupError when its end is known.
   */
  kill(): void {
    this.sendSignal('SIGKILL');
  }

  *#wait() {
    return yield* this.#transport.wait();
  }

  *#communicate(input: Uint8Array | undefined) {
    const { stdin, stdout, stderr } = this;
    const [, output, errors] = yield* gather(
      stdin === undefined ? noop() : this.#feedStdin(stdin, input),
      stdout === undefined ? noop() : this.#readStream(1, stdout),
      stderr === undefined ? noop() : this.#readStream(2, stderr),
    );
    yield* this.wait();
    return [output, errors] as [Uint8Array | undefined, Uint8Array | undefined];
  }

  #feedStdin(stdin: StreamWriter, input: Uint8Array | undefined): Coroutine<void> {
    return namedCoroutine('Process._feed_stdin', feedStdin(stdin, input));
  }

  #readStream(fd: 1 | 2, reader: StreamReader): Coroutine<Uint8Array> {
    return namedCoroutine('Process._read_stream', this.#readAll(fd, reader));
  }

  *#readAll(fd: 1 | 2, reader: StreamReader) {
    const output = yield* reader.read();
    this.#transport.getPipeTransport(fd)?.close();
    return output;
  }

  toString(): string {
    return `<Process ${this.pid}>`;
  }
}

function* feedStdin(stdin: StreamWriter, input: Uint8Array | undefined) {
  try {
    if (input !== undefined) stdin.write(input);
    yield* stdin.drain();
  } catch (error) {
    // A process does not have to read all that it is given.
    if (!(error instanceof BrokenPipeError || error instanceof ConnectionResetError)) throw error;
  }
  stdin.close();
}

function noop(): Coroutine<undefined> {
  return namedCoroutine('Process._noop', (function* (): Generator<never, undefined> {})());
}

/**
 * Start a program (`asyncio.create_subprocess_exec`).
 *
 * On the virtual clock a process is outside work: the time stands still while it is at work. One that
 * has not stirred for two seconds of the world while it may wait for its pipes, or for five otherwise,
 * counts as waiting for the program, and the time goes on. A process that has not ended when its loop
 * is closed is killed.
 *
 * @param program its path, or its name, which is looked for in the folders of `PATH`
 * @param args its arguments; after them, the options
 * @throws FileNotFoundError when there is no such program or no such folder.
 * @throws NotADirectoryError when `cwd` is no folder.
 * @throws PermissionError when it is not allowed to run it.
 * @throws OSError when the system cannot start it for another reason.
 * @throws ValueError when an option does not fit.
 * @throws RuntimeError when no loop is running.
 * @example
 * const child = yield* createSubprocessExec('ls', '-l', { stdout: PIPE });
 * const [stdout] = yield* child.communicate();
 * print(child.returncode, new TextDecoder().decode(stdout));
 */
export function createSubprocessExec(
  program: string,
  ...args: readonly string[] | readonly [...args: readonly string[], options: SubprocessOptions]
): Coroutine<Process> {
  const last = args.at(-1);
  const hasOptions = typeof last === 'object' && last !== null;
  const strings = (hasOptions ? args.slice(0, -1) : args) as readonly string[];
  const options = hasOptions ? (last as SubprocessOptions) : {};
  return namedCoroutine(
    'create_subprocess_exec',
    (function* () {
      refuseTextMode(options, false);
      for (const string of [program, ...strings]) checkArgument(string);
      return yield* started(program, strings, options);
    })(),
  );
}

/**
 * Run a command line in the shell, `/bin/sh` (`asyncio.create_subprocess_shell`).
 *
 * Whatever of the command is not the program's own must be quoted, or it may run anything.
 *
 * @param cmd the command line
 * @throws OSError as `createSubprocessExec`; a command that does not exist is none: the shell ends with 127.
 * @throws ValueError when the command is no string, or an option does not fit.
 * @example
 * const child = yield* createSubprocessShell('ls *.ts | wc -l', { stdout: PIPE });
 * const [stdout] = yield* child.communicate();
 */
export function createSubprocessShell(
  cmd: string,
  options: SubprocessOptions = {},
): Coroutine<Process> {
  return namedCoroutine(
    'create_subprocess_shell',
    (function* () {
      if (typeof cmd !== 'string') throw new ValueError('cmd must be a string');
      refuseTextMode(options, true);
      checkArgument(cmd);
      return yield* started('/bin/sh', ['-c', cmd], options);
    })(),
  );
}

function* started(program: string, args: readonly string[], options: SubprocessOptions) {
  const loop = getRunningLoop();
  const protocol = new SubprocessStreamProtocol(loop, options.limit);
  const child = loop.host.startProcess(orderOf(program, args, options));
  const waiter = loop.createFuture<void>();
  waiter.label = 'the pipes of a process';
  const transport = new SubprocessTransport(loop, child, protocol, waiter);
  try {
    yield* waiter;
  } catch (error) {
    transport.close();
    yield* transport.wait();
    throw error;
  }
  return new Process(transport, protocol);
}

function orderOf(
  program: string,
  args: readonly string[],
  { stdin, stdout, stderr, cwd, env, startNewSession = false }: SubprocessOptions,
): ProcessOrder {
  if (stdout === STDOUT) throw new ValueError('STDOUT can only be used for stderr');
  return {
    program,
    args,
    stdin: streamFor(stdin),
    stdout: streamFor(stdout),
    stderr: stderr === STDOUT ? 'stdout' : streamFor(stderr),
    cwd,
    env: env && environmentOf(env),
    startNewSession,
  };
}

/** Refuse what `subprocess.Popen` takes and asyncio does not: all that is read and written is bytes. */
function refuseTextMode(options: SubprocessOptions, isShell: boolean): void {
  const given: Readonly<Record<string, unknown>> = { ...options };
  const { universalNewlines, shell = isShell, bufsize = 0, text, encoding, errors } = given;
  if (universalNewlines) throw new ValueError('universal_newlines must be False');
  if (Boolean(shell) !== isShell) throw new ValueError(`shell must be ${repr(isShell)}`);
  if (bufsize !== 0) throw new ValueError('bufsize must be 0');
  if (text) throw new ValueError('text must be False');
  if (encoding !== undefined) throw new ValueError('encoding must be None');
  if (errors !== undefined) throw new ValueError('errors must be None');
}

function environmentOf(variables: Readonly<Record<string, unknown>>): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) continue;
    if (name.includes('=')) throw new ValueError('illegal environment variable name');
    checkArgument(name);
    checkArgument(value);
    environment[name] = value;
  }
  return environment;
}

function streamFor(option: number | undefined): StandardStream {
  if (option === undefined) return 'own';
  if (option === PIPE) return 'pipe';
  if (option === DEVNULL) return 'nothing';
  if (!Number.isInteger(option)) {
    throw new TypeError(`a stream is PIPE, DEVNULL or a file descriptor, not ${repr(option)}`);
  }
  if (option < 0) throw osError('EBADF');
  return option;
}

function checkArgument(argument: unknown): asserts argument is string {
  if (typeof argument !== 'string') {
    throw new TypeError(`expected str, bytes or os.PathLike object, not ${typeName(argument)}`);
  }
  if (argument.includes('\0')) throw new ValueError('embedded null byte');
}
