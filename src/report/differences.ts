/**
 * What is not as expected of a variant, in sentences: the first line that differs, where it comes
 * from and what stands there in CPython; then everything else.
 */

import type { JudgedLine } from '../lab/alignment.js';
import type { VariantResult } from '../lab/result.js';
import { differs } from './diff.js';
import { faultText } from './faults.js';
import { measured, plain } from './numbers.js';
import type { Style } from './style.js';

/** Say it, one text a difference, each in one line or several; `exact` tells whether the clock was. */
export function differences(variant: VariantResult, exact: boolean, style: Style): string[] {
  const { log, faults } = variant;
  const index = log.findIndex(differs);
  const first = log[index];
  return [
    ...(first === undefined ? [] : [firstDifference(first, index + 1, variant, exact, style)]),
    ...faults.filter(({ type }) => type !== 'lines').map((it) => faultText(it, exact, style)),
  ];
}

/** Return where to look: the line that differs first, or else where the variant is defined. */
export function placeOfFirst({ log, faults, place }: VariantResult): string | undefined {
  const places = [...log.filter(differs).map(({ actual }) => actual), ...faults].map((it) =>
    it !== undefined && 'place' in it ? it.place : undefined,
  );
  return log.some(differs)
    ? (places[0] ?? place)
    : (places.find((it) => it !== undefined) ?? place);
}

function firstDifference(
  { state, actual, expected }: JudgedLine,
  number: number,
  variant: VariantResult,
  exact: boolean,
  { words: { check } }: Style,
): string {
  const place = actual?.place ?? variant.place;
  const happened =
    actual === undefined
      ? check.firstMissing(number)
      : check.firstDifference(
          number,
          check.line(actual.text, measured(actual.t, exact), actual.task ?? actual.thread ?? null),
        );
  const at = expected?.t === undefined ? undefined : plain(expected.t);
  const line =
    expected === undefined ? check.noSuchLine : check.line(expected.text, at, expected.task);
  const due = state === 'moved' ? check.earlier(line) : line;
  const version = variant.python === undefined ? '' : ` ${variant.python}`;
  return [
    happened + (place === undefined ? '' : ` (${place})`),
    variant.source === 'cpython' ? check.cpython(version, due) : check.author(due),
  ].join('\n');
}
