/**
 * Printing, and the two clocks of a program: what a scenario shows, stamped with when and by whom.
 */
import { currentHost } from '../core/host.js';
import { str } from '../core/repr.js';
import { runningLoop } from '../core/running.js';

/**
 * Write a line to the standard output (`print`).
 *
 * Values show as they do in Python, separated by spaces. Observers get the line with the loop's time
 * and the running task.
 */
export function print(...values: readonly unknown[]): void {
  const loop = runningLoop();
  const text = values.map(str).join(' ');
  const line = currentHost().print(text, loop?.currentTask?.getName());
  loop?.instruments?.report('linePrinted', loop, line);
}

/** Return the time of the running loop's clock, in seconds (`time.perf_counter`). */
export function perfCounter(): number {
  return currentHost().time();
}
