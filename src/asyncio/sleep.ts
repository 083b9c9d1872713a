/**
 * Sleeping: the one wait that needs nothing but the clock.
 */
import type { Suspension } from '../core/awaitables.js';
import { leafKind } from '../core/coroutinekinds.js';
import { type Coroutine, pausingCoroutine, steppedCoroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { Future } from '../core/futures.js';
import { hasOnly, type Keyword, keyword } from '../core/keyword.js';
import { checkNotNaN, compared } from '../core/operands.js';
import { repr } from '../core/repr.js';
import { shortRepr } from '../core/reprlib.js';
import { getRunningLoop, runningLoop } from '../core/running.js';
import { goesOn, type Steps } from '../core/steps.js';
import { UNSCHEDULED } from '../core/timerheap.js';
import type { Timer } from '../core/timers.js';

const sleeping = leafKind('sleep');

/** The deadline of a sleep that has not begun. */
const NOT_BEGUN = Number.NaN;

/** A sleep may be made outside of any loop, and belongs to the one that it begins in. */
const noLoop = { loop: {} as EventLoop };

/**
 * Wait for so many seconds, then return the result given (`asyncio.sleep`).
 *
 * Zero, or less, lets one iteration of the loop pass and no more.
 *
 * @throws TypeError when the delay is no number.
 * @throws ValueError when it is NaN.
 * @example
 * yield* sleep(0.5);
 * const word = yield* sleep(1, 'done');
 * const same = yield* sleep(1, { result: 'done' });
 */
export function sleep(delay: Keyword<'delay', number>): Coroutine<void>;
export function sleep<T>(delay: number, result: { readonly result: T }): Coroutine<T>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep<T>(options: { readonly delay: number; readonly result: T }): Coroutine<T>;
export function sleep(delay: unknown, result?: unknown): Coroutine<unknown> {
  return typeof delay === 'object' && hasOnly(delay, 'delay', 'result')
    ? sleepFor(delay.delay, delay.result)
    : sleepFor(delay, result === undefined ? undefined : keyword(result, 'result'));
}

function sleepFor(delay: unknown, result: unknown): Coroutine<unknown> {
  const isPause = typeof delay === 'number' ? delay <= 0 : delay === false;
  if (isPause && result === undefined) return pausingCoroutine();
  return steppedCoroutine(sleeping, isPause ? new Pause(result) : new Sleep(delay, result));
}

const oneIteration: IteratorResult<Suspension, never> = { done: false, value: undefined };

/** A sleep of no length that has a result. */
class Pause<T> implements Steps<T> {
  private readonly value: T;
  private hasBegun = false;

  constructor(value: T) {
    this.value = value;
  }

  resume(isThrown: boolean): IteratorResult<Suspension, T> {
    if (isThrown) return goesOn;
    if (this.hasBegun) return { done: true, value: this.value };
    this.hasBegun = true;
    return oneIteration;
  }

  return(): void {}
}

/** A sleep, which is its own future and its own timer: CPython has one of each. */
class Sleep<T> extends Future<T> implements Steps<T>, Timer {
  static {
    Object.defineProperty(Sleep, 'name', { value: 'Future' });
  }

  deadline = NOT_BEGUN;
  sequence = UNSCHEDULED;
  isCancelled = false;
  private readonly delay: unknown;
  private readonly value: T;

  constructor(delay: unknown, value: T) {
    super(runningLoop()?.ofThisLoop ?? noLoop);
    this.delay = delay;
    this.value = value;
  }

  resume(isThrown: boolean): IteratorResult<Suspension, T> {
    if (isThrown) {
      this.dismiss();
      return goesOn;
    }
    if (!this.hasBegun()) this.begin();
    return this.next();
  }

  override return(value: T): IteratorResult<Suspension, T> {
    this.dismiss();
    return super.return(value);
  }

  private hasBegun(): boolean {
    return !Number.isNaN(this.deadline);
  }

  private begin(): void {
    const delay = compared(this.delay, '<=', 'int', 'a number of seconds');
    checkNotNaN(delay, 'delay');
    this.loop = getRunningLoop();
    this.deadline = this.loop.time() + delay;
    this.loop.addTimer(this);
  }

  when(): number {
    return this.deadline;
  }

  /** End, unless it was cancelled. */
  run(): void {
    if (!this.cancelled()) this.setResult(this.value);
  }

  /** Wake nobody any more. */
  private dismiss(): void {
    if (this.isCancelled || !this.hasBegun()) return;
    this.loop.timerCancelled(this);
    this.isCancelled = true;
  }

  describeTimer(): string {
    const { value } = this;
    const args = this.loop.getDebug() ? `${shortRepr(this)}, ${shortRepr(value)}` : '';
    return `<TimerHandle when=${repr(this.deadline)} _set_result_unless_cancelled(${args})>`;
  }

  override describeWait(): string {
    return `sleep(${this.delay})`;
  }
}
