/**
 * Reads a JSON report back into the results that it was made of, so that every format can be made
 * of it. What no format shows is not in a report, and is not here either.
 */

import type { JudgedLine } from '../lab/alignment.js';
import type { Clock } from '../lab/execution.js';
import type {
  Fault,
  MeasureResult,
  Results,
  ScenarioResult,
  VariantResult,
} from '../lab/result.js';
import type { JsonLine, JsonMeasure, JsonReport, JsonScenario, JsonVariant } from './json.js';

/** Return the results that a report tells of. */
export function fromJson({
  clock,
  speed = 1,
  interrupted,
  leftOut,
  scenarios,
}: JsonReport): Results {
  return {
    clock: clockOf(clock, speed),
    interrupted: interrupted ?? false,
    ...(leftOut !== undefined && { leftOut }),
    scenarios: scenarios.map(scenarioOf),
  };
}

function clockOf(kind: Clock['kind'], speed: number): Clock {
  return kind === 'virtual' ? { kind } : { kind, speed };
}

function scenarioOf({ variants, ...scenario }: JsonScenario): ScenarioResult {
  return { ...scenario, variants: variants.map(variantOf) };
}

function variantOf(variant: JsonVariant): VariantResult {
  const { expected, expectedBy, measures = [], log, warnings = [], faults = [], retries } = variant;
  const { expected: _, expectedBy: __, measures: ___, retries: ____, ...rest } = variant;
  const lines = log.map(lineOf);
  const count = log.filter(({ ok }) => !ok).length;
  return {
    ...rest,
    about: '',
    ...(expected !== undefined && { expected: expected.elapsed }),
    source: expectedBy,
    measures: measures.map((measure) => measureOf(measure, faults)),
    log: lines,
    warnings,
    faults: [...(count > 0 ? [{ type: 'lines', count } as const] : []), ...faults.map(faultOf)],
    ...(retries !== undefined && { retries: retries.map((it) => it.map(faultOf)) }),
  };
}

function measureOf(measure: JsonMeasure, faults: readonly Fault[]): MeasureResult {
  const isBad = faults.some((fault) => fault.type === 'measure' && fault.name === measure.name);
  return { ...measure, status: isBad ? 'fail' : 'pass' };
}

function lineOf(line: JsonLine): JudgedLine {
  const { t, text, task, thread, place, ok, expected, expectedAt, expectedTask } = line;
  return {
    state: line.state ?? (ok && expected === undefined ? 'unjudged' : 'ok'),
    ...(t !== undefined &&
      text !== undefined && {
        actual: {
          t,
          text,
          ...(task !== undefined && { task }),
          ...(thread !== undefined && { thread }),
          ...(place !== undefined && { place }),
        },
      }),
    ...(expected !== undefined && {
      expected: {
        text: expected,
        ...(expectedAt !== undefined && { t: expectedAt }),
        ...(expectedTask !== undefined && { task: expectedTask }),
        ...(line.expectedGroups !== undefined && { groups: line.expectedGroups }),
      },
    }),
  };
}

/** JSON has no infinity, which a ratio may be. */
function faultOf(fault: Fault): Fault {
  const { actual } = fault as { readonly actual?: unknown };
  return fault.type === 'ratio' && actual === null ? { ...fault, actual: Infinity } : fault;
}
