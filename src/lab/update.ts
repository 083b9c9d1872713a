/**
 * What `check --update` would write for a scenario: what its variants did, in the form that they are
 * held to from then on.
 *
 * Of a line that differs from run to run the pattern is kept, the scenario's or the author's own. Of
 * a warning what tells of this machine is left out: stacks and addresses.
 */

import type { JudgedLine } from './alignment.js';
import { type ExpectedFile, expectedFileOf, formatExpectedFile } from './expected-file.js';
import type { Found } from './found.js';
import type { RecordedVariant } from './recorded.js';
import type { Fault, ScenarioResult, VariantResult } from './result.js';
import type { Varying } from './scenario.js';
import { VaryingLines } from './varying-lines.js';

/** A file to write, if its author agrees. */
export interface Proposal {
  readonly path: string;
  readonly text: string;
}

/** Propose what a scenario is to do from what it did; variants that were not run stay as they are. */
export function proposalOf(
  { scenario, expected, source }: Found,
  result: ScenarioResult,
): Proposal {
  const before = expected?.variants ?? {};
  const now = new Map(result.variants.map((variant) => [variant.name, variant]));
  const variants = Object.keys(scenario.variants).flatMap((name) => {
    const variant = now.get(name);
    const kept = variant === undefined ? before[name] : recordedOf(variant, scenario.varying ?? []);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  const file: ExpectedFile = { format: 1, variants: Object.fromEntries(variants) };
  return { path: expectedFileOf(source), text: formatExpectedFile(file) };
}

/** Return whether what a variant did may be what it is to do: it ended by itself and left no mess. */
export function isRecordable({ status, faults }: VariantResult): boolean {
  return status !== 'skip' && faults.every(isOfExpectation);
}

/** Ratios are the author's own words, and stay above what was recorded. */
function isOfExpectation({ type }: Fault): boolean {
  switch (type) {
    case 'lines':
    case 'elapsed':
    case 'outcome':
    case 'warning-missing':
    case 'warning-extra':
    case 'measure':
    case 'pending-extra':
    case 'pending-missing':
    case 'nothing-expected':
    case 'no-such-variant':
      return true;
    case 'ratio':
    case 'time-limit':
    case 'stray':
    case 'exit':
    case 'hang':
    case 'leak':
      return false;
  }
}

function recordedOf(result: VariantResult, varying: readonly Varying[]): RecordedVariant {
  const { elapsed = 0, log, outcome = { type: 'return' }, pending = [] } = result;
  const lines = new VaryingLines(varying);
  const warnings = result.warnings.map(withoutStack);
  const measures = result.measures.flatMap(({ name, elapsed: end }) =>
    end === undefined ? [] : [[name, inNanoseconds(end)] as const],
  );
  return {
    elapsed: inNanoseconds(elapsed),
    lines: log.flatMap(({ actual, expected }) => {
      if (actual === undefined) return [];
      const { t, text, task } = actual;
      const line = { t: inNanoseconds(t), text, ...(task !== undefined && { task }) };
      return [lines.keep(line, patternOf(expected, text))];
    }),
    outcome,
    ...(measures.length > 0 && { measures: Object.fromEntries(measures) }),
    ...(warnings.length > 0 && { warnings }),
    ...(pending.length > 0 && { pending }),
  };
}

/** The pattern that the author expects in this place, if the line still fits it. */
function patternOf(expected: JudgedLine['expected'], text: string): Varying | undefined {
  return expected?.pattern?.test(text)
    ? { pattern: expected.pattern, shown: expected.text }
    : undefined;
}

/** Whoever expects a warning may leave out its last lines. */
function withoutStack(warning: string): string {
  const lines = warning.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^\s+at |\b0x|:\d+\b/.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n');
}

/** What is finer is an artefact of binary fractions. */
function inNanoseconds(seconds: number): number {
  return Number(seconds.toFixed(9));
}
