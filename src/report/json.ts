/**
 * The report for scripts: `--json`. Its schema is part of the product, so what a field holds may not
 * change without a new `schemaVersion`; new fields may come.
 */

import type { JudgedLine, LineState } from '../lab/alignment.js';
import type { Clock } from '../lab/execution.js';
import type { Fault, MeasureResult, Results, Status, VariantResult } from '../lab/result.js';
import type { Outcome } from '../lab/scenario.js';
import { rounded } from './numbers.js';
import { type Language, textIn } from './style.js';
import { countsOf } from './summary.js';

/** The whole report. */
export interface JsonReport {
  readonly schemaVersion: 1;
  readonly clock: Clock['kind'];
  /** How many times faster than the world the real clock went, where it did. */
  readonly speed?: number;
  readonly node: string;
  readonly version: string;
  readonly scenarios: readonly JsonScenario[];
  /** Numbers of variants. */
  readonly summary: { readonly passed: number; readonly failed: number; readonly skipped: number };
}

/** A scenario in the report. */
export interface JsonScenario {
  readonly name: string;
  readonly status: Status;
  readonly variants: readonly JsonVariant[];
}

/** A variant in the report. Times are seconds; what is unknown is absent. */
export interface JsonVariant {
  readonly name: string;
  readonly status: Status;
  /** Of all that are `skip` this is the one that had begun when the run was interrupted. */
  readonly interrupted?: boolean;
  readonly elapsed?: number;
  readonly expected?: { readonly elapsed: number };
  readonly claim?: string;
  readonly note?: string;
  readonly measures?: readonly JsonMeasure[];
  readonly log: readonly JsonLine[];
  readonly warnings?: readonly string[];
  readonly outcome?: Outcome;
  /** What is not as expected, beside the lines that the log shows. */
  readonly faults?: readonly Fault[];
}

/** A moment within a variant. */
export interface JsonMeasure {
  readonly name: string;
  readonly elapsed?: number;
  readonly expected?: number;
  readonly claim?: string;
}

/** A line: printed, or missing, which has no instant and no text. */
export interface JsonLine {
  readonly t?: number;
  readonly text?: string;
  readonly task?: string;
  readonly thread?: string;
  readonly expected?: string;
  readonly expectedAt?: number;
  readonly ok: boolean;
  /** What is wrong with a line that is not `ok`. */
  readonly state?: LineState;
}

/** Make the report. */
export function jsonReport(
  results: Results,
  versions: { readonly node: string; readonly version: string },
  language: Language,
): JsonReport {
  const { clock, scenarios } = results;
  const { pass, fail, skip } = countsOf(results);
  return {
    schemaVersion: 1,
    clock: clock.kind,
    ...(clock.kind === 'real' && clock.speed !== 1 && { speed: clock.speed }),
    ...versions,
    scenarios: scenarios.map(({ name, status, variants }) => ({
      name,
      status,
      variants: variants.map((variant) => variantEntry(variant, language)),
    })),
    summary: { passed: pass, failed: fail, skipped: skip },
  };
}

function variantEntry(result: VariantResult, language: Language): JsonVariant {
  const { name, status, interrupted, elapsed, expected, claim, note } = result;
  const { measures, warnings, outcome } = result;
  const faults = result.faults.filter(({ type }) => type !== 'lines');
  return {
    name,
    status,
    ...(interrupted && { interrupted }),
    ...(elapsed !== undefined && { elapsed: rounded(elapsed) }),
    ...(expected !== undefined && { expected: { elapsed: expected } }),
    ...(claim !== undefined && { claim: textIn(language, claim) }),
    ...(note !== undefined && { note: textIn(language, note) }),
    ...(measures.length > 0 && { measures: measures.map((it) => measureEntry(it, language)) }),
    log: result.log.map(lineEntry),
    ...(warnings.length > 0 && { warnings }),
    ...(outcome !== undefined && { outcome }),
    ...(faults.length > 0 && { faults }),
  };
}

function measureEntry(measure: MeasureResult, language: Language): JsonMeasure {
  const { name, elapsed, expected, claim } = measure;
  return {
    name,
    ...(elapsed !== undefined && { elapsed: rounded(elapsed) }),
    ...(expected !== undefined && { expected }),
    ...(claim !== undefined && { claim: textIn(language, claim) }),
  };
}

function lineEntry({ state, actual, expected }: JudgedLine): JsonLine {
  const ok = state === 'ok' || state === 'unjudged';
  return {
    ...(actual !== undefined && { t: rounded(actual.t), text: actual.text }),
    ...(actual?.task !== undefined && { task: actual.task }),
    ...(actual?.thread !== undefined && { thread: actual.thread }),
    ...(expected !== undefined && { expected: expected.text }),
    ...(!ok && expected?.t !== undefined && { expectedAt: expected.t }),
    ok,
    ...(!ok && { state }),
  };
}
