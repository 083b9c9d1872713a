/**
 * Holds what a variant did against what it is expected to do. Pure: it runs and prints nothing.
 *
 * On the virtual clock everything is exact: order, tasks, warnings, and instants to a nanosecond. A
 * real clock is never exact, so order stays exact there and an instant may be off by a tenth of a
 * second or a twentieth of itself, whichever is more, unless told otherwise.
 */

import { isDeepStrictEqual } from 'node:util';
import { Alignment, type JudgedLine } from './alignment.js';
import type { Clock, ExecutedLine, Execution, PendingTask, Stop } from './execution.js';
import { type Expected, unqualified } from './expectation.js';
import type { Fault, MeasureResult, ScenarioResult, VariantResult } from './result.js';
import { statusOf } from './result.js';
import type { Outcome, Ratio, Variant } from './scenario.js';
import type { Stray } from './strays.js';

/** The judge of one variant: takes its lines while they are printed, then the whole execution. */
export class VariantJudge {
  readonly #variant: Variant;
  readonly #expected: Expected;
  readonly #tolerance: (t: number) => number;
  readonly #alignment: Alignment;

  constructor(variant: Variant, expected: Expected, clock: Clock, tolerance?: Tolerance) {
    this.#variant = variant;
    this.#expected = expected;
    this.#tolerance = toleranceOf(clock, tolerance);
    this.#alignment = new Alignment(expected.lines ?? [], {
      tolerance: this.#tolerance,
      threadsRace: clock.kind === 'real' && (variant.threads ?? 0) > 0,
    });
  }

  /**
   * Judge a line that is printed now; return what is certain with it, in the order to show. What a
   * variant prints when it has been stopped is not judged.
   */
  line(line: ExecutedLine, stopped: Stop | undefined): JudgedLine[] {
    return this.#expected.lines === undefined || stopped !== undefined
      ? this.#alignment.addUnjudged(line)
      : this.#alignment.add(line);
  }

  /** Tell that no more lines come; return the lines that are missing at the end. */
  linesEnd(): JudgedLine[] {
    return this.#alignment.end();
  }

  /** Judge the whole, once its lines are all judged. */
  verdict(name: string, execution: Execution, timeLimit: number): VariantResult {
    const { about, claim, note } = this.#variant;
    const interrupted = execution.stopped === 'interrupted';
    const log = this.#alignment.log.map((line) => withPlace(line, execution));
    const measures = this.#measures(execution);
    const faults = interrupted ? [] : this.#faults(log, measures, execution, timeLimit);
    return {
      name,
      about,
      status: interrupted ? 'skip' : faults.length === 0 ? 'pass' : 'fail',
      ...(interrupted && { interrupted }),
      ...(this.#variant.machineTimed && { machineTimed: true }),
      // How long it would have taken is unknown when it was stopped.
      ...(execution.stopped === undefined && { elapsed: execution.elapsed }),
      ...(this.#expected.elapsed !== undefined && { expected: this.#expected.elapsed }),
      source: this.#expected.source,
      ...(claim !== undefined && { claim }),
      ...(note !== undefined && { note }),
      measures,
      log,
      warnings: execution.warnings,
      ...(execution.stopped === undefined && {
        pending: execution.pending.map((task) => task.name),
      }),
      outcome: execution.outcome,
      faults,
    };
  }

  #measures({ measures }: Execution): MeasureResult[] {
    return Object.entries(this.#variant.measures ?? {}).map(([name, { claim }]) => {
      const elapsed = measures[name];
      const expected = this.#expected.measures[name];
      return {
        name,
        ...(elapsed !== undefined && { elapsed }),
        ...(expected !== undefined && { expected }),
        ...(claim !== undefined && { claim }),
        status: expected === undefined || this.#near(elapsed, expected) ? 'pass' : 'fail',
      };
    });
  }

  #faults(
    log: readonly JudgedLine[],
    measures: readonly MeasureResult[],
    execution: Execution,
    timeLimit: number,
  ): Fault[] {
    const lines = faultOfLines(log);
    // A variant that was stopped has no end of its own: what it would have come to is unknown.
    if (execution.stopped === 'time-limit') {
      return [...lines, { type: 'time-limit', seconds: timeLimit }];
    }
    return [
      ...lines,
      ...faultOfOutcome(execution, this.#expected.outcome),
      ...this.#faultOfElapsed(execution.elapsed),
      ...measures.flatMap(faultOfMeasure),
      ...faultsOfWarnings(execution, this.#expected.warnings),
      ...faultsOfPending(execution, this.#expected),
    ];
  }

  #faultOfElapsed(actual: number): Fault[] {
    const { elapsed } = this.#expected;
    if (elapsed === undefined || this.#near(actual, elapsed)) return [];
    return [{ type: 'elapsed', actual, expected: elapsed }];
  }

  #near(actual: number | undefined, expected: number): boolean {
    return actual !== undefined && Math.abs(actual - expected) <= this.#tolerance(expected);
  }
}

/** Add to a variant's result the errors that nobody caught. */
export function withStrays(result: VariantResult, errors: readonly Stray[]): VariantResult {
  if (errors.length === 0) return result;
  const faults = errors.map((stray): Fault => ({ type: 'stray', ...stray }));
  return { ...result, status: 'fail', faults: [...result.faults, ...faults] };
}

/** How far from its expected value an instant may be: the larger of what is given. */
export interface Tolerance {
  /** Seconds of the world. */
  readonly seconds?: number;
  /** A share of the expected value. */
  readonly share?: number;
}

/** Return how far from its expected value an instant may be on a clock, in seconds. */
export function toleranceOf(
  clock: Clock,
  { seconds = 0, share = 0 }: Tolerance = { seconds: 0.1, share: 0.05 },
): (t: number) => number {
  // Below a nanosecond, yet more than what rounding to nine decimals takes or adds.
  if (clock.kind === 'virtual') return () => 0.75e-9;
  const least = seconds * Math.max(1, clock.speed);
  return (t) => Math.max(least, share * t);
}

/** Judge a scenario by its variants' results, the ratios between them included. */
export function judgeScenario(
  { name, source }: Pick<ScenarioResult, 'name' | 'source'>,
  variants: readonly VariantResult[],
  ratios: readonly Ratio[],
  clock: Clock,
): ScenarioResult {
  const judged = variants.map((variant): VariantResult => {
    const faults = ratios
      .filter(({ faster }) => faster === variant.name)
      .flatMap((ratio) => faultOfRatio(ratio, variants, clock));
    return faults.length === 0
      ? variant
      : { ...variant, status: 'fail', faults: [...variant.faults, ...faults] };
  });
  return { name, status: statusOf(judged), source, variants: judged };
}

function faultOfRatio(ratio: Ratio, variants: readonly VariantResult[], clock: Clock): Fault[] {
  if (ratio.clock === 'real' && clock.kind !== 'real') return [];
  const faster = variants.find(({ name }) => name === ratio.faster)?.elapsed;
  const slower = variants.find(({ name }) => name === ratio.than)?.elapsed;
  if (faster === undefined || slower === undefined || (faster === 0 && slower === 0)) return [];
  const actual = slower / faster;
  const { atLeast = 0, atMost = Infinity } = ratio;
  return actual >= atLeast && actual <= atMost ? [] : [{ type: 'ratio', ratio, actual }];
}

/** Whoever mends a line wants to know where it comes from. */
function withPlace(line: JudgedLine, { printedAt }: Execution): JudgedLine {
  const { state, actual } = line;
  if (state === 'ok' || state === 'unjudged' || actual === undefined) return line;
  const place = printedAt(actual);
  return place === undefined ? line : { ...line, actual: { ...actual, place } };
}

function faultOfLines(log: readonly JudgedLine[]): Fault[] {
  const count = log.filter(({ state }) => state !== 'ok' && state !== 'unjudged').length;
  return count === 0 ? [] : [{ type: 'lines', count }];
}

function faultOfOutcome(execution: Execution, expected: Outcome): Fault[] {
  const { outcome: actual, waiting } = execution;
  if (isDeepStrictEqual(asJson(actual), asJson(expected))) return [];
  const isStuck = isDeadlock(actual) && waiting.length > 0;
  const place = isStuck ? waiting.find((task) => task.place !== undefined)?.place : execution.place;
  return [
    {
      type: 'outcome',
      actual,
      expected,
      ...(place !== undefined && { place }),
      ...(isStuck && { waiting: waiting.map(placed) }),
    },
  ];
}

function placed({ name, place }: PendingTask): { name: string; place?: string } {
  return { name, ...(place !== undefined && { place }) };
}

/** An outcome as a recording would keep it: what JSON leaves out does not count, `Error` is `Exception`. */
function asJson(outcome: Outcome): unknown {
  if (outcome.type === 'error' && outcome.name === 'Error')
    return { ...outcome, name: 'Exception' };
  const kept = outcome.type === 'return' && outcome.value === null ? { type: 'return' } : outcome;
  return JSON.parse(JSON.stringify(kept));
}

function faultOfMeasure({ name, status, elapsed, expected }: MeasureResult): Fault[] {
  if (status === 'pass' || expected === undefined) return [];
  return [{ type: 'measure', name, ...(elapsed !== undefined && { actual: elapsed }), expected }];
}

/** Compare the tasks that are left by their names, each of which may be there several times. */
function faultsOfPending(
  { pending: actual, outcome }: Execution,
  { pending: expected }: Expected,
): Fault[] {
  if (expected === undefined) return [];
  // A deadlock is told by its outcome, which names every task that is left.
  if (expected.length === 0 && isDeadlock(outcome)) return [];
  const isNamed = (task: PendingTask, name: string) => task.name === name;
  return [
    ...without(actual, expected, isNamed)
      .map(placed)
      .map(({ name, ...rest }): Fault => ({ type: 'pending-extra', task: name, ...rest })),
    ...without(expected, actual, (name, task) => isNamed(task, name)).map(
      (task): Fault => ({ type: 'pending-missing', task }),
    ),
  ];
}

function isDeadlock(outcome: Outcome): boolean {
  return outcome.type === 'error' && outcome.name === 'DeadlockError';
}

/** Compare warnings as bags: asyncio gives some of them when the collector comes by. */
function faultsOfWarnings(
  { warnings: actual, causeOf }: Execution,
  expected: readonly string[] | undefined,
): Fault[] {
  if (expected === undefined) return [];
  return [
    ...without(expected, actual, (text, given) => isOf(given, text)).map(
      (text): Fault => ({ type: 'warning-missing', text }),
    ),
    ...without(actual, expected, isOf).map(
      (text): Fault => ({ type: 'warning-extra', text, ...causeOf(text) }),
    ),
  ];
}

/** Whoever expects a warning may leave out its last lines: they tell of stacks. */
function isOf(warning: string, expected: string): boolean {
  return `${unqualified(warning)}\n`.startsWith(`${unqualified(expected)}\n`);
}

/** What remains of a list when each item of another has taken one of its equals away. */
function without<T, U>(
  list: readonly T[],
  taken: readonly U[],
  areEqual: (item: T, other: U) => boolean,
): T[] {
  const rest = [...taken];
  return list.filter((item) => {
    const at = rest.findIndex((other) => areEqual(item, other));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
