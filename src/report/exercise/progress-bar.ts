/**
 * How many exercises are done, as a bar and in numbers.
 */

import { widthOf } from '../columns.js';
import type { ExerciseStyle } from './words.js';

/** Render the bar in at most so many columns. */
export function progressBar(done: number, of: number, width: number, style: ExerciseStyle): string {
  const { paint, exercise } = style;
  const text = exercise.progress(done, of);
  const room = Math.max(4, width - widthOf(text) - 2);
  // Neither an empty bar for something nor a full one for less than all.
  const share = of === 0 ? 0 : (done / of) * room;
  const filled =
    done === of ? room : Math.min(room - 1, Math.max(Math.sign(done), Math.round(share)));
  return `${paint.good('█'.repeat(filled))}${paint.dim('░'.repeat(room - filled))}  ${text}`;
}
