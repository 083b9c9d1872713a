/**
 * What is compared: everything that a program did, as text.
 *
 * Each line has its instant in seconds and the task that printed it; how each main ended and what
 * the exception handler was told are lines too. Some differences are meant, and left out here:
 *
 * - What a garbage collection finds out (an exception that nobody looked at, a pending task that is
 *   lost, a coroutine that was never awaited) CPython says when it happens to collect, this library
 *   at the end of the loop at the latest. Such lines are compared, but sorted and without instants.
 * - Which of its finds CPython finalizes first is settled on its side, in `virtual_clock/garbage.py`: an
 *   exception that a pending task waits for is reported before the task is closed, which could hide it.
 *   What such an object says of itself is left out: it may be closed in part by then.
 * - What a coroutine does while it is closed for that reason is not looked at, nor how that fails.
 * - A DeadlockError is compared by its name: its message says more here.
 * - So is a TypeError: JavaScript words its own ones. Where Python has a RecursionError, such as the call
 *   graph of a task that waits for itself, JavaScript has a RangeError of its engine.
 * - Where an object describes itself, the address, the file and the line are left out, the functions
 *   that a function is in, and what a callback that is reported was given.
 * - So are they in call graphs, and with them the calls of the interpreters: see `frames.py`.
 * - Of a `wait` that is described the result is not looked at: it is a tuple in Python, and its sets are
 *   those that are walked in order.
 */

import { inCamelCase } from './translation.js';

/** What a program did. */
export interface Transcript {
  /** `1.5 Task-2 text`, with `-` where no task has printed it. */
  readonly lines: readonly string[];
  /** What was reported at no definite moment, sorted. */
  readonly late: readonly string[];
  /** In seconds. */
  readonly elapsed: number;
}

/** What one of the interpreters gives. */
export interface Printed {
  readonly lines: readonly PrintedLine[];
  readonly warnings: readonly string[];
  readonly elapsed: number;
}

/** A line as it was printed. */
export interface PrintedLine {
  readonly t: number;
  readonly task?: string | undefined;
  readonly text: string;
}

const lateReport =
  /^report: (\w+ exception was never retrieved|Task was destroyed but it is pending!)/;

/** Make a transcript of what was printed. */
export function transcriptOf(printed: Printed): Transcript {
  const lines: string[] = [];
  const late = printed.warnings.map(withoutPlaces);
  for (const { t, task = '-', text } of printed.lines) {
    const shown = withoutPlaces(text);
    if (lateReport.test(shown)) late.push(shown.replace(/(?<=\]) <.*/, ''));
    else lines.push(...shown.split('\n').map((line) => `${rounded(t)} ${task} ${line}`));
  }
  return { lines, late: late.sort(), elapsed: rounded(printed.elapsed) };
}

/** Tell whether two programs did the same. */
export function areEqual(a: Transcript, b: Transcript): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Return a transcript as lines to read. */
export function linesOf({ lines, late, elapsed }: Transcript): string[] {
  return [...lines, ...late.map((text) => `late: ${text}`), `elapsed: ${elapsed}`];
}

function withoutPlaces(text: string): string {
  return (
    text
      .replaceAll(/((?:in callback|Handle) [^(]*)\(<.*>(, [^>]*)?\)/g, '$1(<Future>$2)')
      .replaceAll(/ (running|done, defined|created) at [^\s>\]]+:\d+/g, '')
      .replaceAll(/ at (0x[0-9a-f]+|[^\s>\]]+:\d+)/g, '')
      .replaceAll(/\b\w+(\.\w+)*\.<locals>\./g, '')
      // What wait() returns is a tuple there; what is cut short is cut where CPython tells of files.
      .replaceAll(/result=.*[([](\{|set\().*\.\.\..*/g, 'result=<sets>')
      .replaceAll(/\((?=\{|set\(\))/g, '[')
      .replaceAll(/(?<=\}|set\(\))\)/g, ']')
      .replaceAll(/\bTypeError\((['"]).*?\1\)/g, 'TypeError()')
      .replaceAll(/, id=0x[0-9a-f]+|\bid=0x[0-9a-f]+/g, '')
      .replaceAll(/File '.*', line \d+, in /g, '')
      .replaceAll(/\b\w+(?=\(\))/g, inCamelCase)
      .replaceAll(/(when=-?\d+)\.0\b/g, '$1')
  );
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1e9) / 1e9;
}
