/**
 * The lines of a variant as they happen, each beside what is expected in its place.
 *
 * A row has a sign, as in a diff, then the instant, the task, the text and the mark. `+` is a line
 * that should not be there, `-` one that should, `!` a warning. What a scenario prints is shown with
 * its control characters written out.
 */

import type { JudgedLine } from '../lab/alignment.js';
import type { Clock, ExecutedLine } from '../lab/execution.js';
import type { Expected, ExpectedLine } from '../lab/expectation.js';
import type { Found } from '../lab/find.js';
import type { VariantResult } from '../lab/result.js';
import type { Outcome, Variant } from '../lab/scenario.js';
import { cut, padEnd, padStart, widthOf, wrap } from './columns.js';
import { faultText, outcomeText } from './faults.js';
import { measured, plain } from './numbers.js';
import type { Brush } from './paint.js';
import { type Style, textIn } from './style.js';
import { visible } from './visible.js';

const nobody = '–';

/** Render the heading of a scenario: its name and title, and at the right the clock. */
export function scenarioHeading({ name, scenario }: Found, clock: Clock, style: Style): string {
  const { paint, language } = style;
  const right = clockName(clock, style);
  const room = style.width - 2 - widthOf(right) - 2;
  const title = cut(visible(`${name} · ${textIn(language, scenario.title)}`), room);
  return ` ${paint.bold(padEnd(title, room))}  ${paint.dim(right)}`;
}

function clockName(clock: Clock, { words }: Style): string {
  if (clock.kind === 'virtual') return words.clocks.virtual;
  return clock.speed === 1 ? words.clocks.real : words.clocks.fasterReal(plain(clock.speed));
}

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
    const marks = lines.map((line) => widthOf(this.#late(line)));
    this.#instantWidth = Math.max(7, ...instants);
    this.#taskWidth = Math.min(14, Math.max(variant.threads === undefined ? 6 : 9, ...tasks));
    this.#markWidth = expected.lines === undefined ? 0 : Math.max(16, ...marks);
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
  line({ state, actual, expected }: JudgedLine): string[] {
    const { paint, words } = this.#style;
    const { marks } = words;
    if (actual === undefined) {
      return expected === undefined ? [] : this.#expectedRow(expected, marks.missing);
    }
    switch (state) {
      case 'unjudged':
        return this.#actualRow(' ', actual, '', paint.dim);
      case 'ok':
        return this.#actualRow(' ', actual, `✓ ${this.#at(expected)}`.trimEnd(), paint.good);
      case 'extra':
        return this.#actualRow('+', actual, `✗ ${marks.extra}`, paint.bad);
      case 'task': {
        const task = expected?.task ?? null;
        const mark = task === null ? marks.noTask : marks.task(task);
        return this.#actualRow(' ', actual, `✗ ${mark}`, paint.bad);
      }
      case 'identity': {
        const groups = Object.keys(expected?.groups ?? {}).join(', ');
        return this.#actualRow(' ', actual, `✗ ${marks.identity(groups)}`, paint.bad);
      }
      case 'differs':
        return [
          ...this.#actualRow('+', actual, `✗ ${marks.differs}`, paint.bad),
          ...(expected === undefined ? [] : this.#expectedRow(expected, marks.expected)),
        ];
      default:
        return this.#actualRow(' ', actual, this.#offMark(state, expected), paint.bad);
    }
  }

  /** Render a warning of the runtime, or a report of the loop. */
  warning(text: string): string[] {
    const { paint, width } = this.#style;
    return text
      .split('\n')
      .flatMap((line) => wrap(visible(line), width - 3))
      .map((line, index) => ` ${paint.warning(`${index === 0 ? '!' : ' '} ${line}`)}`);
  }

  /** Render how the variant ended, where that is not plain, and all that is not as expected. */
  ending(result: VariantResult): string[] {
    const { paint, width } = this.#style;
    const rows: string[] = [];
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

  #actualRow(sign: string, line: ExecutedLine, mark: string, brush: Brush): string[] {
    const who = line.task ?? line.thread;
    const { paint } = this.#style;
    return this.#row({
      sign: sign === ' ' ? sign : brush(sign),
      instant: measured(line.t, this.#exact),
      who: who ?? nobody,
      whoBrush: who === undefined ? paint.dim : paint.task(who),
      text: line.text,
      textBrush: sign === ' ' ? (text) => text : brush,
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
      mark: `✗ ${mark}`,
      markBrush: bad,
    });
  }

  #row(row: Row): string[] {
    const { width } = this.#style;
    const before = 1 + 1 + this.#instantWidth + 2 + this.#taskWidth + 2;
    // Marks stand below each other; only a long text may push its own aside.
    const column = width - before - 2 - this.#markWidth;
    const room = Math.max(
      10,
      row.mark === '' ? width - before : width - before - 2 - widthOf(row.mark),
    );
    const [first = '', ...rest] = wrap(visible(row.text), room);
    const instant = padStart(row.instant, this.#instantWidth);
    const who = padEnd(cut(visible(row.who), this.#taskWidth), this.#taskWidth);
    const text = row.textBrush(padEnd(first, column));
    const head = ` ${row.sign}${instant}  ${row.whoBrush(who)}  ${text}`;
    return [
      row.mark === '' ? head.trimEnd() : `${head}  ${row.markBrush(row.mark)}`,
      ...rest.map((more) => ' '.repeat(before) + row.textBrush(more)),
    ];
  }

  #at(expected: ExpectedLine | undefined): string {
    return expected?.t === undefined ? '' : this.#style.words.marks.at(plain(expected.t));
  }

  #late(expected: ExpectedLine): string {
    return expected.t === undefined ? '' : `✗ ${this.#style.words.marks.late(plain(expected.t))}`;
  }

  #offMark(state: JudgedLine['state'], expected: ExpectedLine | undefined): string {
    const { marks } = this.#style.words;
    const at = expected?.t === undefined ? '' : plain(expected.t);
    if (state === 'late') return `✗ ${marks.late(at)}`;
    return `✗ ${state === 'early' ? marks.early(at) : marks.moved(at)}`;
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

/** A plain return with nothing to show is what everybody expects. */
function isWorthSaying(outcome: Outcome | undefined): outcome is Outcome {
  if (outcome === undefined) return false;
  return outcome.type === 'error' || (outcome.value !== undefined && outcome.value !== null);
}
