/**
 * What is new in a recording, in a few lines: each has what was recorded before and what is now.
 */

import type { Recording } from '../lab/cpython/recording.js';
import type { RecordedLine, RecordedVariant } from '../lab/recorded.js';
import { wrap } from './columns.js';
import { outcomeText } from './faults.js';
import { plain } from './numbers.js';
import type { Style } from './style.js';
import { visible } from './visible.js';

/** Render the changes from one recording to the next, none of the first one. */
export function recordingChanges(
  before: Recording | undefined,
  now: Recording,
  style: Style,
): string[] {
  if (before === undefined) return [];
  const { words, width, paint } = style;
  const names = [...new Set([...Object.keys(before.variants), ...Object.keys(now.variants)])];
  const changes = [
    ...(before.python === now.python
      ? []
      : [arrow(`CPython ${before.python}`, `CPython ${now.python}`)]),
    ...names.flatMap((name) =>
      changesOf(before.variants[name], now.variants[name], style).map((it) => `${name}: ${it}`),
    ),
  ];
  const texts = changes.length === 0 ? [words.record.form] : changes;
  return texts
    .flatMap((text) => wrap(visible(text), width - 6).map((line, index) => [index, line] as const))
    .map(([index, line]) => paint.dim(`${index === 0 ? '   ' : '     '}${line}`));
}

function changesOf(
  before: RecordedVariant | undefined,
  now: RecordedVariant | undefined,
  style: Style,
): string[] {
  const { record, seconds } = style.words;
  if (before === undefined) return [record.added];
  if (now === undefined) return [record.removed];
  const time = (value: number | undefined) => (value === undefined ? '–' : seconds(plain(value)));
  const list = (values: readonly string[] = []) => values.join(' | ') || '–';
  const measures = [
    ...new Set([...Object.keys(before.measures ?? {}), ...Object.keys(now.measures ?? {})]),
  ];
  const pairs: [name: string, before: string, now: string][] = [
    ['', time(before.elapsed), time(now.elapsed)],
    ['', outcomeText(before.outcome, style), outcomeText(now.outcome, style)],
    ...measures.map((name): [string, string, string] => [
      `${name} `,
      time(before.measures?.[name]),
      time(now.measures?.[name]),
    ]),
    [`${record.warnings} `, list(before.warnings), list(now.warnings)],
    [`${record.pending} `, list(before.pending), list(now.pending)],
  ];
  return [
    ...lineChanges(before.lines, now.lines, style),
    ...pairs
      .filter(([, one, other]) => one !== other)
      .map(([name, ...both]) => name + arrow(...both)),
  ];
}

/** The first line that is another one, and how many there are. */
function lineChanges(
  before: readonly RecordedLine[],
  now: readonly RecordedLine[],
  { words: { record } }: Style,
): string[] {
  const changed = Array.from({ length: Math.max(before.length, now.length) }, (_, at) => at).filter(
    (at) => JSON.stringify(before[at]) !== JSON.stringify(now[at]),
  );
  const [first] = changed;
  if (first === undefined) return [];
  return [
    record.lines(changed.length, first + 1, arrow(lineText(before[first]), lineText(now[first]))),
  ];
}

function lineText(line: RecordedLine | undefined): string {
  return line === undefined ? '–' : `${plain(line.t)} ${line.task ?? '–'} ${line.text}`;
}

function arrow(before: string, now: string): string {
  return `${before} → ${now}`;
}
