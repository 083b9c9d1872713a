/**
 * The transcript of a variant as a diff: `-` stands before a line that is expected, `+` before one
 * that is there instead or besides. Instants, tasks and texts stand in columns. Around each
 * difference are a few lines as they should be; what is left out of a long stretch is counted, and
 * so is what differs beyond the first screen.
 */

import type { JudgedLine } from '../lab/alignment.js';
import type { Fault, VariantResult } from '../lab/result.js';
import { cut, padEnd, padStart, widthOf, wrap } from './columns.js';
import { markOf } from './marks.js';
import { measured } from './numbers.js';
import type { Brush } from './paint.js';
import { differsFrom, shortened } from './shortened.js';
import type { Style } from './style.js';
import { visible } from './visible.js';

/** How many lines that are as expected stand before and after a difference. */
const context = 3;

/** How many rows are shown at most. */
const mostRows = 40;

const widestTask = 14;
const nobody = '–';
const gap = '  ';

interface Row {
  readonly sign: ' ' | '-' | '+';
  readonly instant: string;
  readonly who: string;
  readonly text: string;
  /** The index of the first character that is not as it should be. */
  readonly from: number;
  readonly mark: string;
}

/** Rows that follow one another, or the number of lines that are left out between them. */
type Part = readonly Row[] | number;

/** Return whether a line is not as expected. */
export function differs({ state }: JudgedLine): boolean {
  return state !== 'ok' && state !== 'unjudged';
}

/** Return whether a fault kept a variant from coming to its end. */
export function endsEarly({ type }: Fault): boolean {
  return type === 'exit' || type === 'hang';
}

/**
 * Render the diff in lines, none when nothing differs and the variant came to its end; `exact` tells
 * whether the clock was.
 */
export function transcriptDiff(
  { log, faults }: Pick<VariantResult, 'log' | 'faults'>,
  exact: boolean,
  style: Style,
): string[] {
  const { words, paint } = style;
  const isCutShort = faults.some(endsEarly);
  const { parts, more } = partsOf(stretchesOf(log, isCutShort), exact, style);
  const shown = parts.flatMap((part) => (typeof part === 'number' ? [] : part));
  const instantWidth = Math.max(0, ...shown.map(({ instant }) => widthOf(instant)));
  const taskWidth = Math.min(widestTask, Math.max(0, ...shown.map(({ who }) => widthOf(who))));
  const remark = (text: string) => paint.dim(`${gap}${padStart('…', instantWidth)}${gap}${text}`);
  return [
    ...parts.flatMap((part) =>
      typeof part === 'number'
        ? [remark(words.check.elided(part))]
        : part.flatMap((row) => render(row, instantWidth, taskWidth, style)),
    ),
    ...(more > 0 ? [remark(words.check.moreLines(more))] : []),
  ];
}

/** Stretches to show, and numbers of lines to leave out between them. */
function stretchesOf(log: readonly JudgedLine[], isCutShort: boolean): (JudgedLine[] | number)[] {
  if (!isCutShort && !log.some(differs)) return [];
  const isNear = log.map(
    (_, index) =>
      (isCutShort && index >= log.length - context) ||
      log.slice(Math.max(0, index - context), index + context + 1).some(differs),
  );
  const stretches: (JudgedLine[] | number)[] = [];
  log.forEach((line, index) => {
    const isAlone = !isNear[index] && isNear[index - 1] !== false && isNear[index + 1] !== false;
    const last = stretches.at(-1);
    if (isNear[index] || isAlone) {
      if (typeof last === 'object') last.push(line);
      else stretches.push([line]);
    } else if (typeof last === 'number') stretches[stretches.length - 1] = last + 1;
    else stretches.push(1);
  });
  return stretches;
}

/** Make the rows as far as there is room, and count the lines beyond that differ. */
function partsOf(
  stretches: readonly (readonly JudgedLine[] | number)[],
  exact: boolean,
  style: Style,
): { parts: Part[]; more: number } {
  const parts: Part[] = [];
  let left = mostRows;
  let more = 0;
  for (const stretch of stretches) {
    if (typeof stretch === 'number') {
      if (left > 0) parts.push(stretch);
      continue;
    }
    const rows: Row[] = [];
    for (const line of stretch) {
      if (left > 0) rows.push(...rowsOf(line, exact, style));
      else if (differs(line)) more += 1;
      left = mostRows - countOf(parts) - rows.length;
    }
    if (rows.length > 0) parts.push(rows);
  }
  return { parts: typeof parts.at(-1) === 'number' && more > 0 ? parts.slice(0, -1) : parts, more };
}

function countOf(parts: readonly Part[]): number {
  return parts.flat().filter((it) => typeof it !== 'number').length;
}

function rowsOf(judged: JudgedLine, exact: boolean, { words }: Style): Row[] {
  const { state, actual, expected } = judged;
  const isOk = !differs(judged);
  const isPair = !isOk && state !== 'moved' && actual !== undefined;
  const from = isPair && expected !== undefined ? differsFrom(actual.text, expected.text) : 0;
  return [
    ...(expected === undefined || isOk || state === 'moved'
      ? []
      : [
          {
            sign: '-' as const,
            instant: expected.t === undefined ? '' : measured(expected.t, true),
            who: visible(expected.task === undefined ? '' : (expected.task ?? nobody)),
            text: expected.text,
            from,
            mark: isPair ? '' : markOf(judged, words),
          },
        ]),
    ...(actual === undefined
      ? []
      : [
          {
            sign: isOk ? (' ' as const) : ('+' as const),
            instant: measured(actual.t, exact),
            who: visible(actual.task ?? actual.thread ?? nobody),
            text: actual.text,
            from,
            mark: isOk ? '' : markOf(judged, words),
          },
        ]),
  ];
}

function render(row: Row, instantWidth: number, taskWidth: number, style: Style): string[] {
  const { width } = style;
  const before = 2 + instantWidth + gap.length + taskWidth + gap.length;
  const mark = row.mark === '' ? '' : `${gap}${row.mark}`;
  const room = Math.max(10, width - before - 1);
  const texts = wrap(shortened(row.text, style.longest ?? 2 * room, row.from), room);
  const last = texts.at(-1) ?? '';
  // A mark that does not fit behind the text stands below it.
  const lines =
    widthOf(last + mark) <= room || mark === ''
      ? [...texts.slice(0, -1), last + mark]
      : [...texts, row.mark];
  const head = [
    `${row.sign} ${padStart(row.instant, instantWidth)}`,
    padEnd(cut(row.who, taskWidth), taskWidth),
    lines[0] ?? '',
  ].join(gap);
  const brush = brushOf(row, style);
  return [brush(head.trimEnd()), ...lines.slice(1).map((line) => brush(' '.repeat(before) + line))];
}

function brushOf({ sign }: Row, { paint }: Style): Brush {
  return { ' ': paint.dim, '-': paint.good, '+': paint.bad }[sign];
}
