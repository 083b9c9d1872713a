/**
 * What is not as expected, one sentence a fault, and what was expected where that is as long.
 */

import type { Fault, LastSeen } from '../lab/result.js';
import type { Outcome, Ratio } from '../lab/scenario.js';
import { measured, plain, times } from './numbers.js';
import { quoted } from './shortened.js';
import type { Style } from './style.js';

/** How many lines of a text are shown at most. */
const mostLines = 40;

/** Say what is wrong, in a line or several; `exact` tells whether the clock was. */
export function faultText(fault: Fault, exact: boolean, style: Style): string {
  const { faults, seconds } = style.words;
  const actual = (value: number) => seconds(measured(value, exact));
  const expected = (value: number) => seconds(plain(value));
  const last = ({ last }: LastSeen) => last && quoted(last, style);
  switch (fault.type) {
    case 'lines':
      return [faults.lines(fault.count), ...firstOf(fault, exact, style)].join(
        style.words.summary.join,
      );
    case 'elapsed':
      return faults.elapsed(actual(fault.actual), expected(fault.expected));
    case 'outcome':
      return [
        withPlaces(faults.outcome(outcomeText(fault.actual, style)), fault),
        faults.outcomeExpected(outcomeText(fault.expected, style)),
      ].join('\n');
    case 'warning-missing':
      return faults.warningMissing(manyLines(fault.text, style));
    case 'warning-extra':
      // The whole of it is in the log.
      return faults.warningExtra(warningText(fault, style)) + placeText(fault.place);
    case 'measure':
      return fault.actual === undefined
        ? faults.measureMissing(fault.name, expected(fault.expected))
        : faults.measure(fault.name, actual(fault.actual), expected(fault.expected));
    case 'ratio':
      return faults.ratio(
        fault.ratio.faster,
        fault.ratio.than,
        times(fault.actual),
        boundsText(fault.ratio, style),
      );
    case 'time-limit':
      return faults.timeLimit(expected(fault.seconds));
    case 'stray':
      return faults.stray(quoted(fault.error, style)) + placeText(fault.place);
    case 'pending-extra':
      return faults.pendingExtra(fault.task) + placeText(fault.place);
    case 'pending-missing':
      return faults.pendingMissing(fault.task);
    case 'exit':
      return faults.exit(fault.signal ?? fault.code ?? 0, last(fault)) + placeText(fault.place);
    case 'hang':
      return faults.hang(expected(fault.seconds), last(fault)) + placeText(fault.place);
    case 'leak':
      return faults.leak(fault.resources.join(style.words.summary.join));
    case 'nothing-expected':
      return faults.nothingExpected[fault.source];
    case 'no-such-variant':
      return faults.noSuchVariant;
  }
}

/** Say how a variant ended. */
export function outcomeText(outcome: Outcome, style: Style): string {
  const { words } = style;
  if (outcome.type === 'error') {
    const { name, message } = outcome;
    return words.raised(manyLines(message === '' ? name : `${name}: ${message}`, style));
  }
  const value = JSON.stringify(outcome.value);
  return value === undefined ? words.returnedNothing : words.returned(quoted(value, style));
}

/** A deadlock names its tasks, a line each: there stands where they wait. */
function withPlaces(
  text: string,
  { place, waiting }: Extract<Fault, { readonly type: 'outcome' }>,
): string {
  if (waiting === undefined) return text + placeText(place);
  return text
    .split('\n')
    .map(
      (line) => line + placeText(waiting.find(({ name }) => line.startsWith(`  ${name}, `))?.place),
    )
    .join('\n');
}

/** What stands behind a message of the loop tells less than the exception that it is about. */
function warningText(
  { text, error }: Extract<Fault, { readonly type: 'warning-extra' }>,
  style: Style,
): string {
  const [first = ''] = text.split('\n', 1);
  return quoted(error === undefined ? first : `${first}: ${error}`, style);
}

function manyLines(text: string, style: Style): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, mostLines).map((line) => quoted(line, style));
  return [...shown, ...(lines.length > mostLines ? ['  …'] : [])].join('\n');
}

/** Where the log is not kept, its first line that differs says most. */
function firstOf(
  { first }: Extract<Fault, { readonly type: 'lines' }>,
  exact: boolean,
  style: Style,
): string[] {
  const { check } = style.words;
  if (first === undefined) return [];
  const { number, line } = first;
  if (line === undefined) return [check.firstMissing(number)];
  const text = quoted(line.text, style);
  return [check.firstDifference(number, check.line(text, measured(line.t, exact), line.task))];
}

function placeText(place: string | undefined): string {
  return place === undefined ? '' : ` (${place})`;
}

function boundsText({ atLeast, atMost }: Ratio, { words: { faults, summary } }: Style): string {
  return [
    atLeast === undefined ? [] : faults.atLeast(times(atLeast)),
    atMost === undefined ? [] : faults.atMost(times(atMost)),
  ]
    .flat()
    .join(summary.join);
}
