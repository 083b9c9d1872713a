/**
 * The stack of a task, as Python has it: of one that is suspended the outermost call, of one that
 * has failed the calls that led to the error.
 */
import { errorName } from './errornames.js';
import { type Frame, frameOf, framesOfError } from './frames.js';
import type { Task } from './tasks.js';

/** Return the frames of a task's stack, the outermost first, so many at most. */
export function stackOf(task: Task<unknown>, limit: number | undefined): Frame[] {
  const frames = task.done() ? framesOfError(task.failure).reverse() : [frameOf(task.outermost)];
  return limit === undefined ? frames : frames.slice(0, Math.max(limit, 0));
}

/** Put a task's stack into words, in the form of Python's tracebacks. */
export function describeStack(task: Task<unknown>, limit: number | undefined): string {
  const frames = stackOf(task, limit);
  if (frames.length === 0) return withError(task, [`No stack for ${task}`]);
  const heading = task.failed ? 'Traceback' : 'Stack';
  return withError(task, [
    `${heading} for ${task} (most recent call last):`,
    ...frames.map(({ file, line, name }) => `  File "${file}", line ${line}, in ${name}`),
  ]);
}

function withError({ failed, failure }: Task<unknown>, lines: readonly string[]): string {
  if (!failed) return lines.join('\n');
  const name = failure instanceof Error ? errorName(failure) : typeof failure;
  const message = failure instanceof Error ? failure.message : String(failure);
  return [...lines, message === '' ? name : `${name}: ${message}`].join('\n');
}
