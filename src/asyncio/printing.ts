/**
 * Printing, and the two clocks of a program: what a scenario shows, stamped with when and by whom.
 */

import { hasOnly } from '../core/keyword.js';
import { str } from '../core/repr.js';
import { printText, printTo, type TextFile } from '../core/standardoutput.js';
import { currentHost } from '../core/surroundings.js';

/** How `print` is to write its values. */
export interface PrintOptions {
  /** What stands between the values; a space by default. */
  readonly sep?: string | undefined;
  /** What stands after the last; a newline by default. Without one, the line shows once it is ended. */
  readonly end?: string | undefined;
  /** What to write to; the standard output by default. */
  readonly file?: TextFile | undefined;
  /** Of no consequence: whole lines show at once. */
  readonly flush?: boolean | undefined;
}

/**
 * Write a line to the standard output (`print`).
 *
 * Values show as they do in Python, separated by spaces. Observers get the line with the loop's time
 * and the running task. A last object with no keys but those of {@link PrintOptions} says how.
 *
 * @example
 * print('result', 42);
 * print('a', 'b', { sep: ', ' });
 */
export function print(...values: readonly unknown[]): void {
  const last = values.at(-1);
  if (!isOptions(last)) {
    printText(values.map(str).join(' '));
    return;
  }
  const { sep = ' ', end = '\n', file } = last;
  printTo(file, values.slice(0, -1).map(str).join(sep), end);
}

/** Tell whether a value says how to print; one of another kind under the same key is to be printed. */
function isOptions(value: unknown): value is PrintOptions {
  if (!hasOnly(value, 'sep', 'end', 'file', 'flush')) return false;
  const { sep = '', end = '', file, flush = false } = value;
  const isText = typeof sep === 'string' && typeof end === 'string';
  const isFile = file === undefined || typeof (file as TextFile | null)?.write === 'function';
  return isText && isFile && typeof flush === 'boolean';
}

/** Return the time of the running loop's clock, in seconds (`time.perf_counter`). */
export function perfCounter(): number {
  return currentHost().time();
}
