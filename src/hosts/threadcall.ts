/**
 * A call on a worker, as the thread of the loop has it: what the worker says goes to the job.
 */
import { printOfThread } from '../core/begunlines.js';
import type { Output, ThreadJob, ThreadOutcome } from '../core/host.js';
import { decodeError } from './errors.js';
import type { Occupation, PoolWorker } from './poolworker.js';
import { Submissions } from './submissions.js';
import type { WorkerRequest, WorkerResult } from './workermessages.js';
import { workerPool } from './workerpool.js';

/** Who makes a call: where its lines go, how fast its clock is, and what to do when it is over. */
export interface Caller {
  readonly output: Output;
  readonly speed: number;
  over(): void;
}

/** Make a call on a worker; the job is told what it prints, submits, and ends with. */
export function callOnThread(job: ThreadJob, caller: Caller): void {
  const call = new ThreadCall(job, caller);
  try {
    workerPool.withWorker((worker) => call.begin(worker));
  } catch (error) {
    call.failed(error);
  }
}

class ThreadCall implements Occupation {
  readonly #job: ThreadJob;
  readonly #caller: Caller;
  #worker: PoolWorker | undefined;
  #submissions: Submissions | undefined;

  constructor(job: ThreadJob, caller: Caller) {
    this.#job = job;
    this.#caller = caller;
  }

  begin(worker: PoolWorker): void {
    this.#worker = worker;
    const { address: target, args } = this.#job;
    try {
      worker.call({ target, speed: this.#caller.speed }, args, this);
    } catch (error) {
      workerPool.freed(worker);
      this.failed(error);
    }
  }

  said(request: WorkerRequest): void {
    if (request.type === 'print') {
      printOfThread(request.text, request.time, this.#caller.output, this.#job);
      return;
    }
    this.#submissions ??= new Submissions(this.#job, this.#worker as PoolWorker);
    this.#submissions.take(request);
  }

  ended(result: WorkerResult): void {
    this.#end('error' in result ? { error: decodeError(result.error) } : result);
  }

  /** Its worker has died, or it was not made: arguments cannot be cloned, no worker can be started here. */
  failed(error: unknown): void {
    this.#end({ error });
  }

  #end(outcome: ThreadOutcome): void {
    this.#submissions?.end();
    try {
      this.#job.ended(outcome);
    } finally {
      this.#caller.over();
    }
  }
}
