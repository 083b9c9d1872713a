/**
 * What is expected and what was done as two texts, for runners that show a diff of their own.
 *
 * What is not judged is the same on both sides, so that only what is wrong shows.
 */

import type { ExpectedLine } from '../lab/expectation.js';
import type { Fault, VariantResult } from '../lab/result.js';
import { outcomeText } from '../report/faults.js';
import { plain } from '../report/numbers.js';
import { style } from './style.js';

interface TwoSides {
  readonly expected: string;
  readonly actual: string;
}

/** Make both texts, a line for each line and for each other thing that is wrong. */
export function twoSidesOf(
  { log, faults }: VariantResult,
  lines: readonly ExpectedLine[] | undefined,
): TwoSides {
  const others = faults.map(sidesOf);
  const printed = log.flatMap(({ actual }) => actual ?? []);
  const expected = (lines ?? []).map((line) => {
    const judged = log.find((it) => it.expected === line);
    const actual = judged?.actual;
    const isFitting = line.pattern !== undefined && judged?.state !== 'differs';
    const text = isFitting ? (actual?.text ?? line.text) : line.text;
    return rowOf(line.t ?? actual?.t, actual?.task ?? actual?.thread, text);
  });
  const actual = printed.map(({ t, task, thread, text }) => rowOf(t, task ?? thread, text));
  return {
    expected: [...expected, ...others.flatMap((it) => it.expected ?? [])].join('\n'),
    actual: [
      ...(lines === undefined ? [] : actual),
      ...others.flatMap((it) => it.actual ?? []),
    ].join('\n'),
  };
}

function rowOf(t: number | undefined, who: string | undefined, text: string): string {
  return [t === undefined ? [] : plain(t), who ?? [], text].flat().join('  ');
}

function sidesOf(fault: Fault): Partial<TwoSides> {
  switch (fault.type) {
    case 'elapsed':
      return {
        expected: `took ${plain(fault.expected)} s`,
        actual: `took ${plain(fault.actual)} s`,
      };
    case 'outcome':
      return {
        expected: outcomeText(fault.expected, style),
        actual: outcomeText(fault.actual, style),
      };
    case 'warning-missing':
      return { expected: `warning: ${fault.text}` };
    case 'warning-extra':
      return { actual: `warning: ${fault.text}` };
    case 'pending-missing':
      return { expected: `pending: ${fault.task}` };
    case 'pending-extra':
      return { actual: `pending: ${fault.task}` };
    default:
      return {};
  }
}
