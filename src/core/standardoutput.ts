/**
 * Writing to the standard output, from wherever code runs.
 */
import { currentHost } from './host.js';
import { runningLoop } from './running.js';

/** Anything that a text can be written to. */
export interface TextFile {
  write(text: string): unknown;
}

/** Write a line to the standard output; observers get it with the loop's time and the running task. */
export function printLine(text: string): void {
  const loop = runningLoop();
  const line = currentHost().print(text, loop?.currentTask?.getName());
  loop?.instruments?.report('linePrinted', loop, line);
}

/** Write lines to a file, or else to the standard output. */
export function printTo(file: TextFile | undefined, lines: readonly string[]): void {
  if (file === undefined) for (const line of lines) printLine(line);
  else file.write(lines.map((line) => `${line}\n`).join(''));
}
