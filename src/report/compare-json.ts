/**
 * The report of `compare` for scripts. Its schema is part of the product, as that of `run` is.
 */

import type { Comparison, VariantComparison } from '../lab/compare.js';
import type { Difference } from '../lab/difference.js';
import type { Clock, ExecutedLine } from '../lab/execution.js';
import type { RecordedVariant } from '../lab/recorded.js';
import type { Fault, Status } from '../lab/result.js';
import type { Outcome } from '../lab/scenario.js';
import { rounded } from './numbers.js';

/** The whole report. */
export interface JsonComparisonReport {
  readonly schemaVersion: 1;
  readonly clock: Clock['kind'];
  readonly node: string;
  readonly version: string;
  /** The interpreter: the name under which it was found, and the version of Python. */
  readonly python: { readonly name: string; readonly version: string };
  readonly scenarios: readonly JsonComparison[];
  /** Numbers of variants. */
  readonly summary: {
    readonly same: number;
    readonly different: number;
    readonly skipped: number;
  };
}

/** A scenario and its twin. */
export interface JsonComparison {
  readonly name: string;
  readonly status: Status;
  readonly source: string;
  readonly twin: string;
  readonly variants: readonly JsonVariantComparison[];
}

/** A variant: what CPython did and what happened here. */
export interface JsonVariantComparison {
  readonly name: string;
  readonly status: Status;
  readonly python: JsonSide;
  readonly here: JsonSide;
  readonly difference?: JsonDifference;
  /** All that differs, beside the lines. */
  readonly faults?: readonly Fault[];
}

/** What one side did; times are seconds. A side that was stopped has no elapsed time. */
export interface JsonSide {
  readonly elapsed?: number;
  readonly lines: readonly JsonSideLine[];
  readonly outcome?: Outcome;
  readonly warnings?: readonly string[];
  readonly measures?: Readonly<Record<string, number>>;
  /** The tasks that were still pending at the end. */
  readonly pending?: readonly string[];
}

/** A line that was printed; of one that varies Python's side has what stands for it. */
export interface JsonSideLine {
  readonly t?: number;
  readonly text: string;
  readonly task?: string;
  readonly thread?: string;
}

/** The first difference: a line by its number, which one side may lack, or a fault. */
export interface JsonDifference {
  readonly line?: number;
  readonly python?: JsonSideLine;
  readonly here?: JsonSideLine;
  readonly fault?: Fault;
}

/** Make the report. */
export function compareJson(
  comparisons: readonly Comparison[],
  facts: Pick<JsonComparisonReport, 'clock' | 'node' | 'version' | 'python'>,
): JsonComparisonReport {
  const counts = { pass: 0, fail: 0, skip: 0 };
  for (const { here } of comparisons.flatMap(({ variants }) => variants)) counts[here.status]++;
  return {
    schemaVersion: 1,
    ...facts,
    scenarios: comparisons.map(({ found, twin, status, variants }) => ({
      name: found.name,
      status,
      source: found.source,
      twin,
      variants: variants.map(variantEntry),
    })),
    summary: { same: counts.pass, different: counts.fail, skipped: counts.skip },
  };
}

function variantEntry({ name, python, here, difference }: VariantComparison) {
  const faults = here.faults.filter(({ type }) => type !== 'lines');
  return {
    name,
    status: here.status,
    python: pythonSide(python),
    here: hereSide(here),
    ...(difference !== undefined && { difference: differenceEntry(difference) }),
    ...(faults.length > 0 && { faults }),
  };
}

function pythonSide(recorded: RecordedVariant): JsonSide {
  const { elapsed, lines, outcome, warnings, measures, pending } = recorded;
  return {
    elapsed,
    lines: lines.map(lineEntry),
    outcome,
    ...(warnings !== undefined && { warnings }),
    ...(measures !== undefined && { measures }),
    ...(pending !== undefined && { pending }),
  };
}

function hereSide(result: VariantComparison['here']): JsonSide {
  const { elapsed, log, outcome, warnings, measures, pending = [] } = result;
  const ends = measures.flatMap(({ name, elapsed: end }) =>
    end === undefined ? [] : [[name, rounded(end)] as const],
  );
  return {
    ...(elapsed !== undefined && { elapsed: rounded(elapsed) }),
    lines: log.flatMap(({ actual }) => (actual === undefined ? [] : [lineEntry(actual)])),
    ...(outcome !== undefined && { outcome }),
    ...(warnings.length > 0 && { warnings }),
    ...(ends.length > 0 && { measures: Object.fromEntries(ends) }),
    ...(pending.length > 0 && { pending }),
  };
}

function differenceEntry(difference: Difference): JsonDifference {
  if (difference.type === 'fault') return { fault: difference.fault };
  const { line, expected, actual } = difference;
  return {
    line,
    ...(expected !== undefined && { python: lineEntry(expected) }),
    ...(actual !== undefined && { here: lineEntry(actual) }),
  };
}

type AnyLine = Pick<ExecutedLine, 'text' | 'thread'> & {
  readonly t?: number;
  readonly task?: string | null;
};

function lineEntry({ t, text, task, thread }: AnyLine): JsonSideLine {
  return {
    ...(t !== undefined && { t: rounded(t) }),
    text,
    ...(typeof task === 'string' && { task }),
    ...(thread !== undefined && { thread }),
  };
}
