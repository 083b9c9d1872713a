/**
 * Frames: calls that have not returned yet, as a program looks at them.
 *
 * Where a suspended coroutine stands, JavaScript cannot tell; a host may know. Of the code that runs,
 * and of an error, the text of the stack tells: V8's is read, any other engine's is left alone.
 */
import type { Coroutine } from './coroutines.js';
import { runningLoop } from './running.js';
import { currentHost } from './surroundings.js';

/** A place in a program's source. */
export interface Place {
  /** `<unknown>` where nothing can tell. */
  readonly file: string;
  /** Counted from 1; 0 where nothing can tell. */
  readonly line: number;
}

/** A call that has not returned yet: a frame object of Python. */
export interface Frame extends Place {
  /** The name of the function. */
  readonly name: string;
  /** Whether it is a coroutine. */
  readonly isAsync: boolean;
}

const nowhere: Place = { file: '<unknown>', line: 0 };

/** The frame of a sleep of no length, which is on no stack. */
export const pauseFrame: Frame = { ...nowhere, name: 'sleep', isAsync: true };

/** Return the frame of a coroutine that has not ended. */
export function frameOf(coroutine: Coroutine<unknown>): Frame {
  const isRunning = coroutine === runningLoop()?.currentTask?.innermost;
  const place = isRunning ? runningFrames().at(-1) : placeOf(coroutine);
  const { file, line } = place ?? nowhere;
  return { file, line, name: coroutine.name, isAsync: true };
}

function placeOf({ body }: Coroutine<unknown>): Place | undefined {
  return body && currentHost().placeOf?.(body);
}

/**
 * Return the calls inside the coroutine that runs, the innermost first, the coroutine itself last.
 *
 * The first one is that of the caller; there is none where the engine's stack cannot be read.
 */
export function runningFrames(): Frame[] {
  return framesIn(wholeStack()).slice(2);
}

/** Return the calls inside the coroutine that an error was made in, the innermost first. */
export function framesOfError(error: unknown): Frame[] {
  return error instanceof Error ? framesIn(error.stack) : [];
}

function wholeStack(): unknown {
  const limits = Error as unknown as { stackTraceLimit: number };
  const before = limits.stackTraceLimit;
  limits.stackTraceLimit = Number.POSITIVE_INFINITY;
  try {
    return new Error().stack;
  } finally {
    limits.stackTraceLimit = before;
  }
}

/** Read V8's text: `    at name (file:line:column)`, the name and its brackets not always there. */
function framesIn(stack: unknown): Frame[] {
  if (typeof stack !== 'string') return [];
  const frames: Frame[] = [];
  for (const [, name, place = ''] of stack.matchAll(/^ {4}at (?:(.+) \()?(.+?)\)?$/gm)) {
    // Beneath it is the loop.
    if (name === 'Coroutine.resume') break;
    const called = frames.at(-1);
    const [, address, line] = /^(.+):(\d+):\d+$/.exec(place) ?? [];
    if (address !== undefined) {
      const file = pathOf(address);
      frames.push({ name: functionName(name), isAsync: false, file, line: Number(line) });
    } else if (called !== undefined && isResumption(name)) {
      frames[frames.length - 1] = { ...called, isAsync: true };
    }
  }
  return frames;
}

/** Tell whether it is the engine's own call that resumes a generator. */
function isResumption(name = ''): boolean {
  return /(?:^|\.)(?:next|throw|return)$/.test(name);
}

function pathOf(address: string): string {
  const [, path] = /^file:\/\/(?:\/(?=[a-z]:))?(.*)$/i.exec(address) ?? [];
  return path === undefined ? address : decodeURIComponent(path);
}

function functionName(name = '<lambda>'): string {
  return name
    .replace(/^(?:async|new) /, '')
    .replace(/ \[as .+\]$/, '')
    .replace(/^(?:Object|Module)\./, '')
    .replace(/^<anonymous>$/, '<lambda>');
}
