/**
 * The coroutines and functions that a worker hands to the loop during one call.
 */
import { type Address, functionAt } from '../core/addresses.js';
import type { ConcurrentFuture } from '../core/concurrent.js';
import type { ThreadJob } from '../core/host.js';
import { encodeError } from './errors.js';
import { outcomeOf } from './outcomes.js';
import type { PoolWorker } from './poolworker.js';
import type { WorkerRequest, WorkerResult } from './workermessages.js';

type Handed = Exclude<WorkerRequest, { type: 'print' }>;

type Found = ReturnType<typeof functionAt>;

/** Runs what is submitted, and answers with how it has ended. */
export class Submissions {
  readonly #job: ThreadJob;
  readonly #worker: PoolWorker;
  readonly #futures = new Map<number, ConcurrentFuture<unknown>>();
  #isOver = false;

  constructor(job: ThreadJob, worker: PoolWorker) {
    this.#job = job;
    this.#worker = worker;
  }

  take(request: Handed): void {
    if (request.type === 'cancel') {
      this.#futures.get(request.id)?.cancel();
      return;
    }
    const { type, target, args } = request;
    const fn = functionAt(target);
    if (type === 'submit') this.#submit(request.id, target, fn, args);
    else if (fn !== undefined) this.#job.callSoon(fn, args);
  }

  /** The call has ended: nobody waits for answers any more. */
  end(): void {
    this.#isOver = true;
  }

  #submit(id: number, target: Address, fn: Found, args: readonly unknown[]): void {
    if (fn === undefined) {
      this.#answer(id, unknownFunction(target));
      return;
    }
    const future = this.#job.submit(() => fn(...(args as never[])));
    this.#futures.set(id, future);
    future.addDoneCallback(() => this.#answer(id, encodeOutcome(future)));
  }

  #answer(id: number, outcome: WorkerResult): void {
    if (this.#isOver) return;
    try {
      this.#worker.tell({ id, outcome });
    } catch (error) {
      this.#worker.tell({ id, outcome: { error: encodeError(error) } });
    }
  }
}

function unknownFunction({ name }: Address): WorkerResult {
  const message = `function '${name}' is not known to the loop: declare it at the top of a module`;
  return { error: encodeError(new TypeError(message)) };
}

function encodeOutcome(future: ConcurrentFuture<unknown>): WorkerResult {
  const outcome = outcomeOf(future);
  return 'error' in outcome ? { error: encodeError(outcome.error) } : outcome;
}
