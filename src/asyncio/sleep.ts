/**
 * Sleeping: the one wait that needs nothing but the clock.
 */
import type { Suspension } from '../core/awaitables.js';
import {
  type Coroutine,
  pause,
  type Steps,
  steppedCoroutine,
  steppedKind,
} from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { Future } from '../core/futures.js';
import { repr } from '../core/repr.js';
import { shortRepr } from '../core/reprlib.js';
import { getRunningLoop } from '../core/running.js';
import { checkSeconds } from '../core/seconds.js';
import { UNSCHEDULED } from '../core/timerheap.js';
import type { Timer } from '../core/timers.js';

const sleeping = steppedKind('sleep');

/**
 * Wait for so many seconds, then return the result given (`asyncio.sleep`).
 *
 * Zero, or less, lets one iteration of the loop pass and no more.
 *
 * @throws ValueError when the delay is not a number.
 * @example
 * yield* sleep(0.5);
 * const word = yield* sleep(1, 'done');
 */
export function sleep(delay: number): Coroutine<void>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep<T>(delay: number, result?: T): Coroutine<T | undefined> {
  return steppedCoroutine(sleeping, stepsOf(delay, result));
}

function stepsOf<T>(delay: number, result: T): Steps<T | undefined> {
  const isPause = typeof delay === 'number' && delay <= 0;
  if (!isPause) return new Sleeping(delay, result);
  return result === undefined ? pause : new Pause(result);
}

const oneIteration: IteratorResult<Suspension, never> = { done: false, value: undefined };

/** A sleep of no length that has a result. */
class Pause<T> implements Steps<T> {
  private readonly value: T;
  private hasBegun = false;

  constructor(value: T) {
    this.value = value;
  }

  resume(isThrown: boolean, value: unknown): IteratorResult<Suspension, T> {
    if (isThrown) throw value;
    if (this.hasBegun) return { done: true, value: this.value };
    this.hasBegun = true;
    return oneIteration;
  }

  return(): void {}
}

/** A sleep. */
class Sleeping<T> implements Steps<T> {
  readonly delay: number;
  readonly value: T;
  private alarm: Alarm<T> | undefined;

  constructor(delay: number, value: T) {
    this.delay = delay;
    this.value = value;
  }

  resume(isThrown: boolean, value: unknown): IteratorResult<Suspension, T> {
    const { alarm } = this;
    if (isThrown) {
      alarm?.dismiss();
      throw value;
    }
    return alarm === undefined ? this.begin() : alarm.next();
  }

  return(): void {
    this.alarm?.dismiss();
  }

  private begin(): IteratorResult<Suspension, T> {
    checkSeconds(this.delay, 'delay');
    const loop = getRunningLoop();
    this.alarm = new Alarm(loop, this);
    loop.addTimer(this.alarm);
    return this.alarm.next();
  }
}

/** What a sleep waits for: a future that is its own timer, where CPython has one of each. */
class Alarm<T> extends Future<T> implements Timer {
  static {
    Object.defineProperty(Alarm, 'name', { value: 'Future' });
  }

  readonly deadline: number;
  sequence = UNSCHEDULED;
  isCancelled = false;
  private readonly sleep: Sleeping<T>;

  constructor(loop: EventLoop, sleep: Sleeping<T>) {
    super(loop.ofThisLoop);
    this.deadline = loop.time() + sleep.delay;
    this.sleep = sleep;
  }

  when(): number {
    return this.deadline;
  }

  /** End, unless it was cancelled. */
  run(): void {
    if (!this.cancelled()) this.setResult(this.sleep.value);
  }

  /** Wake nobody any more. */
  dismiss(): void {
    if (this.isCancelled) return;
    this.loop.timerCancelled(this);
    this.isCancelled = true;
  }

  describeTimer(): string {
    const { value } = this.sleep;
    const args = this.loop.getDebug() ? `${shortRepr(this)}, ${shortRepr(value)}` : '';
    return `<TimerHandle when=${repr(this.deadline)} _set_result_unless_cancelled(${args})>`;
  }

  override describeWait(): string {
    return `sleep(${this.sleep.delay})`;
  }
}
