/**
 * A solution to compare with: beside what the learner wrote where there is room, and beside the same
 * program in Python.
 */

import { sourcesSideBySide } from '../source-pair.js';
import { visible } from '../visible.js';
import type { ExerciseStyle } from './words.js';

/** In fewer columns two programs side by side are hard to read. */
const roomForTwo = 110;

/** Render a solution beside the learner's own program, if there is one and room for it, in lines. */
export function solutionPage(
  solution: string,
  yours: string | undefined,
  style: ExerciseStyle,
): string[] {
  const { exercise, paint, width } = style;
  if (yours === undefined || width < roomForTwo) {
    return [` ${paint.bold(exercise.solution)}`, '', ...codeLines(solution)];
  }
  const pair = {
    python: yours,
    typescript: solution,
    pythonFile: exercise.yours,
    typescriptFile: exercise.solution,
  };
  return sourcesSideBySide(pair, style).split('\n');
}

/** Render a program in Python beside the solution, in lines. */
export function withPythonPage(python: string, solution: string, style: ExerciseStyle): string[] {
  const pair = {
    python,
    typescript: solution,
    pythonFile: 'Python',
    typescriptFile: 'TypeScript',
  };
  return sourcesSideBySide(pair, style).split('\n');
}

function codeLines(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : ` ${visible(line.replaceAll('\t', '  '))}`));
}
