/**
 * Real threads: a pool of workers for the whole process, kept by Piscina.
 *
 * How many calls are made at a time is the executor's business; here a worker is found or started for
 * each. Starting one takes Node some tens of milliseconds, where CPython needs a tenth of one, so
 * workers are kept, and can be had ready before a measurement begins.
 *
 * During a call the worker speaks to the loop's thread through a port: lines that it prints, functions
 * and coroutines that it submits. See `worker` for the other end.
 */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { type Address, functionAt } from '../core/addresses.js';
import type { ConcurrentFuture } from '../core/concurrent.js';
import { CancelledError } from '../core/exceptions.js';
import type { Output, ThreadJob, ThreadOutcome } from '../core/host.js';
import { decodeError, encodeError } from './errors.js';
import {
  type FromWorker,
  sharedClock,
  type ToWorker,
  type WorkerCall,
  type WorkerMeeting,
  type WorkerResult,
} from './workermessages.js';

/** More threads than any program should have. */
const MAXIMUM_WORKERS = 256;

/** How long an idle worker is kept, in milliseconds. */
const IDLE_TIMEOUT = 10_000;

let pool: Piscina<WorkerCall | WorkerMeeting, WorkerResult> | undefined;

function sharedPool(): Piscina<WorkerCall | WorkerMeeting, WorkerResult> {
  if (pool === undefined) {
    pool = new Piscina<WorkerCall | WorkerMeeting, WorkerResult>({
      filename: workerFile(),
      minThreads: 0,
      maxThreads: MAXIMUM_WORKERS,
      idleTimeout: IDLE_TIMEOUT,
      concurrentTasksPerWorker: 1,
    });
    pool.on('error', reportLateError);
  }
  return pool;
}

/** What a function left behind may fail when its call has long ended. */
function reportLateError(error: unknown): void {
  process.stderr.write(`error on a worker thread: ${String(error)}\n`);
}

/** A worker runs JavaScript; where the runtime itself runs from its sources, it takes the built one. */
function workerFile(): string {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? '../../dist/src/hosts/worker.js' : './worker.js', import.meta.url).href;
}

/** Make a call on a worker; the job is told what it prints, submits, and ends with. */
export async function callOnThread(job: ThreadJob, output: Output, speed: number): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const cell = new SharedArrayBuffer(4);
  const submissions = new Submissions(job, port1, cell);
  port1.on('message', (message: FromWorker) => {
    if (message.type === 'print') {
      const { text, time } = message;
      const line = { text, time, task: undefined, thread: job.thread };
      output.print(line);
      job.printed(line);
    } else {
      submissions.take(message);
    }
  });
  const call: WorkerCall = {
    target: job.address,
    args: job.args,
    thread: job.thread,
    speed,
    clockOffset: sharedClock() - performance.now() / 1000,
    port: port2,
    cell,
  };
  // What the call has printed may still be on its way when its result is here.
  const closed = new Promise((resolve) => port1.once('close', resolve));
  let outcome: ThreadOutcome;
  try {
    const result = await sharedPool().run(call, { transferList: [port2] });
    outcome = 'error' in result ? { error: decodeError(result.error) } : result;
  } catch (error) {
    outcome = { error };
    port1.close();
  }
  await closed;
  job.ended(outcome);
}

/** Have so many workers ready: started, and with a module loaded. */
export async function prepareThreads(count: number, module: string | undefined): Promise<void> {
  const meeting = new SharedArrayBuffer(4);
  await Promise.all(
    Array.from({ length: count }, () => sharedPool().run({ meeting, count, module })),
  );
}

/** The coroutines that a worker has submitted during one call. */
class Submissions {
  readonly #job: ThreadJob;
  readonly #port: MessagePort;
  readonly #cell: Int32Array;
  readonly #futures = new Map<number, ConcurrentFuture<unknown>>();

  constructor(job: ThreadJob, port: MessagePort, cell: SharedArrayBuffer) {
    this.#job = job;
    this.#port = port;
    this.#cell = new Int32Array(cell);
  }

  take(message: Exclude<FromWorker, { type: 'print' }>): void {
    if (message.type === 'cancel') {
      this.#futures.get(message.id)?.cancel();
      return;
    }
    const fn = functionAt(message.target);
    if (fn !== undefined) this.#make(message, () => fn(...(message.args as never[])));
    else if (message.type === 'submit') this.#answer(message.id, unknownFunction(message.target));
  }

  #make(message: Exclude<FromWorker, { type: 'print' | 'cancel' }>, make: () => unknown): void {
    if (message.type === 'call') {
      this.#job.callSoon(make);
      return;
    }
    const { id } = message;
    const future = this.#job.submit(make);
    this.#futures.set(id, future);
    future.addDoneCallback(() => this.#answer(id, encodeOutcome(future)));
  }

  #answer(id: number, outcome: WorkerResult): void {
    const answer: ToWorker = { id, outcome };
    try {
      this.#port.postMessage(answer);
    } catch (error) {
      this.#port.postMessage({ id, outcome: { error: encodeError(error) } } satisfies ToWorker);
    }
    Atomics.add(this.#cell, 0, 1);
    Atomics.notify(this.#cell, 0);
  }
}

function unknownFunction({ name }: Address): WorkerResult {
  const message = `function '${name}' is not known to the loop: declare it at the top of a module`;
  return { error: encodeError(new TypeError(message)) };
}

function encodeOutcome(future: ConcurrentFuture<unknown>): WorkerResult {
  if (future.cancelled()) return { error: encodeError(new CancelledError()) };
  try {
    return { value: future.result() };
  } catch (error) {
    return { error: encodeError(error) };
  }
}
