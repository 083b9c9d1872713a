/**
 * Ctrl-C: the first one interrupts what runs, so that its cleanup runs and what is known is shown;
 * the second one ends the process at once.
 */

import { leave } from './leave.js';

/** The exit code of a process that was interrupted. */
export const interruptedCode = 130;

/** Call a function with a signal that Ctrl-C aborts. */
export async function interruptible<T>(fn: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) leave(interruptedCode);
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  try {
    return await fn(controller.signal);
  } finally {
    process.off('SIGINT', interrupt);
  }
}
