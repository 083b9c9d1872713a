/**
 * The transcript of a variant as a diff: `-` stands before a line that is expected, `+` before one
 * that is there instead or besides. Instants, tasks and texts stand in columns. Around each
 * difference are a few lines as they should be; what is left out of a long stretch is counted.
 */

import type { JudgedLine } from '../lab/alignment.js';
import { cut, padEnd, padStart, widthOf, wrap } from './columns.js';
import { markOf } from './marks.js';
import { measured } from './numbers.js';
import type { Brush } from './paint.js';
import type { Style } from './style.js';
import { visible } from './visible.js';

/** How many lines that are as expected stand before and after a difference. */
const context = 3;

const widestTask = 14;
const nobody = '–';
const gap = '  ';

interface Row {
  readonly sign: ' ' | '-' | '+';
  readonly instant: string;
  readonly who: string;
  readonly text: string;
  readonly mark: string;
}

/** Return whether a line is not as expected. */
export function differs({ state }: JudgedLine): boolean {
  return state !== 'ok' && state !== 'unjudged';
}

/** Render the diff in lines, none when nothing differs; `exact` tells whether the clock was. */
export function transcriptDiff(log: readonly JudgedLine[], exact: boolean, style: Style): string[] {
  const stretches = stretchesOf(log);
  const rows = stretches.map((stretch) =>
    typeof stretch === 'number' ? stretch : stretch.flatMap((line) => rowsOf(line, exact, style)),
  );
  const shown = rows.flatMap((row) => (typeof row === 'number' ? [] : row));
  const instantWidth = Math.max(0, ...shown.map(({ instant }) => widthOf(instant)));
  const taskWidth = Math.min(widestTask, Math.max(0, ...shown.map(({ who }) => widthOf(who))));
  return rows.flatMap((row) =>
    typeof row === 'number'
      ? [
          style.paint.dim(
            `${gap}${padStart('…', instantWidth)}${gap}${style.words.check.elided(row)}`,
          ),
        ]
      : row.flatMap((it) => render(it, instantWidth, taskWidth, style)),
  );
}

/** Stretches to show, and numbers of lines to leave out between them. */
function stretchesOf(log: readonly JudgedLine[]): (JudgedLine[] | number)[] {
  if (!log.some(differs)) return [];
  const isNear = log.map((_, index) =>
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

function rowsOf(judged: JudgedLine, exact: boolean, { words }: Style): Row[] {
  const { state, actual, expected } = judged;
  const isOk = !differs(judged);
  const isPair = !isOk && state !== 'moved' && actual !== undefined;
  return [
    ...(expected === undefined || isOk || state === 'moved'
      ? []
      : [
          {
            sign: '-' as const,
            instant: expected.t === undefined ? '' : measured(expected.t, true),
            who: visible(expected.task === undefined ? '' : (expected.task ?? nobody)),
            text: expected.text,
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
  const texts = wrap(visible(row.text), room);
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
