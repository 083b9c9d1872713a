/**
 * The queue that gives the smallest item first.
 */
import { refuseUnknown } from '../core/keyword.js';
import { Heap } from './heapq.js';
import { isLess } from './ordering.js';
import { Queue, type QueueOptions } from './queues.js';

/** What a priority queue can be told when it is made. */
export interface PriorityQueueOptions<T> extends QueueOptions {
  /** How two items compare, as for `Array.sort`: below zero when the first one comes first. */
  readonly compare?: (a: T, b: T) => number;
}

/**
 * A queue of which the smallest item is taken first (`asyncio.PriorityQueue`).
 *
 * It orders numbers, strings and, item by item, arrays, as Python does; among items that compare
 * equal the order is that of CPython's heap, not that in which they were put.
 *
 * @throws TypeError from `put`, when there is no order between two items: give it `{ compare }` then.
 * @example
 * const queue = new PriorityQueue<[priority: number, job: string]>();
 * queue.putNowait([2, 'wash']);
 * queue.putNowait([1, 'cook']);
 * queue.getNowait(); // [1, 'cook']
 * @example
 * const jobs = new PriorityQueue<Job>(10, { compare: (a, b) => a.priority - b.priority });
 */
export class PriorityQueue<T = unknown> extends Queue<T> {
  /** @param maxsize how many items it holds at most; no limit with 0 or less */
  constructor(
    maxsize: number | PriorityQueueOptions<T> = 0,
    options: PriorityQueueOptions<T> = typeof maxsize === 'object' ? (maxsize ?? {}) : {},
  ) {
    refuseUnknown(options, ['maxsize', 'compare'], 'PriorityQueue');
    const { compare } = options;
    const limit = typeof maxsize === 'object' ? (options.maxsize ?? 0) : maxsize;
    super(limit, new Heap<T>(compare === undefined ? isLess : (a, b) => compare(a, b) < 0));
  }
}
