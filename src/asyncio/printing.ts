/**
 * Printing, and the two clocks of a program: what a scenario shows, stamped with when and by whom.
 */

import { str } from '../core/repr.js';
import { printText } from '../core/standardoutput.js';
import { currentHost } from '../core/surroundings.js';

/**
 * Write a line to the standard output (`print`).
 *
 * Values show as they do in Python, separated by spaces. Observers get the line with the loop's time
 * and the running task.
 */
export function print(...values: readonly unknown[]): void {
  printText(values.map(str).join(' '));
}

/** Return the time of the running loop's clock, in seconds (`time.perf_counter`). */
export function perfCounter(): number {
  return currentHost().time();
}
