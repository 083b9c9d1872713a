/**
 * The host of what a worker calls: its clock is that of the loop, its lines are printed on the loop's
 * thread, and what it submits runs in the loop, while it blocks for the result.
 */
import type { Address } from '../core/addresses.js';
import { CancelledError, TimeoutError } from '../core/exceptions.js';
import type { Submission, ThreadOutcome, ThreadPort } from '../core/host.js';
import { keyword } from '../core/keyword.js';
import { decodeError } from './errors.js';
import type { Mailbox } from './mailbox.js';
import { NodeHost } from './node.js';
import { exceptionOf, isCancelled, resultOf } from './outcomes.js';
import {
  type CallSetting,
  sharedClock,
  type WorkerAnswer,
  type WorkerResult,
} from './workermessages.js';

/** Serves one call after the other. */
export class WorkerHost extends NodeHost {
  readonly #mailbox: Mailbox;
  readonly #clockOffset: number;
  #port: LoopPort | undefined;

  constructor(mailbox: Mailbox, clockOffset: number) {
    super({
      output: { print: () => {}, warn: (text) => process.stderr.write(`${text}\n`) },
      takesSignal: false,
    });
    this.#mailbox = mailbox;
    this.#clockOffset = clockOffset;
  }

  /** Serve the next call. */
  beginCall({ speed }: CallSetting): void {
    this.speed = speed;
    this.#port = undefined;
  }

  override time(): number {
    return (sharedClock() - this.#clockOffset) * this.speed;
  }

  override threadPort(): ThreadPort {
    this.#port ??= new LoopPort(this.#mailbox, this, this.speed);
    return this.#port;
  }
}

/** How many submissions the worker has made: no two have the same number, whatever call they are of. */
let submitted = 0;

/** The way from a call to the loop. */
class LoopPort implements ThreadPort {
  readonly #mailbox: Mailbox;
  readonly #host: WorkerHost;
  readonly #speed: number;
  readonly #answers = new Map<number, WorkerResult>();
  readonly #cancelled = new Set<number>();

  constructor(mailbox: Mailbox, host: WorkerHost, speed: number) {
    this.#mailbox = mailbox;
    this.#host = host;
    this.#speed = speed;
  }

  print(text: string): void {
    this.#mailbox.say({ type: 'print', text, time: this.#host.time() });
  }

  submit(target: Address, args: readonly unknown[]): Submission<unknown> {
    submitted += 1;
    const id = submitted;
    this.#mailbox.say({ type: 'submit', id, target, args });
    return {
      result: (timeout) => resultOf(this.#outcome(id, keyword(timeout, 'timeout'))),
      exception: (timeout) => exceptionOf(this.#outcome(id, keyword(timeout, 'timeout'))),
      cancel: () => this.#cancel(id),
      cancelled: () => this.#isAnswered(id) && isCancelled(this.#outcome(id)),
      done: () => this.#isAnswered(id),
    };
  }

  callSoon(target: Address, args: readonly unknown[]): void {
    this.#mailbox.say({ type: 'call', target, args });
  }

  /** Block until it has ended. */
  #outcome(id: number, timeout = Number.POSITIVE_INFINITY): ThreadOutcome {
    if (this.#cancelled.has(id)) return { error: new CancelledError() };
    const deadline = sharedClock() + timeout / this.#speed;
    while (!this.#answers.has(id)) {
      if (!this.#takeAnswer(deadline - sharedClock())) throw new TimeoutError();
    }
    const answer = this.#answers.get(id) as WorkerResult;
    return 'error' in answer ? { error: decodeError(answer.error) } : answer;
  }

  /** Cancel what was submitted: that is settled at once, whatever the coroutine makes of it. */
  #cancel(id: number): boolean {
    if (this.#cancelled.has(id)) return true;
    if (this.#isAnswered(id)) return false;
    this.#mailbox.say({ type: 'cancel', id });
    this.#cancelled.add(id);
    return true;
  }

  /** Take all answers that are there, and tell whether one is among them. */
  #isAnswered(id: number): boolean {
    while (this.#takeAnswer(0));
    return this.#answers.has(id) || this.#cancelled.has(id);
  }

  /** Take an answer, within so many seconds; tells whether there was one. */
  #takeAnswer(seconds: number): boolean {
    // While a call is being made, the worker is told nothing else.
    const answer = this.#mailbox.nextWithin(Math.max(0, seconds)) as WorkerAnswer | undefined;
    if (answer !== undefined) this.#answers.set(answer.id, answer.outcome);
    return answer !== undefined;
  }
}
