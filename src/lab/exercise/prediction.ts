/**
 * Holds what a learner predicts against what a program prints. Pure.
 */

import type { FoundLine } from './findings.js';
import type { Row } from './verdict.js';

/** Return the number of the first line that differs, from 1; `undefined` when none does. */
export function firstWrongPrediction(
  prediction: readonly string[],
  lines: readonly FoundLine[],
): number | undefined {
  const length = Math.max(prediction.length, lines.length);
  for (let index = 0; index < length; index += 1) {
    if (prediction[index] !== lines[index]?.text) return index + 1;
  }
  return undefined;
}

/** Return the rows up to the first that differs: what really happens there is for the learner to find. */
export function predictionRows(prediction: readonly string[], lines: readonly FoundLine[]): Row[] {
  const wrong = firstWrongPrediction(prediction, lines);
  const right = lines.slice(0, (wrong ?? lines.length + 1) - 1);
  const rows: Row[] = right.map((line) => ({
    expected: { t: line.t, text: line.text },
    actual: line,
    isSame: true,
  }));
  const text = wrong === undefined ? undefined : prediction[wrong - 1];
  if (text !== undefined) rows.push({ expected: { t: 0, text }, isSame: false });
  return rows;
}
