/**
 * Names the first thing in which a variant is not as expected: a line by its number, with what was
 * to stand there and what does, or else the first fault.
 *
 * A line that has moved is judged where it turned up. The first difference is where it is missed.
 */

import type { ExecutedLine } from './execution.js';
import type { Expected, ExpectedLine } from './expectation.js';
import type { Fault, VariantResult } from './result.js';

/** The first difference of a variant. */
export type Difference =
  | {
      readonly type: 'line';
      /** Counted from 1, on both sides. */
      readonly line: number;
      readonly expected?: ExpectedLine;
      readonly actual?: ExecutedLine;
    }
  | { readonly type: 'fault'; readonly fault: Fault };

/** Return the first difference; `undefined` when there is none, or when the variant was skipped. */
export function differenceOf(result: VariantResult, expected: Expected): Difference | undefined {
  if (result.status !== 'fail') return undefined;
  const line = firstLine(result, expected.lines ?? []);
  if (line !== undefined) return line;
  const fault = result.faults.find(({ type }) => type !== 'lines');
  return fault && { type: 'fault', fault };
}

function firstLine({ log }: VariantResult, lines: readonly ExpectedLine[]): Difference | undefined {
  const good = log.filter(({ state }) => state === 'ok');
  const asExpected = new Set<object | undefined>(
    good.flatMap(({ actual, expected }) => [actual, expected]),
  );
  const printed = log.flatMap(({ state, actual }) =>
    actual === undefined || state === 'unjudged' ? [] : [actual],
  );
  for (let at = 0; at < Math.max(lines.length, printed.length); at++) {
    const [expected, actual] = [lines[at], printed[at]];
    const isMissing = expected !== undefined && !asExpected.has(expected);
    const isWrong = actual !== undefined && !asExpected.has(actual);
    if (!isMissing && !isWrong) continue;
    return {
      type: 'line',
      line: at + 1,
      ...(expected !== undefined && { expected }),
      ...(actual !== undefined && { actual }),
    };
  }
  return undefined;
}
