/**
 * A thread as a workplace, for our own scenarios: it starts in half the time of a process, it can be
 * ended as well, whatever it does, and nothing in it outlives it.
 */

import { Worker } from 'node:worker_threads';
import type { Exit, OpenWorkplace, Order, Overseer, Workplace } from './workplace.js';

/** What the program of a thread is told when it starts. */
export interface ThreadData {
  /** What was asked for: the names among it are those of the scenarios to come. */
  readonly args: readonly string[];
}

/** Return what starts threads; `program` is the path of their program. */
export function threads(program: string, data: ThreadData): OpenWorkplace {
  return (overseer) => new OwnThread(program, data, overseer);
}

class OwnThread implements Workplace {
  readonly outputs: readonly NodeJS.ReadableStream[];
  isReachable = true;
  readonly #worker: Worker;

  constructor(program: string, data: ThreadData, overseer: Overseer) {
    const worker = new Worker(program, {
      workerData: data,
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.#worker = worker;
    this.outputs = [worker.stdout, worker.stderr];
    worker.on('message', (message: unknown) => overseer.message(message));
    worker.on('error', () => this.#exited(overseer, {}));
    worker.on('exit', (code) => this.#exited(overseer, { code }));
  }

  send(message: Order): void {
    this.#worker.postMessage(message);
  }

  kill(): void {
    void this.#worker.terminate();
  }

  leave(): void {
    this.#worker.removeAllListeners();
    this.#worker.on('error', () => {});
    void this.#worker.terminate();
    this.#worker.unref();
  }

  #exited(overseer: Overseer, exit: Exit): void {
    this.isReachable = false;
    overseer.exited(exit);
  }
}
