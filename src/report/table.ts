/**
 * The table under a scenario's transcripts: each variant's time as measured here, as CPython has it
 * and as the guide says, how it was judged, and how it compares with the slowest. A moment measured
 * within a variant has a row of its own below it.
 */

import Table from 'cli-table3';
import type { ScenarioResult, Status, VariantResult } from '../lab/result.js';
import type { Text } from '../lab/scenario.js';
import { cut, widthOf, wrap } from './columns.js';
import { measured, plain, times } from './numbers.js';
import type { Brush } from './paint.js';
import { type Style, textIn } from './style.js';
import { visible } from './visible.js';

const gap = 2;
const widestName = 24;
const widestClaim = 24;
const widestBar = 20;
const narrowestBar = 6;

/** What takes less, in seconds, takes none: neither bars nor ratios say anything about it. */
const shortest = 0.01;

/** A ratio above this comes from dividing by next to nothing. */
const greatestRatio = 1000;

interface Row {
  readonly name: string;
  readonly isMeasure: boolean;
  readonly elapsed: number | undefined;
  readonly expected: number | undefined;
  readonly claim: Text | undefined;
  readonly status: Status;
  readonly interrupted: boolean;
  /** The longest time of the rows that this one compares with. */
  readonly slowest: number;
}

interface Column {
  readonly heading: string;
  readonly align: 'left' | 'right';
  /** The cell's text; it may have several lines. */
  readonly text: (row: Row) => string;
  readonly brush?: (row: Row) => Brush;
}

/** Render the table of a scenario; `exact` tells whether the clock was. */
export function resultTable({ variants }: ScenarioResult, exact: boolean, style: Style): string {
  const rows = rowsOf(variants);
  const columns = columnsOf(rows, variants, exact, style);
  const room = style.width - 1 - widthOfAll(columns, rows);
  const longest = Math.max(0, ...rows.map(timeTaken));
  if (room >= narrowestBar + gap && longest > 0) {
    columns.splice(-1, 0, barColumn(longest, Math.min(widestBar, room - gap), style));
  }
  const used = columns.filter((column) => widthOfColumn(column, rows) > 0);

  const table = new Table({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
    colAligns: used.map(({ align }) => align),
  });
  table.push(used.map(({ heading }) => style.paint.dim(heading)));
  for (const row of rows) {
    table.push(used.map(({ text, brush }) => paintLines(text(row), brush?.(row))));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => ` ${line}`.trimEnd())
    .join('\n');
}

function rowsOf(variants: readonly VariantResult[]): Row[] {
  const slowest = slowestOf(variants);
  return variants.flatMap(({ name, elapsed, claim, status, measures, ...variant }) => [
    {
      name,
      isMeasure: false,
      elapsed,
      // What the processor needs is not what a recording on a virtual clock says: nothing.
      expected: variant.machineTimed ? undefined : variant.expected,
      claim,
      status,
      interrupted: variant.interrupted ?? false,
      slowest,
    },
    ...measures.map((measure) => ({
      name: measure.name,
      isMeasure: true,
      elapsed: measure.elapsed,
      expected: measure.expected,
      claim: measure.claim,
      status: measure.status,
      interrupted: false,
      slowest: slowestOf(
        variants.flatMap((other) => other.measures).filter((other) => other.name === measure.name),
      ),
    })),
  ]);
}

function slowestOf(timed: readonly { readonly elapsed?: number }[]): number {
  return Math.max(0, ...timed.map(({ elapsed = 0 }) => elapsed));
}

/** The seconds that a row took; 0 for so few that they are only what the machine adds. */
function timeTaken({ elapsed = 0, expected }: Row): number {
  return expected === 0 || elapsed < shortest ? 0 : elapsed;
}

function timesFaster(row: Row, { words }: Style): string {
  const ratio = row.slowest / timeTaken(row);
  return ratio >= 1.05 && ratio < greatestRatio ? words.timesFaster(times(ratio)) : '';
}

function columnsOf(
  rows: readonly Row[],
  variants: readonly VariantResult[],
  exact: boolean,
  style: Style,
): Column[] {
  const { paint, words, language } = style;
  const { columns } = words;
  const hasClaims = rows.some(({ claim }) => claim !== undefined);
  const byCpython = variants.some(({ source }) => source === 'cpython');
  return [
    {
      heading: columns.variant,
      align: 'left',
      text: ({ name, isMeasure }) => cut(visible(isMeasure ? `  ${name}` : name), widestName),
      brush: ({ isMeasure }) => (isMeasure ? paint.dim : paint.bold),
    },
    {
      heading: columns.measured,
      align: 'right',
      text: ({ elapsed }) =>
        elapsed === undefined ? '–' : words.seconds(measured(elapsed, exact)),
      brush: ({ status }) => (status === 'fail' ? paint.bad : asItIs),
    },
    {
      heading: byCpython ? columns.cpython : columns.expected,
      align: 'right',
      text: ({ expected }) => (expected === undefined ? '–' : words.seconds(plain(expected))),
    },
    {
      heading: hasClaims ? columns.guide : '',
      align: 'left',
      text: ({ claim }) => {
        if (!hasClaims) return '';
        return claim === undefined
          ? '–'
          : wrap(visible(textIn(language, claim)), widestClaim).join('\n');
      },
    },
    {
      heading: '',
      align: 'left',
      text: ({ status, interrupted }) =>
        interrupted
          ? words.interruptedVariant
          : { pass: '✓', fail: '✗', skip: words.skipped }[status],
      brush: ({ status }) => ({ pass: paint.good, fail: paint.bad, skip: paint.dim })[status],
    },
    {
      heading: '',
      align: 'left',
      text: (row) => timesFaster(row, style),
    },
  ];
}

function barColumn(longest: number, width: number, { paint }: Style): Column {
  return {
    heading: '',
    align: 'left',
    text: (row) => bar((timeTaken(row) / longest) * width),
    brush: ({ isMeasure }) => (isMeasure ? paint.dim : asItIs),
  };
}

/** A bar of so many columns, the last of them filled in eighths. */
function bar(length: number): string {
  const eighths = Math.round(length * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (['', ...'▏▎▍▌▋▊▉'][eighths % 8] ?? '');
}

function widthOfAll(columns: readonly Column[], rows: readonly Row[]): number {
  return columns
    .map((column) => widthOfColumn(column, rows))
    .reduce((sum, width) => sum + (width > 0 ? width + gap : 0), 0);
}

function widthOfColumn({ heading, text }: Column, rows: readonly Row[]): number {
  const cells = rows.flatMap((row) => text(row).split('\n'));
  return Math.max(widthOf(heading), ...cells.map(widthOf));
}

/** Colours must not span a line's end: the table pads each line on its own. */
function paintLines(text: string, brush: Brush = asItIs): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : brush(line)))
    .join('\n');
}

function asItIs(text: string): string {
  return text;
}

const noBorders = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left'],
    ...['bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((part) => [part, '']),
);
