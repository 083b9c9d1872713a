/**
 * Runs a coroutine to its end on a virtual clock of its own, and says what it did.
 */

import { type Awaitable, Coroutine, run } from '../index.js';
import { execute } from '../lab/execute.js';
import type { Execution } from '../lab/execution.js';
import { form, must } from '../lab/form.js';
import type { Variant } from '../lab/scenario.js';
import { inTurn, isInTurn } from './one-at-a-time.js';

/** What is run: a coroutine, or a coroutine function. A bare generator, or its function, is as good. */
export type Main = Awaitable<unknown> | (() => Awaitable<unknown>);

/** How long a program may take before it counts as one that hangs. */
export interface TranscriptOptions {
  /** In seconds of the virtual clock; 60 unless told otherwise. */
  readonly timeLimit?: number;
  /**
   * In seconds of the world; 4 unless told otherwise, for the limit of test runners is 5 as a rule.
   * It ends what goes on without its clock moving on, or waits for a promise.
   */
  readonly realTimeLimit?: number;
}

/** What a program did, and what it was run with. */
export interface Performance {
  readonly execution: Execution;
  /** The error itself, where the outcome is one. */
  readonly error?: unknown;
  readonly limits: Required<TranscriptOptions>;
}

/** What Node's timers can count, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

const limit = must('a number above 0', (value) => typeof value === 'number' && value > 0);
const limitsForm = form({ timeLimit: limit, realTimeLimit: limit });

/** The clock of tests. */
export const clock = { kind: 'virtual' } as const;

/**
 * Run a main.
 *
 * @throws TypeError when it is no coroutine, or a limit is no number above 0.
 * @throws Error when it is called inside a program that is being run already.
 */
export async function performMain(
  caller: string,
  main: Main,
  options: TranscriptOptions,
): Promise<Performance> {
  const limits = { timeLimit: 60, realTimeLimit: 4, ...options };
  check(caller, main, limits);
  // It is awaited in its turn: whatever runs before must not report it as never awaited.
  if (main instanceof Coroutine) main.forget();
  return inTurn(() => perform(main, limits));
}

async function perform(main: Main, limits: Performance['limits']): Promise<Performance> {
  let raised: { error?: unknown } = {};
  const variant: Variant = {
    about: 'test',
    program: async () => {
      try {
        return await run(typeof main === 'function' ? main() : main);
      } catch (error) {
        raised = { error };
        throw error;
      }
    },
  };
  const execution = await execute(variant, {
    clock,
    module: import.meta.url,
    timeLimit: limits.timeLimit,
    // The runner's fake timers do not reach it.
    signal: AbortSignal.timeout(Math.min(Math.ceil(limits.realTimeLimit * 1000), longestTimer)),
    // The runner hears of errors that nobody catches.
    strays: { of: 'test', errors: [], isJudged: false },
    onLine: () => {},
    onWarning: () => {},
  });
  return { execution, limits, ...raised };
}

function check(caller: string, main: unknown, limits: Performance['limits']): void {
  if (isInTurn()) {
    throw new Error(`${caller} cannot be called by what it runs: await the coroutine with yield*`);
  }
  if (!isMain(main)) {
    throw new TypeError(
      `${caller} takes a coroutine, main(), or a coroutine function, main, not ${nameOf(main)}`,
    );
  }
  const slip = limitsForm(limits, '');
  if (slip !== undefined) throw new TypeError(`${caller}: ${slip}`);
}

function isMain(main: unknown): main is Main {
  if (typeof main === 'function') return !/^async\b/.test(String(main));
  return typeof main === 'object' && main !== null && Symbol.iterator in main;
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function') return 'an async function: write coroutine(function* …)';
  return value instanceof Promise ? 'a promise: write coroutine(function* …)' : `a ${typeof value}`;
}
