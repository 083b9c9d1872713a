/**
 * Texts side by side, Python's on the left.
 *
 * Between the two stands a line where they are the same, and otherwise what `diff -y` has there: `<`
 * for what only Python has, `>` for what only is here, `≠` for what differs.
 */

import { padEnd } from './columns.js';
import type { Style } from './style.js';

/** What stands between two cells. */
export type Sign = '│' | '<' | '>' | '≠';

/** Two columns that share the width that there is. */
export class TwoColumns {
  readonly #style: Style;
  /** How wide each of them is. */
  readonly width: number;

  constructor(style: Style) {
    this.#style = style;
    this.width = Math.floor((style.width - 4) / 2);
  }

  /** Render the rows of two cells, as many as the higher one has; no line may be too wide. */
  rows(left: readonly string[], sign: Sign, right: readonly string[]): string[] {
    const { dim, bad } = this.#style.paint;
    const isSame = sign === '│';
    const painted = (text: string) => (isSame || text.trim() === '' ? text : bad(text));
    return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
      const one = painted(padEnd(left[index] ?? '', this.width));
      const mark = isSame ? dim(sign) : bad(index === 0 ? sign : ' ');
      return ` ${one} ${mark} ${painted(right[index] ?? '')}`.trimEnd();
    });
  }
}
