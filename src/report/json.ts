/**
 * The report for scripts: `--json`. Its schema is part of the product, so what a field holds may not
 * change without a new `schemaVersion`; new fields may come.
 *
 * Whatever another format shows is in here, for merged reports are made of nothing else.
 */

import type { JudgedLine, LineState } from '../lab/alignment.js';
import type { Clock } from '../lab/execution.js';
import type { FindProblem } from '../lab/find-error.js';
import type { Fault, MeasureResult, Results, Status, VariantResult } from '../lab/result.js';
import type { Outcome } from '../lab/scenario.js';
import type { Shard } from '../lab/shard.js';
import type { Facts, Format } from './format.js';
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
  /** Which part of all scenarios these are; absent when they are all. */
  readonly shard?: Shard;
  readonly interrupted?: boolean;
  readonly scenarios: readonly JsonScenario[];
  /** The modules of folders that export no scenario. */
  readonly leftOut?: readonly string[];
  /** Numbers of variants; a scenario that cannot be loaded counts as one that failed. */
  readonly summary: { readonly passed: number; readonly failed: number; readonly skipped: number };
}

/** A scenario in the report. */
export interface JsonScenario {
  readonly name: string;
  readonly status: Status;
  /** Its file, as a path from the folder that the report was made in. */
  readonly source: string;
  /** Why it could not be loaded; it has no variants then. */
  readonly problem?: FindProblem;
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
  /** Who says what is expected. */
  readonly expectedBy: VariantResult['source'];
  /** The version of the CPython that was recorded. */
  readonly python?: string;
  readonly claim?: string;
  readonly note?: string;
  readonly measures?: readonly JsonMeasure[];
  readonly log: readonly JsonLine[];
  readonly warnings?: readonly string[];
  /** The names of the tasks that it left pending. */
  readonly pending?: readonly string[];
  readonly outcome?: Outcome;
  /** Where it is defined, `file:line`, when it failed. */
  readonly place?: string;
  /** What is not as expected, beside the lines that the log shows. */
  readonly faults?: readonly Fault[];
  /** What was not as expected in earlier attempts. */
  readonly retries?: readonly (readonly Fault[])[];
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
  /** The task that should have printed it, `null` for none. */
  readonly expectedTask?: string | null;
  /** The parts of it that vary, and have to be the same as before, or not. */
  readonly expectedGroups?: Readonly<Record<string, number>>;
  readonly ok: boolean;
  /** What is wrong with a line that is not `ok`. */
  readonly state?: LineState;
  /** Where it was printed, `file:line`. */
  readonly place?: string;
}

/** The report as a format of a check: all of it at the end. */
export function json(facts: Facts, language: Language): Format {
  return {
    end: (results) => {
      const report = JSON.stringify(jsonReport(results, facts, language), null, 2);
      // On the output of a step in GitHub Actions this would begin a command.
      return `${report.replaceAll('##[', '#\\u0023[')}\n`;
    },
  };
}

/** Make the report. */
export function jsonReport(
  results: Results,
  { node, version, shard }: Pick<Facts, 'node' | 'version' | 'shard'>,
  language: Language,
): JsonReport {
  const { clock, scenarios, interrupted, leftOut = [] } = results;
  const { pass, fail, skip } = countsOf(results);
  return {
    schemaVersion: 1,
    clock: clock.kind,
    ...(clock.kind === 'real' && clock.speed !== 1 && { speed: clock.speed }),
    node,
    version,
    ...(shard !== undefined && { shard }),
    ...(interrupted && { interrupted }),
    scenarios: scenarios.map(({ name, status, source, problem, variants }) => ({
      name,
      status,
      source,
      ...(problem !== undefined && { problem }),
      variants: variants.map((variant) => variantEntry(variant, language)),
    })),
    ...(leftOut.length > 0 && { leftOut }),
    summary: { passed: pass, failed: fail, skipped: skip },
  };
}

function variantEntry(result: VariantResult, language: Language): JsonVariant {
  const { name, status, interrupted, elapsed, expected, claim, note } = result;
  const { source, python, measures, warnings, pending = [], outcome, place, retries } = result;
  const faults = result.faults.filter(({ type }) => type !== 'lines');
  return {
    name,
    status,
    ...(interrupted && { interrupted }),
    ...(elapsed !== undefined && { elapsed: rounded(elapsed) }),
    ...(expected !== undefined && { expected: { elapsed: expected } }),
    expectedBy: source,
    ...(python !== undefined && { python }),
    ...(claim !== undefined && { claim: textIn(language, claim) }),
    ...(note !== undefined && { note: textIn(language, note) }),
    ...(measures.length > 0 && { measures: measures.map((it) => measureEntry(it, language)) }),
    log: result.log.map(lineEntry),
    ...(warnings.length > 0 && { warnings }),
    ...(pending.length > 0 && { pending }),
    ...(outcome !== undefined && { outcome }),
    ...(place !== undefined && { place }),
    ...(faults.length > 0 && { faults }),
    ...(retries !== undefined && { retries }),
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
    ...(!ok && expected?.task !== undefined && { expectedTask: expected.task }),
    ...(state === 'identity' && { expectedGroups: expected?.groups ?? {} }),
    ok,
    ...(!ok && { state }),
    ...(actual?.place !== undefined && { place: actual.place }),
  };
}
