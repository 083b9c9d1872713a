/**
 * Writing to the standard output, from wherever code runs.
 */

import { linesEndedBy } from './begunlines.js';
import { runningLoop } from './running.js';
import { currentHost } from './surroundings.js';

/** Anything that a text can be written to. */
export interface TextFile {
  write(text: string): unknown;
}

/**
 * Write a text, and what ends it, to the standard output; observers get each line with the loop's time
 * and the task.
 */
export function printText(text: string, end = '\n'): void {
  const loop = runningLoop();
  const host = currentHost();
  const thread = host.threadPort();
  if (thread !== undefined) {
    thread.print(text + end);
    return;
  }
  for (const line of linesEndedBy(text + end, host.output)) {
    const printed = host.print(line, loop?.currentTask?.getName());
    loop?.instruments?.report('linePrinted', loop, printed);
  }
}

/** Write a text, and what ends it, to a file, or else to the standard output. */
export function printTo(file: TextFile | undefined, text: string, end = '\n'): void {
  if (file === undefined) printText(text, end);
  else file.write(text + end);
}
