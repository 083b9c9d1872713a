/**
 * Lines that have been begun and not ended: `print('…', { end: '' })` writes a part of one.
 *
 * Lines are what observers and transcripts know, so a part waits until somebody ends its line, which
 * then has the instant and the task of its end. Each output has a line of its own, and each thread.
 */
import type { Output, PrintedLine, ThreadPort } from './host.js';
import { shared } from './shared.js';

/** Whose the line is: that of an output, or that of a thread. */
type Owner = Output | ThreadPort;

const begun = shared('begunlines', () => new WeakMap<Owner, string>());

/** Add a text to what has been begun; returns the lines that it ends. */
export function linesEndedBy(text: string, owner: Owner): string[] {
  const lines = ((begun.get(owner) ?? '') + text).split('\n');
  const rest = lines.pop();
  if (rest) begun.set(owner, rest);
  else begun.delete(owner);
  return lines;
}

/** Print what has been begun, as a line; there is no more to come. */
export function endLine(owner: Owner, print: (line: string) => PrintedLine): void {
  const line = begun.get(owner);
  if (line === undefined) return;
  begun.delete(owner);
  print(line);
}

/** Forget what has been begun: its owner begins anew. */
export function forgetLine(owner: Owner): void {
  begun.delete(owner);
}
