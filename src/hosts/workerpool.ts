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
import { CancelledError, RuntimeError } from '../core/exceptions.js';
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

/** What the workers are told, so that another copy of the runtime in one of them knows where it is. */
const MARK = 'a worker of asyncio-lab';

type PrintMessage = Extract<FromWorker, { type: 'print' }>;
type SubmissionMessage = Exclude<FromWorker, { type: 'print' | 'end' }>;

let pool: Piscina<WorkerCall | WorkerMeeting, void> | undefined;

function sharedPool(): Piscina<WorkerCall | WorkerMeeting, void> {
  if (pool === undefined) {
    // A program that runs again in its own workers would start workers without end.
    if (Piscina.workerData === MARK) throw new RuntimeError('a thread cannot start threads');
    pool = new Piscina<WorkerCall | WorkerMeeting, void>({
      filename: workerFile(),
      minThreads: 0,
      maxThreads: MAXIMUM_WORKERS,
      idleTimeout: IDLE_TIMEOUT,
      concurrentTasksPerWorker: 1,
      workerData: MARK,
      // A loader that the process was started with, tsx say, would make a second runtime in a worker.
      execArgv: [],
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
  return new URL(
    isSource ? '../../dist/src/hosts/worker.js' : '../hosts/worker.js',
    import.meta.url,
  ).href;
}

/** Make a call on a worker; the job is told what it prints, submits, and ends with. */
export async function callOnThread(job: ThreadJob, output: Output, speed: number): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const cell = new SharedArrayBuffer(4);
  const call: WorkerCall = {
    target: job.address,
    args: job.args,
    thread: job.thread,
    speed,
    clockOffset: sharedClock() - performance.now() / 1000,
    port: port2,
    cell,
  };
  const submissions = new Submissions(job, port1, cell);
  const outcome = await new Promise<ThreadOutcome>((resolve, reject) => {
    port1.on('message', (message: FromWorker) => {
      if (message.type === 'end') resolve(decodeResult(message.result));
      else if (message.type !== 'print') submissions.take(message);
      else printLine(message, job, output);
    });
    // What is refused was no call: arguments that cannot be cloned, or a worker that has died.
    sharedPool()
      .run(call, { transferList: [port2] })
      .catch(reject);
  }).catch((error: unknown) => ({ error }));
  port1.close();
  job.ended(outcome);
}

function printLine({ text, time }: PrintMessage, job: ThreadJob, output: Output): void {
  const line = { text, time, task: undefined, thread: job.thread };
  output.print(line);
  job.printed(line);
}

function decodeResult(result: WorkerResult): ThreadOutcome {
  return 'error' in result ? { error: decodeError(result.error) } : result;
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

  take(message: SubmissionMessage): void {
    if (message.type === 'cancel') {
      this.#futures.get(message.id)?.cancel();
      return;
    }
    const fn = functionAt(message.target);
    if (fn !== undefined) this.#make(message, () => fn(...(message.args as never[])));
    else if (message.type === 'submit') this.#answer(message.id, unknownFunction(message.target));
  }

  #make(message: Exclude<SubmissionMessage, { type: 'cancel' }>, make: () => unknown): void {
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
