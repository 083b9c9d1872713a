/**
 * Where lines were printed. That is noted of every line and looked up only of those that somebody
 * asks for, since looking it up costs more than to print.
 */

import type { ExecutedLine } from './execution.js';
import { placeNow } from './place.js';

const places = new WeakMap<ExecutedLine, () => string | undefined>();

/** Note that a line is printed here and now. */
export function notePrinted(line: ExecutedLine): void {
  places.set(line, placeNow());
}

/** Return where a line was printed, `file:line`. */
export function printedAt(line: ExecutedLine): string | undefined {
  return places.get(line)?.();
}
