/**
 * What the tests of subprocesses share: Node itself as the program that is run, for nothing else is
 * sure to exist, and both clocks.
 */
import {
  type Coroutine,
  createSubprocessExec,
  type Process,
  type StreamReader,
  type StreamWriter,
  type SubprocessOptions,
} from '../../src/index.js';

export const clocks = ['real', 'virtual'] as const;

/** Says that it is ready, and goes on until a signal ends it. */
export const ENDLESS = `console.log('ready'); setInterval(() => {}, 1000)`;

/** Writes what it reads. */
export const CAT = 'process.stdin.pipe(process.stdout)';

/** Start Node with a program. */
export function node(program: string, options: SubprocessOptions = {}): Coroutine<Process> {
  return createSubprocessExec(process.execPath, '-e', program, options);
}

/** The writer of a process whose input is a pipe. */
export function inputOf({ stdin }: Process): StreamWriter {
  if (stdin === undefined) throw new Error('its input is no pipe');
  return stdin;
}

/** The reader of a process whose output is a pipe. */
export function outputOf({ stdout }: Process): StreamReader {
  if (stdout === undefined) throw new Error('its output is no pipe');
  return stdout;
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function text(data: Uint8Array | undefined): string | undefined {
  return data && new TextDecoder().decode(data);
}
