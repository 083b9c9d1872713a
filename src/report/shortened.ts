/**
 * Texts in reports, however long they are: nobody reads a line of a megabyte, and it hides the rest.
 *
 * Only what people look at is cut. The JSON report has all of it.
 */

import { widthOf } from './columns.js';
import type { Style } from './style.js';
import { visible } from './visible.js';

/** Return a text as it is shown within a sentence: about two lines of it. */
export function quoted(text: string, { longest, width }: Style): string {
  return shortened(text, longest ?? Math.max(40, 2 * width - 40));
}

/**
 * Return a text with its control characters written out, in so many columns at most; `from` is the
 * index of the first character that has to be seen, and dots stand for what is left out.
 */
export function shortened(text: string, columns: number, from = 0): string {
  if (text.length <= columns && fits(visible(text), columns)) return visible(text);
  const start = from < columns / 2 ? 0 : from - Math.floor(columns / 4);
  const dots = start > 0 ? '…' : '';
  const part = visible(text.slice(start, start + columns + 1));
  if (start + columns >= text.length && fits(dots + part, columns)) return dots + part;
  let kept = dots;
  let width = widthOf(dots) + 1;
  for (const character of part) {
    width += widthOf(character);
    if (width > columns) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Return the index of the first character in which two texts differ. */
export function differsFrom(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return index;
}

function fits(text: string, columns: number): boolean {
  return widthOf(text) <= columns;
}
