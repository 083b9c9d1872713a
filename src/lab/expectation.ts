/**
 * What a variant is held to, whatever it comes from: a recording from CPython, the expectation that
 * lies beside the scenario, or the user's own `expect`, brought into one form for the judge.
 *
 * What was recorded knows everything: each line's instant and task, every warning. A user's expectation
 * may leave out what it does not care for, and what is left out is not judged.
 */

import type { RecordedLine, RecordedVariant } from './recorded.js';
import type { Expectation, ExpectedText, Outcome, Varying } from './scenario.js';
import { inCamelCase, patternOfShown } from './shown-objects.js';

/** A line that is expected. */
export interface ExpectedLine {
  /** Seconds from the start; not judged when absent. */
  readonly t?: number;
  /** The text, or what stands for it when a pattern decides. */
  readonly text: string;
  readonly pattern?: RegExp;
  /** For each named group of the pattern the number of its value, by first appearance. */
  readonly groups?: Readonly<Record<string, number>>;
  /** The printing task's name, `null` for none; not judged when absent. */
  readonly task?: string | null;
}

/** What a variant is held to; what is absent is not judged. */
export interface Expected {
  /** CPython measured it, or the scenario's author says so. */
  readonly source: 'cpython' | 'author';
  readonly elapsed?: number;
  readonly lines?: readonly ExpectedLine[];
  readonly outcome: Outcome;
  readonly measures: Readonly<Record<string, number>>;
  readonly warnings?: readonly string[];
  /** The names of the tasks that are still pending when main has ended. */
  readonly pending?: readonly string[];
}

/** Make the expectation of a variant that CPython was recorded with. */
export function fromRecording(recorded: RecordedVariant): Expected {
  return {
    ...fromRecorded(recorded),
    source: 'cpython',
    lines: recorded.lines.map(fromLineOfPython),
    warnings: (recorded.warnings ?? []).map(withOurNames),
  };
}

/** Make the expectation of a variant that was recorded here, with its author's consent. */
export function fromExpectedFile(recorded: RecordedVariant): Expected {
  return { ...fromRecorded(recorded), source: 'author', warnings: recorded.warnings ?? [] };
}

function fromRecorded({ elapsed, lines, outcome, measures, pending }: RecordedVariant) {
  return {
    elapsed,
    lines: lines.map(fromRecordedLine),
    outcome,
    measures: measures ?? {},
    pending: pending ?? [],
  };
}

function fromRecordedLine(line: RecordedLine): ExpectedLine {
  return {
    t: line.t,
    text: line.text,
    task: line.task ?? null,
    ...(line.pattern !== undefined && { pattern: new RegExp(line.pattern, line.flags) }),
    ...(line.groups !== undefined && { groups: line.groups }),
  };
}

function fromLineOfPython(line: RecordedLine): ExpectedLine {
  const pattern = line.pattern === undefined ? patternOfShown(line.text) : undefined;
  return { ...fromRecordedLine(line), ...(pattern !== undefined && { pattern }) };
}

/** What warnings call functions by: `coroutine 'main.<locals>.say_hi'`, `callback on_timer()`. */
const functionName = /(?<=coroutine '|Exception in callback )[\w.<>]+/g;

/** Functions carry their twin's name in camel case, and not where they are defined: so warnings do too. */
function withOurNames(warning: string): string {
  return warning.replace(functionName, (name) => inCamelCase(name.replace(/^.*<locals>\./, '')));
}

/**
 * Return a warning as it is compared: functions of a program have no class before their names here, and
 * those of the library are called as in Python.
 */
export function unqualified(warning: string): string {
  return withOurNames(warning).replace(functionName, (name) => name.replace(/^.*\./, ''));
}

/** Leave out all that is an instant or a duration: work for the processor takes what it takes. */
export function untimed({ source, outcome, lines, warnings, pending }: Expected): Expected {
  return {
    source,
    outcome,
    measures: {},
    ...(lines !== undefined && { lines: lines.map(({ t: _, ...line }) => line) }),
    ...(warnings !== undefined && { warnings }),
    ...(pending !== undefined && { pending }),
  };
}

/**
 * Make the expectation that a scenario's author wrote down; without one, a return is expected.
 *
 * Warnings are never what an author does not care for: they tell of lost errors and of coroutines
 * that never ran. Nor are tasks that are left. Where some are expected, the author says so.
 */
export function fromAuthor(
  expect: Expectation | undefined,
  varying: readonly Varying[] = [],
): Expected {
  return {
    source: 'author',
    outcome: expect?.outcome ?? { type: 'return' },
    measures: {},
    ...(expect?.elapsed !== undefined && { elapsed: expect.elapsed }),
    ...(expect?.lines !== undefined && {
      lines: expect.lines.map((line) => fromText(line, varying)),
    }),
    ...(expect !== undefined && {
      warnings: expect.warnings ?? [],
      pending: expect.pending ?? [],
    }),
  };
}

function fromText(line: ExpectedText, varying: readonly Varying[]): ExpectedLine {
  const [t, text] = typeof line === 'string' || line instanceof RegExp ? [undefined, line] : line;
  const instant = t !== undefined && { t };
  if (text instanceof RegExp) {
    // A global pattern would remember where it stopped.
    const pattern = new RegExp(text.source, text.flags.replaceAll(/[gy]/g, ''));
    return { ...instant, text: String(text), pattern };
  }
  const pattern = varying.find(({ shown }) => shown === text)?.pattern;
  return { ...instant, text, ...(pattern !== undefined && { pattern }) };
}
