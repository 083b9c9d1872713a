/**
 * Runs scenarios one after the other and has each judged, telling a watcher what happens meanwhile.
 *
 * It prints nothing and decides nothing: `execute` runs a variant, the judge judges it, and what
 * both say goes to the watcher at once and into the results at the end.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JudgedLine } from './alignment.js';
import { execute } from './execute.js';
import type { Clock, Execution } from './execution.js';
import {
  type Expected,
  fromAuthor,
  fromExpectedFile,
  fromRecording,
  untimed,
} from './expectation.js';
import { FindError } from './find-error.js';
import type { Found } from './found.js';
import { judgeScenario, type Tolerance, VariantJudge, withStrays } from './judge.js';
import { nearest } from './nearest.js';
import { placeOfVariant } from './place-of-variant.js';
import type { Results, ScenarioResult, VariantResult } from './result.js';
import type { Variant } from './scenario.js';
import type { Strays } from './strays.js';

/** How scenarios are to be run. */
export interface Settings {
  readonly clock: Clock;
  /** How many seconds a variant may take, by the lab's clock, before it is stopped. */
  readonly timeLimit: number;
  /** How many seconds of the world it may take on the virtual clock; `timeLimit` when absent. */
  readonly worldLimit?: number;
  /** How far from its instant a line may be on the real clock. */
  readonly tolerance?: Tolerance;
  /** The variants to run, where only some are wanted. */
  readonly variants?: readonly string[];
  /** Ends the run early: the variant that runs is interrupted, the others are skipped. */
  readonly signal?: AbortSignal;
}

/** A variant that is about to run, and what it is held to. */
export interface VariantBegin {
  readonly found: Found;
  readonly name: string;
  readonly variant: Variant;
  readonly expected: Expected;
}

/** Who wants to know what happens while it happens. */
export interface Watcher {
  scenarioBegins?(found: Found): void;
  variantBegins?(begin: VariantBegin): void;
  /** A line was printed, or one is known to be missing now. */
  line?(line: JudgedLine): void;
  warning?(text: string): void;
  variantEnds?(result: VariantResult): void;
  scenarioEnds?(found: Found, result: ScenarioResult): void;
}

/**
 * Run scenarios and judge them.
 *
 * @throws FindError when a variant is asked for that none of them has.
 */
export async function perform(
  scenarios: readonly Found[],
  settings: Settings,
  watcher: Watcher = {},
): Promise<Results> {
  checkVariants(scenarios, settings.variants ?? []);
  const performed: Performed[] = [];
  for (const found of scenarios) {
    const names = chosen(found, settings.variants);
    if (names.length > 0) performed.push(await performScenario(found, names, settings, watcher));
  }
  return {
    clock: settings.clock,
    // Judged again, for a variant may have left something behind that failed since.
    scenarios: performed.map((scenario) => judged(scenario, settings.clock)),
    interrupted: settings.signal?.aborted ?? false,
  };
}

/** A scenario that was run, with the errors of each variant that nobody caught: more may come. */
interface Performed {
  readonly found: Found;
  readonly variants: readonly { readonly result: VariantResult; readonly strays?: Strays }[];
}

async function performScenario(
  found: Found,
  names: readonly string[],
  settings: Settings,
  watcher: Watcher,
): Promise<Performed> {
  const { clock, signal } = settings;
  const begins = names.map((name) => beginOf(found, name, clock));
  if (signal?.aborted) return { found, variants: begins.map((it) => ({ result: skipped(it) })) };
  watcher.scenarioBegins?.(found);
  const variants: { result: VariantResult; strays?: Strays }[] = [];
  for (const begin of begins) {
    if (signal?.aborted) {
      variants.push({ result: skipped(begin) });
      continue;
    }
    const strays = { of: `${found.name}/${begin.name}`, errors: [], isJudged: false };
    const result = await performVariant(begin, strays, settings, watcher);
    variants.push({ result, strays });
  }
  const performed = { found, variants };
  watcher.scenarioEnds?.(found, judged(performed, clock));
  return performed;
}

function judged({ found, variants }: Performed, clock: Clock): ScenarioResult {
  const results = variants.map(({ result, strays }) => withStrays(result, strays?.errors ?? []));
  return judgeScenario(found, results, found.scenario.ratios ?? [], clock);
}

async function performVariant(
  begin: VariantBegin,
  strays: Strays,
  { clock, timeLimit, worldLimit, tolerance, signal }: Settings,
  watcher: Watcher,
): Promise<VariantResult> {
  const { found, name, variant, expected } = begin;
  const judge = new VariantJudge(variant, expected, clock, tolerance);
  const tell = (lines: readonly JudgedLine[]) => {
    for (const line of lines) watcher.line?.(line);
  };
  watcher.variantBegins?.(begin);
  const executed = await execute(variant, {
    clock,
    module: found.module,
    timeLimit,
    ...(worldLimit !== undefined && { worldLimit }),
    strays,
    ...(signal !== undefined && { signal }),
    onLine: (line, stopped) => tell(judge.line(line, stopped)),
    onWarning: (text) => watcher.warning?.(text),
  });
  // What was rejected and left lying is reported when the promises have had their turns; and after a
  // second turn Ctrl-C is heard, if it was pressed while the variant blocked the process.
  await nextTurn();
  await nextTurn();
  const execution: Execution =
    executed.stopped === undefined && signal?.aborted
      ? { ...executed, stopped: 'interrupted' }
      : executed;
  if (execution.stopped === undefined) tell(judge.linesEnd());
  // A virtual clock that stands still is stopped by the world's.
  const isShort = clock.kind === 'virtual' && execution.elapsed < timeLimit - 1e-9;
  const limit = isShort ? (worldLimit ?? timeLimit) : timeLimit;
  const result = withOrigin(judge.verdict(name, execution, limit), found);
  strays.isJudged = true;
  watcher.variantEnds?.(withStrays(result, strays.errors));
  return result;
}

/** Whoever mends a variant wants to know where it is, and what it is held to. */
function withOrigin(result: VariantResult, { source, recording }: Found): VariantResult {
  const place = result.status === 'fail' ? placeOfVariant(source, result.name) : undefined;
  return {
    ...result,
    ...(result.source === 'cpython' && recording !== undefined && { python: recording.python }),
    ...(place !== undefined && { place }),
  };
}

/** Return what there is to say of a variant that has not run. */
export function skipped({ name, variant, expected }: VariantBegin): VariantResult {
  const { about, claim, note, machineTimed } = variant;
  return {
    name,
    about,
    status: 'skip',
    ...(machineTimed && { machineTimed }),
    ...(expected.elapsed !== undefined && { expected: expected.elapsed }),
    source: expected.source,
    ...(claim !== undefined && { claim }),
    ...(note !== undefined && { note }),
    measures: [],
    log: [],
    warnings: [],
    faults: [],
  };
}

function expectedOf({ recording, expected, scenario }: Found, name: string): Expected {
  const recorded = recording?.variants[name];
  if (recorded !== undefined) return fromRecording(recorded);
  const agreed = expected?.variants[name];
  return agreed === undefined
    ? fromAuthor(scenario.variants[name]?.expect, scenario.varying)
    : fromExpectedFile(agreed);
}

function beginOf(found: Found, name: string, clock: Clock): VariantBegin {
  const variant = found.scenario.variants[name];
  if (variant === undefined) throw new RangeError(`${found.name} has no variant '${name}'`);
  const expected = expectedOf(found, name);
  const isTimed = clock.kind === 'virtual' || !variant.machineTimed;
  return { found, name, variant, expected: isTimed ? expected : untimed(expected) };
}

function chosen({ scenario }: Found, variants: readonly string[] | undefined): string[] {
  const names = Object.keys(scenario.variants);
  return variants === undefined ? names : names.filter((name) => variants.includes(name));
}

/**
 * Check that each variant that is wanted is one of some scenario's.
 *
 * @throws FindError when none has it.
 */
export function checkVariants(scenarios: readonly Found[], wanted: readonly string[]): void {
  const known = [...new Set(scenarios.flatMap(({ scenario }) => Object.keys(scenario.variants)))];
  for (const name of wanted) {
    if (known.includes(name)) continue;
    throw new FindError({ type: 'unknown-variant', name, nearest: nearest(name, known), known });
  }
}
