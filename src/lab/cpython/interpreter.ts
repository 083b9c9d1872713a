/**
 * An interpreter: real CPython that runs a program and says what it did.
 *
 * There are two: CPython as WebAssembly, which every machine can have from the npm registry, and
 * the machine's own Python. Both run `virtual_clock/`, so both give the same transcript.
 */

import type { Outcome } from '../scenario.js';

/** A program in Python, and which of its functions to run. */
export interface Program {
  /** The text of the module. */
  readonly source: string;
  /** The name of the module. */
  readonly name: string;
  /** The function to run: a coroutine function by `asyncio.run`, any other is called. */
  readonly entry: string;
  /** Functions of the module whose last end is to be measured. */
  readonly measures?: readonly string[];
  /** The clock that it runs on: the virtual one unless told otherwise. */
  readonly on?: 'virtual' | 'real';
}

/** What a program did; instants are seconds from its start. */
export interface Transcript {
  /** The version of Python. */
  readonly python: string;
  readonly elapsed: number;
  readonly lines: readonly TranscriptLine[];
  readonly outcome: Outcome;
  /** The instant at which the last call of each measured function ended. */
  readonly measures: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** The names of the tasks that `asyncio.run` cancelled at its end, in order of creation. */
  readonly pending: readonly string[];
  /** What the default exception handler of its loops was told. */
  readonly reports: readonly Report[];
  /** The lines that it wrote to standard error. */
  readonly errors: readonly string[];
  /** That its sockets, if it had any, were not those of the machine. */
  readonly network?: 'in memory';
}

/** A printed line; `task` is absent in callbacks, threads and plain code. */
export interface TranscriptLine {
  readonly t: number;
  readonly text: string;
  readonly task?: string;
}

/** A call of a loop's default exception handler. */
export interface Report {
  readonly t: number;
  readonly message: string;
  readonly error?: { readonly name: string; readonly message: string };
  readonly task?: string;
}

/** Real CPython, ready to run programs one after the other. */
export interface Interpreter {
  /** The version of Python. */
  readonly python: string;
  /**
   * Run a program, from a fresh state.
   *
   * @throws PythonFault when there is nothing to run: a syntax error, no such function.
   */
  run(program: Program): Promise<Transcript>;
  /** Let go of the interpreter; no program can be run after that. */
  close(): void;
}

/**
 * What a fault is about: the program; the interpreter that was asked for; that there is none at all;
 * none that waits for real; a program that does not end; or one that ends the interpreter.
 */
export type PythonFaultReason =
  | 'program'
  | 'interpreter'
  | 'none'
  | 'real-clock'
  | 'never-ends'
  | 'ends-python';

/** Python is missing, too old, or cannot run what it was given; the message is one line. */
export class PythonFault extends Error {
  override readonly name = 'PythonFault';

  constructor(
    message: string,
    readonly reason: PythonFaultReason = 'program',
  ) {
    super(message);
  }
}

/** Read an interpreter's answer to a request, which is the program as JSON. */
export function readAnswer(answer: string): Transcript {
  const { transcript, fault } = JSON.parse(answer) as { transcript?: Transcript; fault?: string };
  if (transcript === undefined) throw new PythonFault(fault ?? 'no answer');
  return transcript;
}

/** Return what is said of a program that does not come to its own end. */
export function placeOf({ name, entry }: Program): string {
  return `${name}.py: ${entry}`;
}

/** Return the last line of a text that says anything: of a Python traceback, the error. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
