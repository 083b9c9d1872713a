/**
 * Sleeping: the one wait that needs nothing but the clock.
 */
import type { Suspension } from '../core/awaitables.js';
import { Context } from '../core/contextvars.js';
import { type Coroutine, type Steps, steppedCoroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';
import { TimerHandle } from '../core/handles.js';
import { getRunningLoop } from '../core/running.js';
import { checkSeconds } from '../core/seconds.js';

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
  return steppedCoroutine('sleep', new Sleeping(delay, result));
}

const oneIteration: IteratorResult<Suspension, never> = { done: false, value: undefined };

/** A sleep. */
class Sleeping<T> implements Steps<T | undefined> {
  private readonly delay: number;
  private readonly value: T | undefined;
  private timer: WakeUp<T | undefined> | undefined;
  private hasBegun = false;

  constructor(delay: number, value: T | undefined) {
    this.delay = delay;
    this.value = value;
  }

  resume(isThrown: boolean, value: unknown): IteratorResult<Suspension, T | undefined> {
    const { timer } = this;
    if (isThrown) {
      timer?.cancel();
      throw value;
    }
    if (!this.hasBegun) return this.begin();
    return timer === undefined ? { done: true, value: this.value } : timer.future.next();
  }

  return(): void {
    this.timer?.cancel();
  }

  private begin(): IteratorResult<Suspension, T | undefined> {
    const { delay } = this;
    checkSeconds(delay, 'delay');
    this.hasBegun = true;
    if (delay <= 0) return oneIteration;
    const loop = getRunningLoop();
    const future = loop.createFuture<T | undefined>();
    future.label = delay;
    this.timer = new WakeUp(loop, delay, future, this.value);
    loop.addTimer(this.timer);
    return future.next();
  }
}

/** It runs no code of the program's, so that no context has to be copied for it. */
const noContext = new Context();

const noArguments: readonly unknown[] = [];

/** The timer of a sleep: ends a future that was not cancelled meanwhile. */
class WakeUp<T> extends TimerHandle {
  static {
    Object.defineProperty(WakeUp, 'name', { value: 'TimerHandle' });
  }

  readonly future: Future<T>;
  private readonly value: T;

  constructor(loop: EventLoop, delay: number, future: Future<T>, value: T) {
    super(loop.time() + delay, loop, wake, noArguments, noContext);
    this.future = future;
    this.value = value;
  }

  override run(): void {
    if (!this.future.cancelled()) this.future.setResult(this.value);
  }
}

function wake(): void {}
