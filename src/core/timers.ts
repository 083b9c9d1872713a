/**
 * The timers of a loop: the heap, and what becomes of those that are cancelled.
 *
 * A cancelled timer stays in the heap until it comes to the top; when more than half of them are
 * cancelled, and there are many, the heap is cleared of them at once.
 */
import type { TimerHandle } from './handles.js';
import { TimerHeap } from './timerheap.js';

/** From this many timers on, and this share of them cancelled, the heap is cleared. */
const MIN_TIMERS_TO_CLEAR = 100;
const MIN_CANCELLED_SHARE = 0.5;

export class Timers {
  readonly #heap = new TimerHeap<TimerHandle>();
  #cancelled = 0;

  push(timer: TimerHandle): void {
    timer.scheduled = true;
    this.#heap.push(timer);
  }

  /** Return when the first timer is due. */
  nextDeadline(): number | undefined {
    return this.#heap.peek()?.deadline;
  }

  /** Count a timer that was cancelled while it is here. */
  noteCancelled(timer: TimerHandle): void {
    if (timer.scheduled) this.#cancelled += 1;
  }

  /** Drop cancelled timers: those at the top, or all of them when they are the larger part. */
  dropCancelled(): void {
    const heap = this.#heap;
    if (heap.size > MIN_TIMERS_TO_CLEAR && this.#cancelled / heap.size > MIN_CANCELLED_SHARE) {
      heap.filter((timer) => {
        timer.scheduled = !timer.isCancelled;
        return timer.scheduled;
      });
      this.#cancelled = 0;
      return;
    }
    for (let first = heap.peek(); first?.isCancelled; first = heap.peek()) {
      this.#cancelled -= 1;
      heap.pop();
      first.scheduled = false;
    }
  }

  /** Hand over every timer that is due before a time, in order. */
  takeDue(end: number, take: (timer: TimerHandle) => void): void {
    const heap = this.#heap;
    for (
      let first = heap.peek();
      first !== undefined && first.deadline < end;
      first = heap.peek()
    ) {
      heap.pop();
      first.scheduled = false;
      take(first);
    }
  }

  clear(): void {
    this.#heap.clear();
  }
}
