/**
 * What is said to an answer that is not accepted: what was expected beside what happened, the reason,
 * and the place to look at next. One reason only, for a learner mends one thing at a time.
 */

import type { Kind } from '../../lab/exercise/exercise.js';
import type { Verdict } from '../../lab/exercise/verdict.js';
import { plain } from '../numbers.js';
import { textIn } from '../style.js';
import { TwoColumns } from '../two-columns.js';
import { visible } from '../visible.js';
import { causeText } from './cause.js';
import { ownOutput } from './output.js';
import { paragraph } from './paragraph.js';
import { predictionSoFar } from './prediction.js';
import { rowsSideBySide } from './rows.js';
import type { ExerciseStyle } from './words.js';

/** A place in a learner's file, with what stands there. */
export interface Place {
  /** `file:line`, as the learner knows the file. */
  readonly at: string;
  readonly source?: string;
}

/** Render a verdict on an answer that is not accepted, in lines. */
export function refusal(
  verdict: Verdict,
  kind: Kind,
  place: Place | undefined,
  style: ExerciseStyle,
): string[] {
  const { cause, say, output } = verdict;
  const reason = say !== undefined ? textIn(style.language, say) : cause && causeText(cause, style);
  const shown = kind === 'predict' ? predictionOf(verdict, style) : comparison(verdict, style);
  return [
    ...shown,
    ...(shown.length > 0 ? [''] : []),
    ...ownOutput(output, style),
    ...paragraph(reason ?? '', style, style.paint.bad, '✗ '),
    ...(place === undefined ? [] : placeOf(place, style)),
  ];
}

function comparison(verdict: Verdict, style: ExerciseStyle): string[] {
  const { rows, elapsed, expectedElapsed } = verdict;
  const { exercise } = style;
  const lines = rowsSideBySide(rows, [exercise.expected, exercise.happened], style);
  if (lines.length === 0 || elapsed === undefined || expectedElapsed === undefined) return lines;
  const took = (seconds: number) => [exercise.took(style.words.seconds(plain(seconds)))];
  const sign = elapsed === expectedElapsed ? '│' : '≠';
  return [...lines, ...new TwoColumns(style).rows(took(expectedElapsed), sign, took(elapsed))];
}

function predictionOf({ cause, rows }: Verdict, style: ExerciseStyle): string[] {
  return cause?.type === 'prediction' ? predictionSoFar(rows, cause.at, style) : [];
}

function placeOf({ at, source = '' }: Place, { paint, width }: ExerciseStyle): string[] {
  const text = source.trim();
  const room = width - at.length - 8;
  const shown = text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text;
  return [`   ${paint.bold(visible(at))}${shown === '' ? '' : `  ${paint.dim(visible(shown))}`}`];
}
