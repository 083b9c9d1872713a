/**
 * Compares a scenario with its twin: first CPython runs the Python program, then what it did is what
 * the TypeScript is held to, as if it had just been recorded.
 *
 * Only the two are compared. What the scenario's author or an older recording expects does not
 * count, nor do the ratios between variants.
 */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Interpreter } from './cpython/interpreter.js';
import { recordScenario } from './cpython/record.js';
import { type Difference, differenceOf } from './difference.js';
import { type Expected, fromRecording } from './expectation.js';
import type { Found } from './found.js';
import { perform, type Settings, type Watcher } from './perform.js';
import type { RecordedVariant } from './recorded.js';
import type { ScenarioResult, VariantResult } from './result.js';
import type { Scenario, Variant } from './scenario.js';
import type { Pair } from './twins.js';

/** What came of comparing one variant. */
export interface VariantComparison {
  readonly name: string;
  readonly variant: Variant;
  /** What CPython did. */
  readonly python: RecordedVariant;
  /** What happened here, held against that. */
  readonly here: VariantResult;
  /** The first thing that is not the same. */
  readonly difference?: Difference;
}

/** What came of comparing a scenario with its twin. */
export interface Comparison {
  readonly found: Found;
  readonly twin: string;
  readonly status: ScenarioResult['status'];
  readonly variants: readonly VariantComparison[];
}

/** Calls a function with a signal that ends early what it runs. */
export type Interruptible = <T>(fn: (signal?: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * Compare a scenario with its twin; `undefined` when it has none of the variants that are wanted.
 *
 * @throws PythonFault when the twin cannot be run.
 */
export async function compare(
  { found, twin }: Pair,
  interpreter: Interpreter,
  settings: Settings,
  interruptible: Interruptible = (fn) => fn(),
): Promise<Comparison | undefined> {
  const scenario = withVariants(found.scenario, settings.variants);
  if (scenario === undefined) return undefined;
  const source = readFileSync(twin, 'utf8');
  const { kind } = settings.clock;
  const program = basename(twin, '.py');
  const recording = await recordScenario(interpreter, scenario, program, source, kind);
  const held = { ...found, scenario: { ...scenario, ratios: [] }, recording };
  const { variants: _, ...rest } = settings;
  const expected = new Map<string, Expected>();
  const watcher: Watcher = { variantBegins: (begin) => expected.set(begin.name, begin.expected) };
  const results = await interruptible((signal) =>
    perform([held], { ...rest, ...(signal && { signal }) }, watcher),
  );
  const [result] = results.scenarios;
  if (result === undefined) return undefined;
  return {
    found,
    twin,
    status: result.status,
    variants: result.variants.flatMap((here): VariantComparison[] => {
      const variant = scenario.variants[here.name];
      const python = recording.variants[here.name];
      if (variant === undefined || python === undefined) return [];
      const difference = differenceOf(here, expected.get(here.name) ?? fromRecording(python));
      return [{ name: here.name, variant, python, here, ...(difference && { difference }) }];
    }),
  };
}

function withVariants(
  scenario: Scenario,
  wanted: readonly string[] | undefined,
): Scenario | undefined {
  if (wanted === undefined) return scenario;
  const kept = Object.entries(scenario.variants).filter(([name]) => wanted.includes(name));
  return kept.length === 0 ? undefined : { ...scenario, variants: Object.fromEntries(kept) };
}
