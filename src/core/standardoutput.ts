/**
 * Writing to the standard output, from wherever code runs.
 */

import { runningLoop } from './running.js';
import { currentHost } from './surroundings.js';

/** Anything that a text can be written to. */
export interface TextFile {
  write(text: string): unknown;
}

/** Write a text to the standard output; observers get each line with the loop's time and the task. */
export function printText(text: string): void {
  const loop = runningLoop();
  for (const line of text.split('\n')) {
    const printed = currentHost().print(line, loop?.currentTask?.getName());
    loop?.instruments?.report('linePrinted', loop, printed);
  }
}

/** Write a text to a file, or else to the standard output. */
export function printTo(file: TextFile | undefined, text: string): void {
  if (file === undefined) printText(text);
  else file.write(`${text}\n`);
}
