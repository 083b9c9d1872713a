/**
 * Makes the recording of a scenario: runs its Python twin, variant by variant, and notes what
 * CPython did, in the scenario's own terms.
 *
 * The twin implements the variant `create-task` by its function `create_task`, and has `hard_work`
 * where the scenario measures `hardWork`. Of a line that differs from run to run the recording
 * keeps the pattern, and for each of its named groups which lines have the same value.
 */

import type { Scenario, Variant, Varying } from '../scenario.js';
import type { Interpreter, Transcript, TranscriptLine } from './interpreter.js';
import type { RecordedLine, RecordedVariant, Recording } from './recording.js';

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
): Promise<Recording> {
  const variants: Record<string, RecordedVariant> = {};
  for (const [key, variant] of Object.entries(scenario.variants)) {
    const measures = measuredFunctions(variant);
    const transcript = await interpreter.run({
      source,
      name,
      entry: key.replaceAll('-', '_'),
      measures: Object.values(measures),
    });
    variants[key] = recorded(transcript, measures, scenario.varying ?? []);
  }
  return { format: 1, python: interpreter.python, scenario: name, variants };
}

/** For each measure's name, the twin's function that it measures. */
function measuredFunctions(variant: Variant): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variant.measures ?? {}).map(([name, { until }]) => [name, inSnakeCase(until)]),
  );
}

function inSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function recorded(
  transcript: Transcript,
  measured: Readonly<Record<string, string>>,
  varying: readonly Varying[],
): RecordedVariant {
  const { elapsed, lines, outcome, warnings } = transcript;
  const identities = new Identities();
  const measures = Object.entries(measured).flatMap(([name, fn]) => {
    const end = transcript.measures[fn];
    return end === undefined ? [] : [[name, end] as const];
  });
  return {
    elapsed,
    lines: lines.map((line) => recordedLine(line, varying, identities)),
    outcome,
    ...(measures.length > 0 && { measures: Object.fromEntries(measures) }),
    ...(warnings.length > 0 && { warnings }),
  };
}

function recordedLine(
  line: TranscriptLine,
  varying: readonly Varying[],
  identities: Identities,
): RecordedLine {
  for (const { pattern, shown } of varying) {
    const found = pattern.exec(line.text);
    if (found === null) continue;
    const groups = Object.entries(found.groups ?? {});
    return {
      ...line,
      text: shown,
      pattern: pattern.source,
      ...(groups.length > 0 && { groups: identities.numbersOf(groups) }),
    };
  }
  return line;
}

/** Numbers the values of named groups, each group's from 1 in order of first appearance. */
class Identities {
  readonly #values = new Map<string, string[]>();

  numbersOf(groups: readonly (readonly [name: string, value: string])[]): Record<string, number> {
    return Object.fromEntries(groups.map(([name, value]) => [name, this.#numberOf(name, value)]));
  }

  #numberOf(name: string, value: string): number {
    const known = this.#values.get(name) ?? [];
    this.#values.set(name, known);
    const index = known.indexOf(value);
    return index < 0 ? known.push(value) : index + 1;
  }
}
