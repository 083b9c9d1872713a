/**
 * The barrier: tasks that wait for each other, and go on together when there are enough of them.
 *
 * It fills until so many tasks wait, drains until the last of them has left, and fills again; whoever
 * comes while it drains waits for that. `reset` throws out those who wait, `abort` breaks it for good.
 */
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import { BrokenBarrierError, ValueError } from '../core/exceptions.js';
import { type Keyword, keyword } from '../core/keyword.js';
import { compared } from '../core/operands.js';
import { repr } from '../core/repr.js';
import type { AsyncContextManager } from './asyncwith.js';
import { Condition } from './condition.js';
import { LoopBoundMixin } from './loopbound.js';

type State = 'filling' | 'draining' | 'resetting' | 'broken';

/**
 * A point that a number of tasks pass together (`asyncio.Barrier`).
 *
 * @example
 * const barrier = new Barrier(3);
 * const place = yield* barrier.wait(); // 0, 1 or 2
 */
export class Barrier extends LoopBoundMixin implements AsyncContextManager<number> {
  /** The number of tasks that pass together (`Barrier.parties`). */
  readonly parties: number;
  readonly #condition = new Condition();
  #state: State = 'filling';
  #count = 0;

  /**
   * @throws ValueError when parties is less than 1.
   * @throws TypeError when it is no number.
   */
  constructor(parties: Keyword<'parties', number>) {
    super();
    const count = compared(keyword(parties, 'parties', 'Barrier'), '<', 'int', 'a number of tasks');
    if (count < 1) throw new ValueError('parties must be >= 1');
    this.parties = count;
    this.#condition.label = 'Barrier.wait()';
  }

  /** The number of tasks that wait at the moment (`Barrier.n_waiting`). */
  get nWaiting(): number {
    return this.#state === 'filling' ? this.#count : 0;
  }

  /** Whether it was aborted (`Barrier.broken`). */
  get broken(): boolean {
    return this.#state === 'broken';
  }

  /**
   * Wait until enough tasks wait; gives the place in which this one came, from 0 (`Barrier.wait`).
   *
   * @throws BrokenBarrierError when it is aborted, or reset while this task waits.
   */
  wait(): Coroutine<number> {
    return namedCoroutine('Barrier.wait', this.#wait());
  }

  /** Throw out all who wait and begin anew (`Barrier.reset`); they get `BrokenBarrierError`. */
  reset(): Coroutine<void> {
    return namedCoroutine('Barrier.reset', this.#reset());
  }

  /** Break it for good (`Barrier.abort`): all who wait, or ever will, get `BrokenBarrierError`. */
  abort(): Coroutine<void> {
    return namedCoroutine('Barrier.abort', this.#abort());
  }

  /** Wait at it; for `asyncWith`, whose body is given the place. */
  aenter(): Coroutine<number> {
    return namedCoroutine('Barrier.__aenter__', this.#enter());
  }

  /** Do nothing; for `asyncWith`. */
  aexit(_error: unknown): Coroutine<void> {
    return namedCoroutine('Barrier.__aexit__', nothing());
  }

  *#enter() {
    return yield* this.wait();
  }

  *#wait() {
    yield* this.#condition.aenter();
    try {
      yield* namedCoroutine('Barrier._block', this.#block());
      try {
        const place = this.#count;
        this.#count += 1;
        if (place + 1 === this.parties) this.#change('draining');
        else yield* namedCoroutine('Barrier._wait', this.#untilReleased());
        return place;
      } finally {
        this.#count -= 1;
        this.#leave();
      }
    } finally {
      this.#condition.release();
    }
  }

  /** Wait while those before leave. */
  *#block() {
    yield* this.#condition.waitFor(() => this.#state !== 'draining' && this.#state !== 'resetting');
    if (this.#state === 'broken') throw new BrokenBarrierError('Barrier aborted');
  }

  *#untilReleased() {
    yield* this.#condition.waitFor(() => this.#state !== 'filling');
    if (this.#state !== 'draining') throw new BrokenBarrierError('Abort or reset of barrier');
  }

  /** Open it again to those who wait outside, when the last one leaves. */
  #leave(): void {
    if (this.#count > 0) return;
    if (this.#state === 'resetting' || this.#state === 'draining') this.#state = 'filling';
    this.#condition.notifyAll();
  }

  *#reset() {
    yield* this.#condition.aenter();
    this.#change(this.#count > 0 ? 'resetting' : 'filling');
    this.#condition.release();
  }

  *#abort() {
    yield* this.#condition.aenter();
    this.#change('broken');
    this.#condition.release();
  }

  #change(state: State): void {
    this.#state = state;
    this.#condition.notifyAll();
  }

  override toString(): string {
    return this.describe(
      this.broken ? this.#state : `${this.#state}, waiters:${this.nWaiting}/${repr(this.parties)}`,
    );
  }
}

function* nothing() {}
