/**
 * A simulated thread: a function with a time of its own, on the virtual clock.
 *
 * A function cannot be suspended in the middle, so it is called at once and to its end, in the one
 * thread that there is. `blockingSleep` moves its own time on and nothing else; what it prints or
 * submits later than now is put on the host's agenda and happens at its instant.
 *
 * Only when it has to know something that is not known yet, the result of what it submitted, is it
 * left by an exception and, when the answer is there, called again from the start: a journal answers
 * everything that it has done before, until it is past that point. To the world it looks as if it had
 * waited. Its own variables start afresh with each call, as its arguments do; what it keeps outside of
 * itself does not, and is not shared with the loop on real threads either.
 */
import { type Address, functionAt } from '../core/addresses.js';
import { printOfThread } from '../core/begunlines.js';
import type { ConcurrentFuture } from '../core/concurrent.js';
import { TimeoutError } from '../core/exceptions.js';
import type { Submission, ThreadJob, ThreadOutcome, ThreadPort } from '../core/host.js';
import { type Keyword, keyword } from '../core/keyword.js';
import { swapRunningLoop } from '../core/running.js';
import { swapThreadHost } from '../core/surroundings.js';
import { decodeError, encodeError } from './errors.js';
import { exceptionOf, outcomeOf, resultOf } from './outcomes.js';
import type { VirtualHost } from './virtual.js';

/** Thrown to leave a function that has to wait. */
const LEFT = Symbol('left');

/** What a submitted coroutine ended with, or that it has not in time, and when the thread learned of it. */
type Answer = (ThreadOutcome | { readonly isLate: true }) & { readonly time: number };

export class SimulatedThread implements ThreadPort {
  /** The thread's own time, in seconds; never before the host's. */
  time: number;
  readonly name: string;
  readonly host: VirtualHost;
  readonly #job: ThreadJob;
  readonly #begun: number;
  readonly #journal: unknown[] = [];
  #position = 0;
  #isLeft = false;

  constructor(host: VirtualHost, job: ThreadJob) {
    this.host = host;
    this.#job = job;
    this.name = job.thread;
    this.#begun = host.now;
    this.time = this.#begun;
  }

  /** Call the function, from its start, until it ends or has to wait. */
  run(): void {
    this.time = this.#begun;
    this.#position = 0;
    this.#isLeft = false;
    const outcome = this.#asCurrent(() => this.#call());
    if (this.#isLeft) return;
    if ('value' in outcome && isThenable(outcome.value)) this.#awaitValue(outcome.value);
    else this.#end(outcome);
  }

  sleep(seconds: number): void {
    this.#checkLeft();
    this.time += seconds;
  }

  print(text: string): void {
    this.#once(() => {
      const { host, time } = this;
      host.at(time, () => printOfThread(text, time, host.output, this.#job));
    });
  }

  submit(target: Address, args: readonly unknown[]): Submission<unknown> {
    return this.#once(() => {
      const submission = new SimulatedSubmission(this);
      const copies = structuredClone(args) as never[];
      this.host.at(this.time, () => submission.begin(this.#job.submit(() => call(target, copies))));
      return submission;
    });
  }

  callSoon(target: Address, args: readonly unknown[]): void {
    this.#once(() => {
      const copies = structuredClone(args);
      this.host.at(this.time, () => {
        const fn = functionAt(target);
        if (fn !== undefined) this.#job.callSoon(fn, copies);
      });
    });
  }

  /** Answer from the journal, or ask; leaves the function when the host's time has to come first. */
  ask<T>(question: () => T): T {
    return this.#once(() => {
      if (this.time > this.host.now) this.leave((again) => this.host.put(this.time, again));
      return question();
    });
  }

  /** Leave the function; it is called again when the function given calls back. */
  leave(until: (again: () => void) => void): never {
    this.#isLeft = true;
    until(() => this.run());
    throw LEFT;
  }

  #call(): ThreadOutcome {
    const job = this.#job;
    try {
      return { value: job.call(structuredClone(job.args)) };
    } catch (error) {
      return { error };
    }
  }

  #asCurrent<T>(fn: () => T): T {
    const outerLoop = swapRunningLoop(undefined);
    const outerHost = swapThreadHost(this.host);
    const outerThread = this.host.thread;
    this.host.thread = this;
    try {
      return fn();
    } finally {
      this.host.thread = outerThread;
      swapThreadHost(outerHost);
      swapRunningLoop(outerLoop);
    }
  }

  /** Do something that the world sees, or, if it was done before, give what it gave then. */
  #once<T>(effect: () => T): T {
    this.#checkLeft();
    if (this.#position === this.#journal.length) {
      const result = effect();
      this.#journal.push(result);
    }
    const result = this.#journal[this.#position] as T;
    this.#position += 1;
    return result;
  }

  /** A function that is being left must not go on, whatever its own `catch` does. */
  #checkLeft(): void {
    if (this.#isLeft) throw LEFT;
  }

  #awaitValue(value: PromiseLike<unknown>): void {
    const arrived = this.host.expectWakeUp();
    const settle = (outcome: ThreadOutcome) => {
      arrived();
      this.#end(outcome);
      this.host.wake();
    };
    value.then(
      (result) => settle({ value: result }),
      (error: unknown) => settle({ error }),
    );
  }

  #end(outcome: ThreadOutcome): void {
    const copy = copyOutcome(outcome);
    this.host.at(this.time, () => {
      this.#job.ended(copy);
      this.host.threadEnded();
    });
  }
}

/** What `runCoroutineThreadsafe` gives on a simulated thread. */
class SimulatedSubmission implements Submission<unknown> {
  readonly #thread: SimulatedThread;
  #future: ConcurrentFuture<unknown> | undefined;

  constructor(thread: SimulatedThread) {
    this.#thread = thread;
  }

  begin(future: ConcurrentFuture<unknown>): void {
    this.#future = future;
  }

  result(timeout?: Keyword<'timeout', number | undefined>): unknown {
    return resultOf(this.#outcome(timeout));
  }

  exception(timeout?: Keyword<'timeout', number | undefined>): unknown {
    return exceptionOf(this.#outcome(timeout));
  }

  cancelled(): boolean {
    return this.#thread.ask(() => this.#future?.cancelled() ?? false);
  }

  /** Block until it has ended. */
  #outcome(timeout: Keyword<'timeout', number | undefined>): ThreadOutcome {
    const thread = this.#thread;
    const seconds = keyword(timeout, 'timeout') ?? Number.POSITIVE_INFINITY;
    const deadline = thread.time + seconds;
    const answer = thread.ask<Answer>(() => {
      const future = this.#future as ConcurrentFuture<unknown>;
      const { now } = thread.host;
      if (future.done()) return { ...copyOutcome(outcomeOf(future)), time: now };
      if (now >= deadline) return { isLate: true, time: now };
      return thread.leave((again) => this.#whenDoneOr(deadline, again));
    });
    thread.time = Math.max(thread.time, answer.time);
    if ('isLate' in answer) throw new TimeoutError();
    return answer;
  }

  done(): boolean {
    return this.#thread.ask(() => this.#future?.done() ?? false);
  }

  cancel(): boolean {
    return this.#thread.ask(() => this.#future?.cancel() ?? false);
  }

  #whenDoneOr(deadline: number, again: () => void): void {
    const { host } = this.#thread;
    let isAnswered = false;
    const once = () => {
      if (isAnswered) return;
      isAnswered = true;
      again();
    };
    this.#future?.addDoneCallback(() => {
      host.put(host.now, once);
      host.wake();
    });
    if (deadline !== Number.POSITIVE_INFINITY) host.put(deadline, once);
  }
}

function call(target: Address, args: readonly never[]): unknown {
  return functionAt(target)?.(...args);
}

/** Copy what passes from one thread to another, as between real ones. */
function copyOutcome(outcome: ThreadOutcome): ThreadOutcome {
  try {
    return 'error' in outcome
      ? { error: decodeError(encodeError(outcome.error)) }
      : { value: structuredClone(outcome.value) };
  } catch (error) {
    return { error };
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
}
