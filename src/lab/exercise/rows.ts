/**
 * Lays the lines of an answer beside the expected ones, so that a learner sees which are the same,
 * which are missing and which are too many. Pure.
 *
 * Lines are matched by their texts, as many as can be in order; what remains between two matches
 * stands side by side.
 */

import type { FoundLine } from './findings.js';
import type { Row } from './verdict.js';

/** Below a nanosecond, yet more than what rounding to nine decimals takes or adds. */
const oneInstant = 0.75e-9;

/** More lines than these are compared one by one: the way that finds the most matches is too long. */
const mostMatched = 500;

/** What must be the same of two lines besides their texts and instants. */
export interface RowRules {
  readonly tasks?: boolean;
}

/** Return the rows; a row is the same when text and instant are, and the task where that counts. */
export function rowsOf(
  expected: readonly FoundLine[],
  actual: readonly FoundLine[],
  rules: RowRules = {},
): Row[] {
  const rows: Row[] = [];
  let [left, right] = [0, 0];
  const fill = (leftEnd: number, rightEnd: number) => {
    while (left < leftEnd || right < rightEnd) {
      const one = left < leftEnd ? expected[left++] : undefined;
      const other = right < rightEnd ? actual[right++] : undefined;
      rows.push({
        ...(one !== undefined && { expected: one }),
        ...(other !== undefined && { actual: other }),
        isSame: false,
      });
    }
  };
  for (const [leftAt, rightAt] of matchesOf(expected, actual)) {
    fill(leftAt, rightAt);
    const [one, other] = [expected[left++], actual[right++]];
    if (one === undefined || other === undefined) break;
    rows.push({ expected: one, actual: other, isSame: areSame(one, other, rules) });
  }
  fill(expected.length, actual.length);
  return rows;
}

/** Return whether two instants are one. */
export function isSameInstant(one: number, other: number): boolean {
  return Math.abs(one - other) <= oneInstant;
}

function areSame(one: FoundLine, other: FoundLine, { tasks = false }: RowRules): boolean {
  return (
    one.text === other.text && isSameInstant(one.t, other.t) && (!tasks || one.task === other.task)
  );
}

/** Return the longest common subsequence of the texts, as pairs of indices. */
function matchesOf(
  expected: readonly FoundLine[],
  actual: readonly FoundLine[],
): (readonly [number, number])[] {
  if (Math.max(expected.length, actual.length) > mostMatched) return samePlaces(expected, actual);
  const lengths = Array.from({ length: expected.length + 1 }, () =>
    new Array<number>(actual.length + 1).fill(0),
  );
  const lengthAt = (left: number, right: number) => lengths[left]?.[right] ?? 0;
  const match = (left: number, right: number) => expected[left]?.text === actual[right]?.text;
  for (let left = expected.length - 1; left >= 0; left -= 1) {
    for (let right = actual.length - 1; right >= 0; right -= 1) {
      const length = match(left, right)
        ? lengthAt(left + 1, right + 1) + 1
        : Math.max(lengthAt(left + 1, right), lengthAt(left, right + 1));
      (lengths[left] as number[])[right] = length;
    }
  }
  const matches: (readonly [number, number])[] = [];
  let [left, right] = [0, 0];
  while (left < expected.length && right < actual.length) {
    if (match(left, right)) matches.push([left++, right++]);
    else if (lengthAt(left + 1, right) >= lengthAt(left, right + 1)) left += 1;
    else right += 1;
  }
  return matches;
}

function samePlaces(
  expected: readonly FoundLine[],
  actual: readonly FoundLine[],
): (readonly [number, number])[] {
  return expected.flatMap((line, index) =>
    line.text === actual[index]?.text ? [[index, index] as const] : [],
  );
}
