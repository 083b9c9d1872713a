/**
 * Queues: items handed from task to task, first in, first out.
 *
 * Waiters wait for a chance, not for an item: whoever is woken looks again, for another task may have
 * come in between and taken the item or the free place. A waiter that was woken and cancelled before
 * it went on wakes the next one, so that no chance is lost. What the order of the items is, is left to
 * the store that holds them; the other kinds of queue bring theirs.
 */
import type { Suspension } from '../core/awaitables.js';
import { leafKind, steppedKind } from '../core/coroutinekinds.js';
import { type Coroutine, namedCoroutine, steppedCoroutine } from '../core/coroutines.js';
import { Deque } from '../core/deque.js';
import { QueueEmpty, QueueFull, QueueShutDown, ValueError } from '../core/exceptions.js';
import { type Keyword, keyword, refuseUnknown } from '../core/keyword.js';
import { compared } from '../core/operands.js';
import { repr } from '../core/repr.js';
import { goesOn, type Steps } from '../core/steps.js';
import { Event } from './event.js';
import { LoopBoundMixin } from './loopbound.js';
import { type Place, Waiters } from './waiters.js';

/** What a queue can be told when it is made. */
export interface QueueOptions {
  /** How many items it holds at most; no limit with 0 or less, the default. */
  readonly maxsize?: number;
}

/** @internal Holds the items of a queue, in the order in which they are to be taken. */
export interface Store<T> extends Iterable<T> {
  readonly size: number;
  push(item: T): void;
  /** Take the next item; there is one. */
  shift(): T | undefined;
}

const putting = leafKind('Queue.put');

const getting = leafKind('Queue.get');

/** Those of other classes may call methods that a program has overridden. */
const puttingElsewhere = steppedKind('Queue.put');

const gettingElsewhere = steppedKind('Queue.get');

/**
 * A queue of items for tasks (`asyncio.Queue`).
 *
 * @example
 * const queue = new Queue<string>(10);
 * yield* queue.put('page 1'); // waits while the queue is full
 * const page = yield* queue.get(); // waits while it is empty
 * queue.taskDone();
 */
export class Queue<T = unknown> extends LoopBoundMixin {
  /** How many items it holds at most; no limit with 0 or less (`Queue.maxsize`). */
  readonly maxsize: number;
  readonly #items: Store<T>;
  readonly #getters = new Waiters<void>();
  readonly #putters = new Waiters<void>();
  readonly #finished = new Event();
  #unfinished = 0;
  #isShutDown = false;

  /** @param maxsize how many items it holds at most; no limit with 0 or less */
  constructor(maxsize?: number | QueueOptions);
  /** @internal */
  constructor(maxsize: number | QueueOptions, items: Store<T>);
  constructor(maxsize: number | QueueOptions = 0, items: Store<T> = new Deque<T>()) {
    super();
    const isNamed = typeof maxsize === 'object' && maxsize !== null;
    if (isNamed) refuseUnknown(maxsize, ['maxsize'], 'Queue');
    const size = isNamed ? (maxsize.maxsize ?? 0) : maxsize;
    this.maxsize = compared(size, '<=', 'int', 'a number of items');
    this.#items = items;
    this.#finished.label = 'Queue.join()';
    this.#finished.set();
  }

  /** Return the number of items in it (`Queue.qsize`). */
  qsize(): number {
    return this.#items.size;
  }

  /** Tell whether there is no item in it (`Queue.empty`). */
  empty(): boolean {
    return this.#items.size === 0;
  }

  /** Tell whether there is no place in it; never so without a limit (`Queue.full`). */
  full(): boolean {
    return this.maxsize > 0 && this.#items.size >= this.maxsize;
  }

  /**
   * Wait for a free place and put an item there (`Queue.put`).
   *
   * @throws QueueShutDown when it is shut down.
   */
  put(item: T): Coroutine<void> {
    const kind = this.constructor === Queue ? putting : puttingElsewhere;
    return steppedCoroutine(kind, new Putting(this, this.#putters, item));
  }

  /**
   * Put an item into it, without waiting (`Queue.put_nowait`).
   *
   * @throws QueueFull when there is no free place.
   * @throws QueueShutDown when it is shut down.
   */
  putNowait(item: T): void {
    if (this.#isShutDown) throw new QueueShutDown();
    if (this.full()) throw new QueueFull();
    this.#items.push(item);
    this.#unfinished += 1;
    this.#finished.clear();
    wakeUpNext(this.#getters);
  }

  /**
   * Wait for an item and take it (`Queue.get`).
   *
   * @throws QueueShutDown when it is shut down and nothing is left in it.
   */
  get(): Coroutine<T> {
    const kind = this.constructor === Queue ? getting : gettingElsewhere;
    return steppedCoroutine(kind, new Getting(this, this.#getters));
  }

  /**
   * Take an item, without waiting (`Queue.get_nowait`).
   *
   * @throws QueueEmpty when there is none.
   * @throws QueueShutDown when there is none and it is shut down.
   */
  getNowait(): T {
    if (this.empty()) throw this.#isShutDown ? new QueueShutDown() : new QueueEmpty();
    const item = this.#items.shift() as T;
    wakeUpNext(this.#putters);
    return item;
  }

  /**
   * Say that the work on an item that was taken is done: `join` waits for that (`Queue.task_done`).
   *
   * @throws ValueError when it is said more often than items were put.
   */
  taskDone(): void {
    if (this.#unfinished <= 0) throw new ValueError('task_done() called too many times');
    this.#unfinished -= 1;
    if (this.#unfinished === 0) this.#finished.set();
  }

  /** Wait until the work on all items that were put is done (`Queue.join`). */
  join(): Coroutine<void> {
    return namedCoroutine('Queue.join', this.#join());
  }

  /**
   * Let nothing more be put, and nothing be taken once it is empty (`Queue.shutdown`).
   *
   * All who wait go on, to find `QueueShutDown` or an item that is left.
   *
   * @param immediate whether to empty it at once, and count what was in it as done; `false` by default
   */
  shutdown(immediate: Keyword<'immediate', boolean> = false): void {
    this.#isShutDown = true;
    if (keyword(immediate, 'immediate', 'Queue.shutdown') === true) this.#drain();
    wakeUpAll(this.#getters);
    wakeUpAll(this.#putters);
  }

  *#join() {
    if (this.#unfinished > 0) yield* this.#finished.wait();
  }

  /** @internal Wait in a line of those who have no chance yet. */
  standInLine(line: Waiters<void>, label: string): Place<void> {
    if (this.#isShutDown) throw new QueueShutDown();
    return line.add(this.createWaiter(label));
  }

  #drain(): void {
    while (!this.empty()) {
      this.#items.shift();
      if (this.#unfinished > 0) this.#unfinished -= 1;
    }
    if (this.#unfinished === 0) this.#finished.set();
  }

  override toString(): string {
    const info = [`maxsize=${repr(this.maxsize)}`];
    if (!this.empty()) info.push(`_queue=${repr([...this.#items])}`);
    if (this.#getters.size > 0) info.push(`_getters[${this.#getters.size}]`);
    if (this.#putters.size > 0) info.push(`_putters[${this.#putters.size}]`);
    if (this.#unfinished > 0) info.push(`tasks=${this.#unfinished}`);
    if (this.#isShutDown) info.push('shutdown');
    return `<${this.constructor.name} ${info.join(' ')}>`;
  }
}

/** Leave the list without going on; tells whether it had been woken, so that the next one is due. */
function giveUp(waiters: Waiters<void>, place: Place<void>): boolean {
  place.future.cancel();
  waiters.remove(place);
  return !place.future.cancelled();
}

/** Take waiters off the list until one is woken. */
function wakeUpNext(waiters: Waiters<void>): void {
  for (let next = waiters.shift(); next !== undefined; next = waiters.shift()) {
    if (next.done()) continue;
    next.setResult();
    return;
  }
}

function wakeUpAll(waiters: Waiters<void>): void {
  for (let next = waiters.shift(); next !== undefined; next = waiters.shift()) {
    if (!next.done()) next.setResult();
  }
}

/** A `put` or a `get`: waits for as long as it has no chance, then takes it. */
abstract class Attempt<T, R> implements Steps<R> {
  protected abstract readonly queue: Queue<T>;
  protected abstract readonly line: Waiters<void>;
  private place: Place<void> | undefined;

  resume(isThrown: boolean): IteratorResult<Suspension, R> {
    if (isThrown) {
      this.return();
      return goesOn;
    }
    // A second task may resume it while it waits still.
    const again = this.place === undefined ? undefined : this.wait(this.place);
    if (again !== undefined) return again;
    if (this.mustWait()) {
      this.place = this.queue.standInLine(this.line, this.label);
      return this.place.future.next() as IteratorResult<Suspension, never>;
    }
    return { done: true, value: this.take() };
  }

  return(): void {
    const { line, place } = this;
    if (place !== undefined && giveUp(line, place) && !this.mustWait()) wakeUpNext(line);
  }

  private wait({ future }: Place<void>): IteratorResult<Suspension, never> | undefined {
    try {
      const result = future.next();
      return result.done ? undefined : result;
    } catch (error) {
      this.return();
      throw error;
    }
  }

  protected abstract readonly label: string;
  protected abstract mustWait(): boolean;
  protected abstract take(): R;
}

class Putting<T> extends Attempt<T, void> {
  protected readonly queue: Queue<T>;
  protected readonly line: Waiters<void>;
  private readonly item: T;

  constructor(queue: Queue<T>, line: Waiters<void>, item: T) {
    super();
    this.queue = queue;
    this.line = line;
    this.item = item;
  }

  protected get label(): string {
    return 'Queue.put()';
  }

  protected mustWait(): boolean {
    return this.queue.full();
  }

  protected take(): void {
    this.queue.putNowait(this.item);
  }
}

class Getting<T> extends Attempt<T, T> {
  protected readonly queue: Queue<T>;
  protected readonly line: Waiters<void>;

  constructor(queue: Queue<T>, line: Waiters<void>) {
    super();
    this.queue = queue;
    this.line = line;
  }

  protected get label(): string {
    return 'Queue.get()';
  }

  protected mustWait(): boolean {
    return this.queue.empty();
  }

  protected take(): T {
    return this.queue.getNowait();
  }
}
