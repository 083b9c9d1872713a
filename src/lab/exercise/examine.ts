/**
 * Runs an answer, within the process that is there for it, and says what it did.
 *
 * Errors that nobody catches come here as well: while the answer's module loads they are its own,
 * later they are a part of what it did.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Awaitable } from '../../index.js';
import { activeResources, leftSince } from '../check/resources.js';
import { describeError } from '../describe-error.js';
import { execute } from '../execute.js';
import type { ExecutedLine, Execution } from '../execution.js';
import { FindError } from '../find-error.js';
import type { ImportModule } from '../load.js';
import { placedBy } from '../place.js';
import type { Variant } from '../scenario.js';
import { blame, type Strays } from '../strays.js';
import { callsSoFar, forgetCalls } from './calls.js';
import {
  type AnswerRun,
  type FromExaminee,
  type Job,
  mostLines,
  mostToldLines,
  type PlacedCalls,
  type PlacedError,
  type Reply,
  type ToExaminee,
  worldLimit,
} from './examination.js';
import type { FoundLine } from './findings.js';
import { lostCoroutines, type Warning } from './lost-coroutines.js';
import { Observer } from './observe.js';
import { rowsOf } from './rows.js';
import { syntaxErrorOf } from './syntax-error.js';

/** What an examinee is given by its process. */
export interface Surroundings {
  readonly importModule: ImportModule;
  readonly tell: (message: FromExaminee) => void;
  /** End the process, for the answer prints without an end. */
  readonly leaveFlooded: () => void;
}

/** Takes answers, one after the other. */
export class Examinee {
  readonly #surroundings: Surroundings;
  #failLoading: ((error: unknown) => void) | undefined;
  #jobs = 0;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Take what the parent says. */
  take(message: ToExaminee): void {
    const { tell } = this.#surroundings;
    if (message.type === 'ask') {
      tell({ type: 'alive' });
      return;
    }
    this.#examine(message.job).then(
      (reply) => tell({ type: 'done', reply }),
      // Not even this may hold any more in a process whose globals were changed.
      (error: unknown) => tell({ type: 'done', reply: { type: 'load', error: String(error) } }),
    );
  }

  /** Take an error that nobody has caught. */
  uncaught(error: unknown): void {
    if (this.#failLoading === undefined) blame(error);
    else this.#failLoading(error);
  }

  async #examine(job: Job): Promise<Reply> {
    this.#surroundings.tell({ type: 'loading' });
    forgetCalls();
    const url = pathToFileURL(job.file);
    // Where a process serves for several answers, a module is a new one each time.
    if (this.#jobs > 0) url.searchParams.set('again', String(this.#jobs));
    this.#jobs += 1;
    let exported: Readonly<Record<string, unknown>>;
    try {
      exported = await this.#load(url.href);
    } catch (error) {
      const neverLoads = error instanceof FindError && error.problem.type === 'never-loads';
      if (neverLoads) return { type: 'load', error: 'it waits for something that never comes' };
      return (
        syntaxErrorOf(error) ?? { type: 'load', error: describeError(error), ...placedBy(error) }
      );
    }
    const { main, program, prediction } = exported;
    const variant = variantOf(main, program);
    if (variant === undefined) return { type: 'no-main' };
    return { type: 'ran', run: await this.#run(variant, url.href, job, prediction) };
  }

  #load(url: string): Promise<Readonly<Record<string, unknown>>> {
    return new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
      this.#failLoading = reject;
      this.#surroundings.importModule(url).then(resolve, reject);
    }).finally(() => {
      this.#failLoading = undefined;
    });
  }

  async #run(
    variant: Variant,
    module: string,
    { timeLimit, expected }: Job,
    prediction: unknown,
  ): Promise<AnswerRun> {
    const before = activeResources();
    const strays: Strays = { of: 'answer', errors: [], isJudged: false };
    const observer = new Observer();
    const warnings: Warning[] = [];
    const stop = new AbortController();
    let lines = 0;
    const execution = await execute(variant, {
      clock: { kind: 'virtual' },
      module,
      timeLimit,
      worldLimit,
      signal: stop.signal,
      strays,
      observer: observer.hooks,
      onLine: (line) => {
        lines += 1;
        if (lines <= mostToldLines) this.#surroundings.tell({ type: 'line', line: found(line) });
        if (lines === mostLines) stop.abort();
        if (lines === 2 * mostLines) this.#surroundings.leaveFlooded();
      },
      onWarning: (text, about) => warnings.push({ text, about }),
    });
    // What was rejected and left lying is reported when the promises have had their turns.
    await nextTurn();
    await nextTurn();
    const left = await leftSince(before);
    const isDeadlock = execution.waiting.length > 0;
    const run = {
      lines: execution.lines.map(found),
      elapsed: inNanoseconds(execution.elapsed),
      outcome: execution.outcome,
      ...(execution.place !== undefined && { place: execution.place }),
      ...lostCoroutines(warnings, execution),
      // What is left by a deadlock is told as such.
      pending: isDeadlock ? [] : pendingOf(execution, observer.left),
      swallowed: observer.swallowed(execution.stopped !== undefined),
      stuck: execution.waiting.map(({ name: _, ...task }) => task),
      blocked: inNanoseconds(observer.blocked),
      tasks: observer.tasks,
      atOnce: observer.atOnce,
      calls: placedCalls(),
      ...(Array.isArray(prediction) && { prediction: prediction.map(String) }),
      strays: strays.errors.map(({ error, ...rest }): PlacedError => ({ error, ...rest })),
      ...(execution.stopped === 'time-limit' && { stoppedAfter: limitOf(execution, timeLimit) }),
      ...(execution.stopped === 'interrupted' && { floods: lines }),
      isClean: left.length === 0 && strays.errors.length === 0 && execution.stopped === undefined,
    };
    const placeOfLine = expected && placeOfFirstDifference(expected.lines, run.lines, execution);
    return { ...run, ...(placeOfLine !== undefined && { placeOfLine }) };
  }
}

function variantOf(main: unknown, program: unknown): Variant | undefined {
  if (typeof main === 'function') return { about: '', main: main as () => Awaitable<unknown> };
  if (typeof program === 'function') return { about: '', program: program as () => unknown };
  return undefined;
}

function found({ t, text, task }: ExecutedLine): FoundLine {
  return { t: inNanoseconds(t), text, ...(task !== undefined && { task }) };
}

/** Sums of floats are not exact; what is compared with them in an exercise is. */
function inNanoseconds(seconds: number): number {
  return Math.round(seconds * 1e9) / 1e9;
}

/** A virtual clock that stands still is stopped by the world's. */
function limitOf({ elapsed }: Execution, timeLimit: number): number {
  return elapsed < timeLimit - 1e-9 ? worldLimit : timeLimit;
}

function pendingOf({ pending }: Execution, coroutines: readonly string[]): AnswerRun['pending'] {
  return coroutines.map((coroutine, index) => {
    const place = pending[index]?.place;
    return { coroutine, ...(place !== undefined && { place }) };
  });
}

function placedCalls(): Record<string, PlacedCalls> {
  const entries = Array.from(callsSoFar(), ([name, { count, place }]) => {
    const first = place();
    return [name, { count, ...(first !== undefined && { place: first }) }] as const;
  });
  return Object.fromEntries(entries);
}

function placeOfFirstDifference(
  expected: readonly FoundLine[],
  lines: readonly FoundLine[],
  { lines: executed, printedAt }: Execution,
): string | undefined {
  const rows = rowsOf(expected, lines);
  const at = rows.findIndex(({ isSame }) => !isSame);
  const line = rows[at]?.actual;
  const index = line === undefined ? -1 : lines.indexOf(line);
  const origin = executed[index];
  return origin && printedAt(origin);
}
