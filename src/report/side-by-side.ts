/**
 * Two programs side by side, Python's on the left and the TypeScript on the right: what they printed
 * and when, how they ended, and whether that is the same.
 */

import type { LineState } from '../lab/alignment.js';
import type { Comparison, VariantComparison } from '../lab/compare.js';
import type { Clock, ExecutedLine } from '../lab/execution.js';
import type { RecordedLine } from '../lab/recorded.js';
import type { Fault } from '../lab/result.js';
import type { Outcome } from '../lab/scenario.js';
import { cut, padEnd, padStart, widthOf, wrap } from './columns.js';
import { faultText, outcomeText } from './faults.js';
import { scenarioHeading } from './heading.js';
import { measured } from './numbers.js';
import { type Style, textIn } from './style.js';
import { type Sign, TwoColumns } from './two-columns.js';
import { visible } from './visible.js';

/** Render what came of comparing a scenario with its twin. */
export function sideBySide(
  { found, variants }: Comparison,
  python: string,
  clock: Clock,
  style: Style,
): string {
  const nameWidth = Math.max(0, ...variants.map(({ name }) => widthOf(name)));
  return [
    scenarioHeading(found, clock, style),
    ...variants.flatMap((variant) => [
      '',
      ...headingOf(variant, nameWidth, style),
      ...new VariantSideBySide(variant, clock, style).render(python),
    ]),
  ].join('\n');
}

function headingOf({ name, variant }: VariantComparison, nameWidth: number, style: Style) {
  const { paint, language, width } = style;
  const indent = nameWidth + 3;
  const [first = '', ...rest] = wrap(visible(textIn(language, variant.about)), width - indent - 1);
  return [
    ` ${paint.bold(padEnd(visible(name), nameWidth))}  ${first}`,
    ...rest.map((text) => ' '.repeat(indent) + text),
  ];
}

type Line = Pick<ExecutedLine, 't' | 'text' | 'task'>;

const signs: Partial<Record<LineState, Sign>> = {
  ok: '│',
  unjudged: '>',
  missing: '<',
  extra: '>',
  moved: '>',
};

const nobody = '–';

class VariantSideBySide {
  readonly #comparison: VariantComparison;
  readonly #style: Style;
  readonly #exact: boolean;
  readonly #columns: TwoColumns;
  readonly #instantWidth: number;
  readonly #whoWidth: number;

  constructor(comparison: VariantComparison, clock: Clock, style: Style) {
    const { python, here } = comparison;
    this.#comparison = comparison;
    this.#style = style;
    this.#exact = clock.kind === 'virtual';
    this.#columns = new TwoColumns(style);
    const lines: Line[] = [
      ...python.lines,
      ...here.log.flatMap(({ actual }) => (actual === undefined ? [] : [actual])),
    ];
    this.#instantWidth = Math.max(5, ...lines.map(({ t }) => this.#instant(t).length));
    this.#whoWidth = Math.min(12, Math.max(1, ...lines.map((line) => widthOf(whoOf(line)))));
  }

  render(python: string): string[] {
    const { paint, words } = this.#style;
    const { here } = this.#comparison;
    const heads = [`CPython ${python}`, words.sideBySide.here];
    const [left = '', right = ''] = heads.map((head) => cut(head, this.#columns.width));
    return [
      ` ${paint.dim(padEnd(left, this.#columns.width))} ${paint.dim('│')} ${paint.dim(right)}`,
      ...this.#lines(),
      ...(here.status === 'skip' ? [] : this.#ending()),
      ...this.#otherFaults(),
    ];
  }

  #lines(): string[] {
    return rowsOf(this.#comparison).flatMap(({ left, sign, right }) =>
      this.#columns.rows(this.#cell(left), sign, this.#cell(right)),
    );
  }

  #cell(line: Line | undefined): string[] {
    if (line === undefined) return [];
    const head = `${padStart(this.#instant(line.t), this.#instantWidth)}  ${padEnd(
      cut(visible(whoOf(line)), this.#whoWidth),
      this.#whoWidth,
    )}  `;
    const room = Math.max(8, this.#columns.width - head.length);
    const [first = '', ...rest] = wrap(visible(line.text), room);
    return [head + first, ...rest.map((more) => ' '.repeat(widthOf(head)) + more)];
  }

  #ending(): string[] {
    const { python, here } = this.#comparison;
    const { words } = this.#style;
    const { sideBySide, seconds } = words;
    const took = (elapsed = 0) => sideBySide.took(seconds(measured(elapsed, this.#exact)));
    const rows = [
      ...this.#row([took(python.elapsed)], ['elapsed'], [took(here.elapsed)]),
      ...(isPlain(python.outcome) && isPlain(here.outcome)
        ? []
        : this.#row(this.#outcome(python.outcome), ['outcome'], this.#outcome(here.outcome))),
      ...here.measures.flatMap(({ name, elapsed, status }) =>
        this.#row(
          this.#measure(name, python.measures?.[name]),
          status === 'pass' ? [] : ['measure'],
          this.#measure(name, elapsed),
        ),
      ),
      ...this.#row(
        this.#pending(python.pending),
        ['pending-extra', 'pending-missing'],
        this.#pending(here.pending),
      ),
      ...this.#row(
        (python.warnings ?? []).map((text) => `! ${text}`),
        ['warning-extra', 'warning-missing'],
        here.warnings.map((text) => `! ${text.split('\n', 1)[0]}`),
      ),
    ];
    return rows;
  }

  #row(left: readonly string[], faults: readonly Fault['type'][], right: readonly string[]) {
    const differs = this.#comparison.here.faults.some(({ type }) => faults.includes(type));
    const cell = (texts: readonly string[]) =>
      texts.flatMap((text) => hanging(visible(text), this.#columns.width));
    return this.#columns.rows(cell(left), differs ? '≠' : '│', cell(right));
  }

  #outcome(outcome: Outcome | undefined): string[] {
    return outcome === undefined ? [] : [outcomeText(outcome, this.#style)];
  }

  #measure(name: string, at: number | undefined): string[] {
    const { sideBySide, seconds } = this.#style.words;
    if (at === undefined) return [];
    return [sideBySide.measure(name, seconds(measured(at, this.#exact)))];
  }

  #pending(tasks: readonly string[] = []): string[] {
    return tasks.length === 0 ? [] : [this.#style.words.sideBySide.pending(tasks.join(' '))];
  }

  /** What is no matter of two sides: it hangs here, an error got lost, a task is left. */
  #otherFaults(): string[] {
    const { paint, width } = this.#style;
    return this.#comparison.here.faults
      .filter(({ type }) => !twoSided.includes(type))
      .flatMap((fault) => wrap(`✗ ${faultText(fault, this.#exact, this.#style)}`, width - 2))
      .map((line) => ` ${paint.bad(line)}`);
  }

  #instant(t: number): string {
    return measured(t, this.#exact);
  }
}

/** The faults that the two columns show. */
const twoSided: readonly Fault['type'][] = [
  'lines',
  'elapsed',
  'outcome',
  'measure',
  'warning-extra',
  'warning-missing',
  'pending-extra',
  'pending-missing',
];

/** A return with nothing to show goes without saying. */
function isPlain(outcome: Outcome | undefined): boolean {
  return outcome?.type === 'return' && (outcome.value ?? undefined) === undefined;
}

/** A thread's name is no matter of comparison: CPython's transcript has none. */
function whoOf({ task }: Line): string {
  return task ?? nobody;
}

interface Row {
  readonly left?: Line;
  readonly sign: Sign;
  readonly right?: Line;
}

/** Lay out the lines; one that has moved stands on each side where it was printed. */
function rowsOf({ python, here: { log } }: VariantComparison): Row[] {
  const rows: Row[] = [];
  const places = placesOf(log, python.lines);
  const moved = new Set(log.flatMap(({ state }, at) => (state === 'moved' ? [places[at]] : [])));
  const addMovedBefore = (end: number) => {
    for (const place of [...moved].toSorted((one = 0, other = 0) => one - other)) {
      if (place === undefined || place >= end) continue;
      const left = python.lines[place];
      rows.push({ sign: '<', ...(left && { left }) });
      moved.delete(place);
    }
  };
  log.forEach(({ state, actual }, at) => {
    const place = state === 'moved' ? undefined : places[at];
    if (place !== undefined) addMovedBefore(place);
    const left = place === undefined ? undefined : python.lines[place];
    rows.push({
      sign: signs[state] ?? '≠',
      ...(left && { left }),
      ...(actual && { right: actual }),
    });
  });
  addMovedBefore(python.lines.length);
  return rows;
}

/**
 * Find for each judged line the place of the one that Python printed. The judge may know less of it:
 * no instants of what the machine takes its time for.
 */
function placesOf(
  log: VariantComparison['here']['log'],
  lines: readonly RecordedLine[],
): (number | undefined)[] {
  const taken = new Set<number>();
  return log.map(({ expected }) => {
    if (expected === undefined) return undefined;
    const place = lines.findIndex(
      ({ t, text, task = null }, at) =>
        !taken.has(at) &&
        text === expected.text &&
        task === (expected.task ?? null) &&
        (expected.t === undefined || t === expected.t),
    );
    taken.add(place);
    return place < 0 ? undefined : place;
  });
}

/** Wrap a text, all lines but the first indented. */
function hanging(text: string, width: number): string[] {
  const [first = '', ...rest] = wrap(text, width - 2);
  return [first, ...rest.map((line) => `  ${line}`)];
}
