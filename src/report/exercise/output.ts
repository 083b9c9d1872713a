/**
 * What an answer wrote past `print`: a learner's own way to look into a program, told apart from what
 * the program prints.
 */

import { shortened } from '../shortened.js';
import type { ExerciseStyle } from './words.js';

/** How many lines of it are shown at most. */
const mostLines = 6;

/** Render it, in lines with a blank one at their end; none where there is nothing. */
export function ownOutput(output: readonly string[], style: ExerciseStyle): string[] {
  if (output.length === 0) return [];
  const { paint, exercise, width } = style;
  return [
    ` ${paint.dim(exercise.output)}`,
    ...output.slice(0, mostLines).map((line) => `   ${shortened(line, width - 4)}`),
    ...(output.length > mostLines ? ['   …'] : []),
    '',
  ];
}
