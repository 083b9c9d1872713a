/**
 * What was expected beside what happened, line by line with its instants, around the first line that
 * differs: what is the same far before it and what comes long after says nothing new.
 */

import type { FoundLine } from '../../lab/exercise/findings.js';
import type { Row } from '../../lab/exercise/verdict.js';
import { cut, padEnd, padStart, wrap } from '../columns.js';
import { plain } from '../numbers.js';
import { shortened } from '../shortened.js';
import { TwoColumns } from '../two-columns.js';
import type { ExerciseStyle } from './words.js';

/** How many rows are shown at most, and how many of them before the first that differs. */
const mostRows = 12;
const mostBefore = 4;

/** Render rows under the headings of their columns, in lines. */
export function rowsSideBySide(
  rows: readonly Row[],
  headings: readonly [expected: string, happened: string],
  style: ExerciseStyle,
): string[] {
  if (rows.length === 0) return [];
  const { paint } = style;
  const columns = new TwoColumns(style);
  const [left, right] = headings.map((heading) =>
    padEnd(cut(heading, columns.width), columns.width),
  );
  const { from, to } = windowOn(rows);
  const cell = cellMaker(rows, columns.width);
  return [
    ` ${paint.dim(left ?? '')} ${paint.dim('│')} ${paint.dim((right ?? '').trimEnd())}`,
    ...elided(from, style),
    ...rows
      .slice(from, to)
      .flatMap((row) => columns.rows(cell(row.expected), signOf(row), cell(row.actual))),
    ...moreAfter(rows.slice(to), style),
  ];
}

/** Render lines alone with their instants, as many as there is room for. */
export function linesWithInstants(lines: readonly FoundLine[], style: ExerciseStyle): string[] {
  const rows = lines.map((line) => ({ actual: line, isSame: true }));
  const cell = cellMaker(rows, style.width - 4);
  const to = lines.length <= mostRows ? lines.length : mostRows - 1;
  return [
    ...lines.slice(0, to).flatMap((line) => cell(line).map((text) => `   ${text}`)),
    ...elided(lines.length - to, style),
  ];
}

function windowOn(rows: readonly Row[]): { readonly from: number; readonly to: number } {
  if (rows.length <= mostRows) return { from: 0, to: rows.length };
  const first = rows.findIndex(({ isSame }) => !isSame);
  const from = Math.max(0, Math.min(first - mostBefore, rows.length - mostRows));
  return { from, to: from + mostRows };
}

function elided(count: number, { paint, words }: ExerciseStyle): string[] {
  return count === 0 ? [] : [`   ${paint.dim(`… ${words.check.elided(count)}`)}`];
}

function moreAfter(rows: readonly Row[], style: ExerciseStyle): string[] {
  const { paint, words } = style;
  const differing = rows.filter(({ isSame }) => !isSame).length;
  return differing === 0
    ? elided(rows.length, style)
    : [`   ${paint.dim(`… ${words.check.moreLines(differing)}`)}`];
}

function signOf({ expected, actual, isSame }: Row) {
  if (isSame) return '│';
  if (actual === undefined) return '<';
  return expected === undefined ? '>' : '≠';
}

function cellMaker(rows: readonly Row[], width: number) {
  const instants = rows.flatMap(({ expected, actual }) =>
    [expected, actual].flatMap((line) => (line === undefined ? [] : [plain(line.t).length])),
  );
  const instantWidth = Math.max(1, ...instants);
  const room = Math.max(8, width - instantWidth - 2);
  const indent = ' '.repeat(instantWidth + 2);
  return (line: FoundLine | undefined): string[] => {
    if (line === undefined) return [];
    // Nobody reads a line that is longer than a few rows of its column.
    const [first = '', ...rest] = wrap(shortened(line.text, 3 * room), room);
    return [
      `${padStart(plain(line.t), instantWidth)}  ${first}`,
      ...rest.map((more) => indent + more),
    ];
  };
}
