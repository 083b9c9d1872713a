/**
 * Real threads: a pool of workers for the whole process.
 *
 * How many calls are made at a time is the executor's business; here a worker is found or started for
 * each. Starting one takes Node some tens of milliseconds, where CPython needs a tenth of one, so
 * workers are kept for a while, and can be had ready before a measurement begins.
 *
 * The pool is our own, for a call is little else than its round trip: a general one at its best took half
 * as long again, and its lines took another way than the result that they precede.
 */
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { workerData } from 'node:worker_threads';
import { RuntimeError } from '../core/exceptions.js';
import { decodeError } from './errors.js';
import { type Keeper, PoolWorker, said } from './poolworker.js';
import { MARK, type WorkerResult, type WorkerStart } from './workermessages.js';

/** More threads than any program should have. */
const MAXIMUM_WORKERS = 256;

/** How long a worker with nothing to do is kept at least, in milliseconds; at most twice as long. */
const KEPT_FOR = 10_000;

type Use = (worker: PoolWorker) => void;

/** What a pool is made with. */
export interface WorkerPoolOptions {
  readonly maximum?: number;
  readonly keptFor?: number;
}

/** Starts workers as they are needed, and ends them when they no longer are. */
export class WorkerPool implements Keeper {
  readonly #maximum: number;
  readonly #keptFor: number;
  readonly #workers = new Set<PoolWorker>();
  /** Those that have nothing to do, the one that was busy last at the end. */
  #free: PoolWorker[] = [];
  /** Who waits for a worker, while there are as many as there may be. */
  readonly #waiting: Use[] = [];
  #sweeping: NodeJS.Timeout | undefined;

  /** @param options how many workers there may be, and how long one is kept, in milliseconds */
  constructor({ maximum = MAXIMUM_WORKERS, keptFor = KEPT_FOR }: WorkerPoolOptions = {}) {
    this.#maximum = maximum;
    this.#keptFor = keptFor;
  }

  /** How many workers there are. */
  get size(): number {
    return this.#workers.size;
  }

  /**
   * Have a worker that has nothing to do, now or as soon as there is one.
   *
   * @throws RuntimeError on the thread of a worker.
   */
  withWorker(use: Use): void {
    const free = this.#free.pop();
    if (free !== undefined) use(free);
    else if (this.#workers.size < this.#maximum) use(this.#start());
    else this.#waiting.push(use);
  }

  /**
   * Block this thread until the workers have brought something about, at most so many milliseconds; what
   * they say meanwhile is heard at once. Tells whether they have.
   */
  blockUntil(isSo: () => boolean, milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    for (;;) {
      const before = Atomics.load(said, 0);
      for (const worker of this.#workers) worker.listen();
      if (isSo()) return true;
      const left = end - performance.now();
      if (left <= 0) return false;
      Atomics.wait(said, 0, before, left);
    }
  }

  freed(worker: PoolWorker): void {
    worker.wasBusy = true;
    this.#free.push(worker);
    this.#useNext();
  }

  died(worker: PoolWorker): void {
    this.#workers.delete(worker);
    this.#free = this.#free.filter((free) => free !== worker);
    this.#useNext();
  }

  #useNext(): void {
    const use = this.#waiting.shift();
    if (use !== undefined) this.withWorker(use);
  }

  #start(): PoolWorker {
    // A program that runs again in its own workers would start workers without end.
    if ((workerData as WorkerStart | null)?.mark === MARK) {
      throw new RuntimeError('a thread cannot start threads');
    }
    const worker = new PoolWorker(this);
    this.#workers.add(worker);
    this.#sweeping ??= setInterval(() => this.#sweep(), this.#keptFor).unref();
    return worker;
  }

  /** End the workers that had nothing to do since the last time. */
  #sweep(): void {
    for (const worker of this.#free.filter(({ wasBusy }) => !wasBusy)) {
      this.died(worker);
      worker.end();
    }
    for (const worker of this.#free) worker.wasBusy = false;
    if (this.#workers.size > 0) return;
    clearInterval(this.#sweeping);
    this.#sweeping = undefined;
  }
}

/** The pool of this process. */
export const workerPool = new WorkerPool();

/** Have so many workers ready: started, and with a module loaded. */
export async function prepareThreads(count: number, module: string | undefined): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => prepareOne(module)));
}

function prepareOne(module: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const occupation = {
      said: () => {},
      ended: (result: WorkerResult) => {
        if ('error' in result) reject(decodeError(result.error));
        else resolve();
      },
      failed: reject,
    };
    workerPool.withWorker((worker) => worker.occupy({ module }, occupation));
  });
}
