/**
 * Lines that have been begun and not ended: `print('…', { end: '' })` writes a part of one.
 *
 * Lines are what observers and transcripts know, so a part waits until somebody ends its line, which
 * then has the instant and the task of its end. Each thread has a line of its own.
 */
import type { PrintedLine, ThreadPort } from './host.js';
import { shared } from './shared.js';

interface Begun {
  text: string;
}

/** Who prints lines: a host, or a thread of it. */
interface Printer {
  print(text: string, task: undefined): PrintedLine;
}

const ofLoops = shared<Begun>('begunline', () => ({ text: '' }));

const ofThreads = shared('begunlines', () => new WeakMap<ThreadPort, Begun>());

/** Add a text to what a thread has begun; returns the lines that it ends. */
export function linesEndedBy(text: string, thread: ThreadPort | undefined): string[] {
  const begun = begunBy(thread);
  const lines = (begun.text + text).split('\n');
  begun.text = lines.pop() as string;
  return lines;
}

/** Print what has been begun, as a line; there is no more to come. */
export function endLine(printer: Printer, thread?: ThreadPort): void {
  const begun = thread === undefined ? ofLoops : ofThreads.get(thread);
  if (begun === undefined || begun.text === '') return;
  const { text } = begun;
  begun.text = '';
  printer.print(text, undefined);
}

/** Forget what a thread has begun: it begins anew. */
export function forgetLine(thread: ThreadPort): void {
  ofThreads.delete(thread);
}

function begunBy(thread: ThreadPort | undefined): Begun {
  if (thread === undefined) return ofLoops;
  const begun = ofThreads.get(thread) ?? { text: '' };
  ofThreads.set(thread, begun);
  return begun;
}
