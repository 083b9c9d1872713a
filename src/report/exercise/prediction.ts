/**
 * A program's lines in another order, each with a letter: a learner says in which order the program
 * prints them before it runs.
 *
 * The order shown depends on nothing but the lines and the name of the exercise: it is the same
 * whenever it is shown, and never the right one where there is more than one.
 */

import type { Row } from '../../lab/exercise/verdict.js';
import { padStart, wrap } from '../columns.js';
import { visible } from '../visible.js';
import { paragraph } from './paragraph.js';
import type { ExerciseStyle } from './words.js';

/** A line to put in its place. */
export interface LetteredLine {
  readonly letter: string;
  readonly text: string;
}

/** Put lines in an order that is not theirs, and name them by letters. */
export function lettered(lines: readonly string[], seed: string): LetteredLine[] {
  const key = (text: string, index: number) => hashOf(`${seed}\n${index}\n${text}`);
  const shuffled = lines
    .map((text, index) => ({ text, key: key(text, index) }))
    .sort((one, other) => one.key - other.key)
    .map(({ text }) => text);
  const isRight = shuffled.every((text, index) => text === lines[index]);
  const order = isRight ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
  return order.map((text, index) => ({ letter: letterOf(index), text }));
}

/** Return the lines that letters stand for, in their order; letters that stand for none are left out. */
export function linesOf(letters: string, lines: readonly LetteredLine[]): string[] {
  return [...letters.toLowerCase()].flatMap(
    (letter) => lines.find((line) => line.letter === letter)?.text ?? [],
  );
}

/** Render the lines to be ordered and what was typed so far, in lines. */
export function predictionQuestion(
  lines: readonly LetteredLine[],
  typed: string,
  remark: string | undefined,
  style: ExerciseStyle,
): string[] {
  const { exercise, paint } = style;
  const room = style.width - 8;
  return [
    ...paragraph(exercise.prediction.ask, style),
    '',
    ...lines.flatMap(({ letter, text }) => {
      const isUsed = typed.includes(letter);
      const [first = '', ...rest] = wrap(visible(text), room);
      const brush = isUsed ? paint.dim : (it: string) => it;
      return [
        `   ${isUsed ? paint.dim(letter.toUpperCase()) : paint.bold(letter.toUpperCase())}  ${brush(first)}`,
        ...rest.map((more) => `      ${brush(more)}`),
      ];
    }),
    '',
    ...(remark === undefined ? [] : [...paragraph(remark, style, paint.warning), '']),
    ...paragraph(
      [exercise.prediction.answer, ...typed.toUpperCase(), '_'].join(' '),
      style,
      paint.bold,
    ),
  ];
}

/** Render a prediction up to the line that is wrong: what comes there the learner finds out. */
export function predictionSoFar(
  rows: readonly Row[],
  wrong: number,
  style: ExerciseStyle,
): string[] {
  const { paint, exercise } = style;
  const numberWidth = String(wrong).length;
  // Who predicts too few lines has none where the first is wrong.
  const all = rows.length < wrong ? [...rows, { isSame: false }] : rows;
  return [
    ` ${paint.dim(exercise.predicted)}`,
    ...all.flatMap(({ expected, isSame }: Row, index) => {
      const brush = isSame ? (it: string) => it : paint.bad;
      const sign = isSame ? paint.good('✓') : paint.bad('✗');
      const text = visible(expected?.text ?? exercise.nothing);
      const [first = '', ...rest] = wrap(text, style.width - numberWidth - 7);
      return [
        `   ${padStart(String(index + 1), numberWidth)} ${sign} ${brush(first)}`,
        ...rest.map((more) => `   ${' '.repeat(numberWidth + 3)}${brush(more)}`),
      ];
    }),
  ];
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

function letterOf(index: number): string {
  return alphabet[index] ?? String.fromCodePoint('α'.charCodeAt(0) + index - alphabet.length);
}

/** FNV-1a: the same on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
