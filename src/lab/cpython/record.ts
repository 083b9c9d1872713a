/**
 * Makes the recording of a scenario: runs its Python twin, variant by variant, and notes what
 * CPython did, in the scenario's own terms.
 *
 * The twin implements the variant `create-task` by its function `create_task`, and has `hard_work`
 * where the scenario measures `hardWork`. Of a line that differs from run to run the recording
 * keeps the pattern, and for each of its named groups which lines have the same value.
 */

import type { RecordedVariant } from '../recorded.js';
import type { Measure, Scenario, Varying } from '../scenario.js';
import { VaryingLines } from '../varying-lines.js';
import type { Interpreter, Transcript } from './interpreter.js';
import type { Recording } from './recording.js';

/**
 * Record what CPython does with a scenario.
 *
 * @param source the text of its Python twin
 * @throws PythonFault when the twin lacks a function, or is no Python.
 */
export async function recordScenario(
  interpreter: Interpreter,
  scenario: Scenario,
  name: string,
  source: string,
  clock: 'virtual' | 'real' = 'virtual',
): Promise<Recording> {
  const variants: Record<string, RecordedVariant> = {};
  for (const [key, variant] of Object.entries(scenario.variants)) {
    const { measures = {} } = variant;
    const transcript = await interpreter.run({
      source,
      name,
      entry: key.replaceAll('-', '_'),
      measures: Object.values(measures).flatMap(({ until }) => twinOf(until) ?? []),
      ...(clock === 'real' && { on: clock }),
    });
    variants[key] = recordedOf(transcript, measures, scenario.varying ?? []);
  }
  return { format: 1, python: interpreter.python, scenario: name, variants };
}

/** Return the name of the twin's function that is measured, where one is. */
function twinOf(until: string | undefined): string | undefined {
  return until?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Return what is kept of a transcript, with the instants of what is measured. */
export function recordedOf(
  transcript: Transcript,
  measured: Readonly<Record<string, Measure>> = {},
  varying: readonly Varying[] = [],
): RecordedVariant {
  const { elapsed, lines, outcome, pending, reports, network } = transcript;
  const warnings = [...transcript.warnings, ...reports.map(({ message }) => message)];
  const kept = new VaryingLines(varying);
  const measures = Object.entries(measured).flatMap(([name, measure]) => {
    const t = momentOf(measure, transcript);
    return t === undefined ? [] : [[name, t] as const];
  });
  return {
    elapsed,
    lines: lines.map((line) => kept.keep(line)),
    outcome,
    ...(measures.length > 0 && { measures: Object.fromEntries(measures) }),
    ...(warnings.length > 0 && { warnings }),
    ...(pending.length > 0 && { pending }),
    ...(network !== undefined && { network }),
  };
}

function momentOf({ until, line }: Measure, transcript: Transcript): number | undefined {
  const fn = twinOf(until);
  if (fn !== undefined) return transcript.measures[fn];
  return transcript.lines.find(({ text }) => text === line)?.t;
}
