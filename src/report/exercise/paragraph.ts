/**
 * Texts for learners, broken into lines that fit, one column from the edge.
 */

import { wrap } from '../columns.js';
import type { Brush } from '../paint.js';
import type { Style } from '../style.js';
import { visible } from '../visible.js';

/** Render a text, in lines; behind a sign before the first of them, the others are indented as far. */
export function paragraph(text: string, { width }: Style, brush?: Brush, sign = ''): string[] {
  const lines = text.split('\n').flatMap((line) => wrap(visible(line), width - 2 - sign.length));
  return lines.map((line, index) => {
    const whole = (index === 0 ? sign : ' '.repeat(sign.length)) + line;
    return ` ${brush === undefined || whole === '' ? whole : brush(whole)}`;
  });
}
