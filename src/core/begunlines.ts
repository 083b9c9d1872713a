/**
 * Lines that have been begun and not ended: `print('…', { end: '' })` writes a part of one.
 *
 * Lines are what observers and transcripts know, so a part waits until somebody ends its line, which
 * then has the instant and the task, or the thread, of its end. All who print to the same output, the
 * threads too, write on the same line, as on Python's standard output.
 */
import type { Output, PrintedLine, ThreadJob } from './host.js';
import { shared } from './shared.js';

const begun = shared('begunlines', () => new WeakMap<Output, string>());

/** Add a text to what has been begun on an output; returns the lines that it ends. */
export function linesEndedBy(text: string, output: Output): string[] {
  const lines = ((begun.get(output) ?? '') + text).split('\n');
  const rest = lines.pop();
  if (rest) begun.set(output, rest);
  else begun.delete(output);
  return lines;
}

/** Print the lines that a text of a thread ends, and tell the job that made it. */
export function printOfThread(text: string, time: number, output: Output, job: ThreadJob): void {
  for (const ended of linesEndedBy(text, output)) {
    const line = { text: ended, time, task: undefined, thread: job.thread };
    output.print(line);
    job.printed(line);
  }
}

/** Print what has been begun, as a line; there is no more to come. */
export function endLine(output: Output, print: (line: string) => PrintedLine): void {
  const line = begun.get(output);
  if (line === undefined) return;
  begun.delete(output);
  print(line);
}
