/**
 * The timers of a loop: the heap, and what becomes of those that are cancelled.
 *
 * A cancelled timer stays in the heap until it comes to the top; when more than half of them are
 * cancelled, and there are many, the heap is cleared of them at once.
 */
import type { Ready, ReadyQueue } from './readyqueue.js';
import { type Timed, TimerHeap, UNSCHEDULED } from './timerheap.js';

/** From this many timers on, and this share of them cancelled, the heap is cleared. */
const MIN_TIMERS_TO_CLEAR = 100;
const MIN_CANCELLED_SHARE = 0.5;

/** Something that is to be run at its time. */
export interface Timer extends Ready, Timed {
  when(): number;
  /** @internal Describe it as a timer handle. */
  describeTimer(): string;
}

export class Timers {
  private readonly heap = new TimerHeap<Timer>();
  private cancelled = 0;

  get size(): number {
    return this.heap.size;
  }

  push(timer: Timer): void {
    this.heap.push(timer);
  }

  /** Return when the first timer is due. */
  nextDeadline(): number | undefined {
    return this.heap.peek()?.deadline;
  }

  /** Count a timer that was cancelled while it is here. */
  noteCancelled(timer: Timer): void {
    if (timer.sequence !== UNSCHEDULED) this.cancelled += 1;
  }

  /** Drop cancelled timers: those at the top, or all of them when they are the larger part. */
  dropCancelled(): void {
    const heap = this.heap;
    if (this.cancelled === 0) return;
    if (heap.size > MIN_TIMERS_TO_CLEAR && this.cancelled / heap.size > MIN_CANCELLED_SHARE) {
      heap.filter((timer) => !timer.isCancelled);
      this.cancelled = 0;
      return;
    }
    for (let first = heap.peek(); first?.isCancelled; first = heap.peek()) {
      this.cancelled -= 1;
      heap.pop();
    }
  }

  /** Put every timer that is due before a time on the ready queue, in order. */
  takeDue(end: number, ready: ReadyQueue): void {
    const heap = this.heap;
    for (
      let first = heap.peek();
      first !== undefined && first.deadline < end;
      first = heap.peek()
    ) {
      heap.pop();
      ready.push(first);
    }
  }

  clear(): void {
    this.heap.clear();
  }
}
