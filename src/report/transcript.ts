/**
 * The lines of a variant as they happen, each beside what is expected in its place.
 *
 * A row has a sign, as in a diff, then the instant, the task, the text and the mark. `+` is a line
 * that should not be there, `-` one that should, `!` a warning. What a scenario prints is shown with
 * its control characters written out.
 */

import type { JudgedLine, LineState } from '../lab/alignment.js';
import type { Clock, ExecutedLine } from '../lab/execution.js';
import type { Expected, ExpectedLine } from '../lab/expectation.js';
import type { VariantResult } from '../lab/result.js';
import type { Outcome, Variant } from '../lab/scenario.js';
import { cut, padEnd, padStart, widthOf, wrap } from './columns.js';
import { faultText, outcomeText } from './faults.js';
import { markOf, usualMarks } from './marks.js';
import { measured } from './numbers.js';
import type { Brush } from './paint.js';
import { type Style, textIn } from './style.js';
import { visible } from './visible.js';

const nobody = '–';

/** The transcript of one variant: renders row after row in columns that fit what is expected. */
export class Transcript {
  readonly #style: Style;
  readonly #exact: boolean;
  readonly #instantWidth: number;
  readonly #taskWidth: number;
  readonly #markWidth: number;

  constructor(expected: Expected, variant: Variant, clock: Clock, style: Style) {
    this.#style = style;
    this.#exact = clock.kind === 'virtual';
    const { lines = [] } = expected;
    const tasks = lines.map(({ task }) => widthOf(task ?? ''));
    const instants = lines.map(({ t = 0 }) => measured(t, this.#exact).length);
    const marks = lines.flatMap((line) => usualMarks(line, style.words)).map(widthOf);
    this.#instantWidth = Math.max(7, ...instants);
    this.#taskWidth = Math.min(14, Math.max(variant.threads === undefined ? 6 : 9, ...tasks));
    this.#markWidth = Math.max(0, ...marks);
  }

  /** Render the heading: the variant's name, what it is about, and the note on it. */
  heading(name: string, nameWidth: number, { about, note }: Variant): string[] {
    const { paint, language, width } = this.#style;
    const indent = nameWidth + 3;
    const room = width - indent - 1;
    const texts = wrap(visible(textIn(language, about)), room);
    const notes = note === undefined ? [] : wrap(visible(textIn(language, note)), room);
    const [first = '', ...rest] = texts;
    return [
      ` ${paint.bold(padEnd(visible(name), nameWidth))}  ${first}`,
      ...rest.map((text) => ' '.repeat(indent) + text),
      ...notes.map((text) => ' '.repeat(indent) + paint.dim(text)),
    ];
  }

  /** Render a judged line: one row, or two when another text was expected. */
  line(judged: JudgedLine): string[] {
    const { state, actual, expected } = judged;
    const { words } = this.#style;
    const mark = markOf(judged, words);
    const instead = `✗ ${words.marks.expected}`;
    return [
      ...(actual === undefined ? [] : this.#actualRow(state, actual, mark)),
      ...(expected !== undefined && state === 'missing' ? this.#expectedRow(expected, mark) : []),
      ...(expected !== undefined && state === 'differs'
        ? this.#expectedRow(expected, instead)
        : []),
    ];
  }

  /** Render a warning of the runtime, or a report of the loop. */
  warning(text: string): string[] {
    const { paint, width } = this.#style;
    return withoutLoop(text)
      .split('\n')
      .flatMap((line) => wrap(visible(line), width - 3))
      .map((line, index) => ` ${paint.warning(`${index === 0 ? '!' : ' '} ${line}`)}`);
  }

  /** Render how the variant ended, where that is not plain, and all that is not as expected. */
  ending(result: VariantResult): string[] {
    const { paint, width } = this.#style;
    const rows: string[] = [];
    if (result.status === 'skip') return rows;
    const say = (sign: string, text: string, brush: Brush) => {
      const lines = text.split('\n').flatMap((line) => wrap(visible(line), width - 5));
      const [first = '', ...rest] = lines;
      rows.push(`   ${brush(`${sign} ${first}`)}`, ...rest.map((more) => `     ${brush(more)}`));
    };
    const asExpected = !result.faults.some(
      ({ type }) => type === 'outcome' || type === 'time-limit',
    );
    if (isWorthSaying(result.outcome) && asExpected) {
      say('✓', outcomeText(result.outcome, this.#style), paint.good);
    }
    for (const fault of result.faults) {
      if (fault.type !== 'ratio') say('✗', faultText(fault, this.#exact, this.#style), paint.bad);
    }
    return rows;
  }

  #actualRow(state: LineState, line: ExecutedLine, mark: string): string[] {
    const { paint } = this.#style;
    const brush = state === 'ok' ? paint.good : state === 'unjudged' ? paint.dim : paint.bad;
    const isStranger = state === 'extra' || state === 'differs';
    const who = line.task ?? line.thread;
    return this.#row({
      sign: isStranger ? brush('+') : ' ',
      instant: measured(line.t, this.#exact),
      who: who ?? nobody,
      whoBrush: who === undefined ? paint.dim : paint.task(who),
      text: line.text,
      textBrush: isStranger ? brush : (text) => text,
      mark,
      markBrush: brush,
    });
  }

  #expectedRow({ t, task, text }: ExpectedLine, mark: string): string[] {
    const { bad } = this.#style.paint;
    return this.#row({
      sign: bad('-'),
      instant: t === undefined ? '' : measured(t, true),
      who: task ?? nobody,
      whoBrush: bad,
      text,
      textBrush: bad,
      mark,
      markBrush: bad,
    });
  }

  #row(row: Row): string[] {
    const { width } = this.#style;
    const before = 1 + 1 + this.#instantWidth + 2 + this.#taskWidth + 2;
    // Marks stand below each other; only a long text or a long mark moves it aside.
    const column = width - before - 2 - this.#markWidth;
    const room = Math.max(
      10,
      row.mark === '' ? width - before : width - before - 2 - widthOf(row.mark),
    );
    const [first = '', ...rest] = wrap(visible(row.text), room);
    const instant = padStart(row.instant, this.#instantWidth);
    const who = padEnd(cut(visible(row.who), this.#taskWidth), this.#taskWidth);
    const text = row.textBrush(padEnd(first, Math.min(column, room)));
    const head = ` ${row.sign}${instant}  ${row.whoBrush(who)}  ${text}`;
    return [
      row.mark === '' ? head.trimEnd() : `${head}  ${row.markBrush(row.mark)}`,
      ...rest.map((more) => ' '.repeat(before) + row.textBrush(more)),
    ];
  }
}

interface Row {
  readonly sign: string;
  readonly instant: string;
  readonly who: string;
  readonly whoBrush: Brush;
  readonly text: string;
  readonly textBrush: Brush;
  readonly mark: string;
  readonly markBrush: Brush;
}

/** Drop from a stack what lies beneath a coroutine: whoever wrote it learns nothing from the loop. */
function withoutLoop(text: string): string {
  const resumed = String.raw`(?:\n {4}at \S+ \(<anonymous>\))?\n {4}at Coroutine\.resume .*`;
  return text.replaceAll(new RegExp(String.raw`${resumed}(?:\n {4}at .*)*`, 'g'), '');
}

/** A plain return with nothing to show is what everybody expects. */
function isWorthSaying(outcome: Outcome | undefined): outcome is Outcome {
  if (outcome === undefined) return false;
  return outcome.type === 'error' || (outcome.value !== undefined && outcome.value !== null);
}
