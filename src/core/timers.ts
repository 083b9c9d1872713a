/**
 * The timers of a loop: the heap, and what becomes of those that are cancelled.
 *
 * A cancelled timer stays in the heap until it comes to the top; when more than half of them are
 * cancelled, and there are many, the heap is cleared of them at once.
 */
import type { TimerHandle } from './handles.js';
import type { ReadyQueue } from './readyqueue.js';
import { TimerHeap } from './timerheap.js';

/** From this many timers on, and this share of them cancelled, the heap is cleared. */
const MIN_TIMERS_TO_CLEAR = 100;
const MIN_CANCELLED_SHARE = 0.5;

export class Timers {
  private readonly heap = new TimerHeap<TimerHandle>();
  private cancelled = 0;

  get size(): number {
    return this.heap.size;
  }

  push(timer: TimerHandle): void {
    timer.scheduled = true;
    this.heap.push(timer);
  }

  /** Return when the first timer is due. */
  nextDeadline(): number | undefined {
    return this.heap.peek()?.deadline;
  }

  /** Count a timer that was cancelled while it is here. */
  noteCancelled(timer: TimerHandle): void {
    if (timer.scheduled) this.cancelled += 1;
  }

  /** Drop cancelled timers: those at the top, or all of them when they are the larger part. */
  dropCancelled(): void {
    const heap = this.heap;
    if (this.cancelled === 0) return;
    if (heap.size > MIN_TIMERS_TO_CLEAR && this.cancelled / heap.size > MIN_CANCELLED_SHARE) {
      heap.filter((timer) => {
        timer.scheduled = !timer.isCancelled;
        return timer.scheduled;
      });
      this.cancelled = 0;
      return;
    }
    for (let first = heap.peek(); first?.isCancelled; first = heap.peek()) {
      this.cancelled -= 1;
      heap.pop();
      first.scheduled = false;
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
      first.scheduled = false;
      ready.push(first);
    }
  }

  clear(): void {
    this.heap.clear();
  }
}
