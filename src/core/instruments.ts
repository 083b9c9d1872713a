/**
 * The port to who watches a loop: recorders, timelines, traces.
 *
 * A loop that nobody watches has no `Instruments` at all, so each place that reports costs one
 * branch. An observer cannot hurt what it watches: a hook that throws is removed with all the others
 * of its observer, and reported.
 */
import type { EventLoop } from './events.js';
import type { Future } from './futures.js';
import type { Handle } from './handles.js';
import type { PrintedLine } from './host.js';
import type { Task } from './tasks.js';
import type { Timer } from './timers.js';

/** What can be watched; an observer has the hooks that it needs. */
export interface Instrument {
  loopCreated?(loop: EventLoop): void;
  loopClosed?(loop: EventLoop): void;
  iterationBegun?(loop: EventLoop): void;
  /** A virtual clock was moved on, in seconds. */
  timeJumped?(loop: EventLoop, from: number, to: number): void;
  handleScheduled?(loop: EventLoop, handle: Handle): void;
  timerScheduled?(loop: EventLoop, timer: Timer): void;
  taskCreated?(loop: EventLoop, task: Task<unknown>): void;
  stepBegun?(loop: EventLoop, task: Task<unknown>): void;
  stepEnded?(loop: EventLoop, task: Task<unknown>): void;
  /** A task is suspended until the future is done; without one, for one iteration. */
  taskWaits?(loop: EventLoop, task: Task<unknown>, future: Future<unknown> | undefined): void;
  /** What a task has waited for is done, and its next step is ready. */
  taskWoken?(loop: EventLoop, task: Task<unknown>, future: Future<unknown> | undefined): void;
  taskDone?(loop: EventLoop, task: Task<unknown>): void;
  cancelRequested?(loop: EventLoop, task: Task<unknown>, message: unknown): void;
  threadBegun?(loop: EventLoop, thread: string, name: string): void;
  threadEnded?(loop: EventLoop, thread: string, name: string): void;
  /** A function made by `threaded` has returned, on whichever thread it ran. */
  functionEnded?(loop: EventLoop, name: string): void;
  /** `run` is about to cancel what its main has left, in order of creation. */
  tasksLeft?(loop: EventLoop, tasks: readonly Task<unknown>[]): void;
  linePrinted?(loop: EventLoop, line: PrintedLine): void;
}

type Hook = keyof Instrument;
type Arguments<H extends Hook> = Parameters<NonNullable<Instrument[H]>>;

/** All observers of one loop. */
export class Instruments {
  #observers: readonly Instrument[];

  constructor(observers: readonly Instrument[]) {
    this.#observers = observers;
  }

  /** Call a hook of every observer that has it. */
  report<H extends Hook>(hook: H, ...args: Arguments<H>): void {
    for (const observer of this.#observers) {
      const call = observer[hook] as ((...args: Arguments<H>) => void) | undefined;
      if (call === undefined) continue;
      try {
        call.apply(observer, args);
      } catch (error) {
        this.#observers = this.#observers.filter((other) => other !== observer);
        args[0].host.output.warn(`observer removed: its ${hook} hook threw ${String(error)}`);
      }
    }
  }
}
