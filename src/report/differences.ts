/**
 * What is not as expected of a variant, in sentences: the first line that differs, where it comes
 * from and what stands there in CPython; then everything else.
 */

import type { JudgedLine } from '../lab/alignment.js';
import type { Fault, VariantResult } from '../lab/result.js';
import { differs, endsEarly } from './diff.js';
import { faultText } from './faults.js';
import { measured, plain } from './numbers.js';
import { quoted } from './shortened.js';
import type { Style } from './style.js';

/** How many faults are told at most, beside the lines. */
const mostFaults = 40;

/** Say it, one text a difference, each in one line or several; `exact` tells whether the clock was. */
export function differences(variant: VariantResult, exact: boolean, style: Style): string[] {
  const { log, faults } = variant;
  const index = log.findIndex(differs);
  const first = log[index];
  const others = faults.filter(({ type }) => type !== 'lines');
  return [
    ...(first === undefined ? [] : [firstDifference(first, index + 1, variant, exact, style)]),
    ...others.slice(0, mostFaults).map((it) => faultText(it, exact, style)),
    ...(others.length > mostFaults
      ? [style.words.check.moreFaults(others.length - mostFaults)]
      : []),
  ];
}

/** Return where to look: the line that differs first, or else where the variant is defined. */
export function placeOfFirst({
  log,
  faults,
  place,
  retries = [],
}: VariantResult): string | undefined {
  const first = log.find(differs);
  // A line is missing because of what kept the variant from printing it.
  const isMissing = first !== undefined && first.actual === undefined;
  const telling = isMissing ? faults.filter(endsEarly) : first === undefined ? faults : [];
  return first?.actual?.place ?? placesIn([...telling, ...retries.flat()])[0] ?? place;
}

/** Return where the variant is defined if nothing that is said of it has a place. */
export function placeBeside({ log, faults, place }: VariantResult): string | undefined {
  return log.some(differs) || placesIn(faults).length > 0 ? undefined : place;
}

function placesIn(faults: readonly Fault[]): string[] {
  return faults.flatMap((fault) => ('place' in fault ? (fault.place ?? []) : []));
}

function firstDifference(
  { state, actual, expected }: JudgedLine,
  number: number,
  variant: VariantResult,
  exact: boolean,
  style: Style,
): string {
  const { check } = style.words;
  const place = actual?.place ?? variant.place;
  const happened =
    actual === undefined
      ? check.firstMissing(number)
      : check.firstDifference(
          number,
          check.line(
            quoted(actual.text, style),
            measured(actual.t, exact),
            actual.task ?? actual.thread ?? null,
          ),
        );
  const at = expected?.t === undefined ? undefined : plain(expected.t);
  const line =
    expected === undefined
      ? check.noSuchLine
      : check.line(quoted(expected.text, style), at, expected.task);
  const due = state === 'moved' ? check.earlier(line) : line;
  const version = variant.python === undefined ? '' : ` ${variant.python}`;
  return [
    happened + (place === undefined ? '' : ` (${place})`),
    variant.source === 'cpython' ? check.cpython(version, due) : check.author(due),
  ].join('\n');
}
