/**
 * An observer that looks at everything and keeps next to nothing: what being watched costs by itself.
 */
import type { Instrument } from '../index.js';

/** Counts what a loop does. */
export class Counter implements Instrument {
  iterations = 0;
  handles = 0;
  timers = 0;
  tasks = 0;
  steps = 0;
  waits = 0;
  wakeUps = 0;
  cancels = 0;
  /** Not counted, only called: hooks that come in pairs with others. */
  ends = 0;

  iterationBegun(): void {
    this.iterations += 1;
  }
  handleScheduled(): void {
    this.handles += 1;
  }
  timerScheduled(): void {
    this.timers += 1;
  }
  taskCreated(): void {
    this.tasks += 1;
  }
  stepBegun(): void {
    this.steps += 1;
  }
  stepEnded(): void {
    this.ends += 1;
  }
  taskWaits(): void {
    this.waits += 1;
  }
  taskWoken(): void {
    this.wakeUps += 1;
  }
  taskDone(): void {
    this.ends += 1;
  }
  cancelRequested(): void {
    this.cancels += 1;
  }
}
