/**
 * Where lines were printed. That is noted of every line and looked up only of those that somebody
 * asks for, since looking it up costs more than to print.
 */

import type { ExecutedLine } from './execution.js';
import { placeOf } from './place.js';

const errors = new WeakMap<ExecutedLine, Error>();

/** Note that a line is printed here and now. */
export function notePrinted(line: ExecutedLine): void {
  errors.set(line, new Error());
}

/** Return where a line was printed, `file:line`. */
export function printedAt(line: ExecutedLine): string | undefined {
  return placeOf(errors.get(line));
}

/** Return the stack at which a line was printed: whoever wants to know its place finds it there. */
export function stackOf(line: ExecutedLine): string | undefined {
  return errors.get(line)?.stack;
}
