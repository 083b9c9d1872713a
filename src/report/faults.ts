/**
 * What is not as expected, one sentence a fault, and what was expected where that is as long.
 */

import type { Fault } from '../lab/result.js';
import type { Outcome, Ratio } from '../lab/scenario.js';
import { measured, plain, times } from './numbers.js';
import type { Style } from './style.js';

/** Say what is wrong, in a line or several; `exact` tells whether the clock was. */
export function faultText(fault: Fault, exact: boolean, style: Style): string {
  const { faults, seconds } = style.words;
  const actual = (value: number) => seconds(measured(value, exact));
  const expected = (value: number) => seconds(plain(value));
  switch (fault.type) {
    case 'lines':
      return faults.lines(fault.count);
    case 'elapsed':
      return faults.elapsed(actual(fault.actual), expected(fault.expected));
    case 'outcome':
      return [
        faults.outcome(outcomeText(fault.actual, style)) + placeText(fault.place),
        faults.outcomeExpected(outcomeText(fault.expected, style)),
      ].join('\n');
    case 'warning-missing':
      return faults.warningMissing(fault.text);
    case 'warning-extra':
      // The whole of it is in the log.
      return faults.warningExtra(firstLine(fault.text));
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
      return faults.stray(fault.error);
    case 'pending-extra':
      return faults.pendingExtra(fault.task) + placeText(fault.place);
    case 'pending-missing':
      return faults.pendingMissing(fault.task);
    case 'exit':
      return faults.exit(fault.signal ?? fault.code ?? 0);
    case 'hang':
      return faults.hang(expected(fault.seconds));
    case 'leak':
      return faults.leak(fault.resources.join(style.words.summary.join));
  }
}

/** Say how a variant ended. */
export function outcomeText(outcome: Outcome, { words }: Style): string {
  if (outcome.type === 'error') {
    const { name, message } = outcome;
    return words.raised(message === '' ? name : `${name}: ${message}`);
  }
  const value = JSON.stringify(outcome.value);
  return value === undefined ? words.returnedNothing : words.returned(value);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
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
