/**
 * A worker of the pool, as the thread of the loop has it.
 *
 * It does one thing at a time. What it is told is counted in memory that both threads share: a worker
 * with nothing to do blocks on that count, which wakes it sooner than its own event loop would. What
 * it says arrives as events. See `worker` for the other end.
 */
import { performance } from 'node:perf_hooks';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import {
  type CallSetting,
  type FromWorker,
  MARK,
  sharedClock,
  type ToWorker,
  type WorkerRequest,
  type WorkerResult,
  type WorkerStart,
} from './workermessages.js';

/** What a worker does at the moment: it hears what the worker says, and how it has ended. */
export interface Occupation {
  said(request: WorkerRequest): void;
  ended(result: WorkerResult): void;
  /** The worker has died. */
  failed(error: unknown): void;
}

/** What the pool is told of a worker. */
export interface Keeper {
  /** It has nothing to do any more. */
  freed(worker: PoolWorker): void;
  /** It has died; said twice, perhaps. */
  died(worker: PoolWorker): void;
}

/** Counts what all workers have said. */
export const said = new Int32Array(new SharedArrayBuffer(4));

const clockOffset = sharedClock() - performance.now() / 1000;

/** A worker thread that is started once and then does one thing after the other. */
export class PoolWorker {
  /** Whether it had anything to do since the pool last looked. */
  wasBusy = false;
  readonly #keeper: Keeper;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #sent = new Int32Array(new SharedArrayBuffer(4));
  #occupation: Occupation | undefined;
  #setting: CallSetting | undefined;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const start: WorkerStart = { mark: MARK, port: port2, sent: this.#sent, said, clockOffset };
    this.#worker = new Worker(workerFile(), {
      workerData: start,
      transferList: [port2],
      // A loader that the process was started with, tsx say, would make a second runtime in a worker.
      execArgv: [],
    });
    this.#worker.on('error', (error) => this.#die(error));
    this.#worker.on('exit', (code) => this.#die(new Error(`worker exited with code: ${code}`)));
    this.#worker.unref();
    port1.on('message', (message: FromWorker) => this.#take(message));
    // The port kept the process alive for what a worker does; how that ends is still to be learned.
    port1.on('close', () => this.#worker.ref());
    port1.unref();
  }

  /**
   * Have it make a call.
   *
   * @throws DataCloneError when the arguments cannot be cloned; then it has nothing to do still.
   */
  call(setting: CallSetting, args: readonly unknown[], occupation: Occupation): void {
    const isAsBefore = this.#setting !== undefined && areEqual(setting, this.#setting);
    this.occupy(isAsBefore ? { args } : { args, setting }, occupation);
    this.#setting = setting;
  }

  /** Have it do something; the process lives as long as it does. */
  occupy(message: ToWorker, occupation: Occupation): void {
    this.tell(message);
    this.#occupation = occupation;
    this.#port.ref();
  }

  /** Tell it something that it waits for. */
  tell(message: ToWorker): void {
    this.#port.postMessage(message);
    Atomics.add(this.#sent, 0, 1);
    Atomics.notify(this.#sent, 0);
  }

  /** End it, whatever it does. */
  end(): void {
    void this.#worker.terminate();
  }

  /** Hear at once what it has said; otherwise Node's event loop brings it. */
  listen(): void {
    for (
      let next = receiveMessageOnPort(this.#port);
      next !== undefined;
      next = receiveMessageOnPort(this.#port)
    ) {
      this.#take(next.message);
    }
  }

  #take(message: FromWorker): void {
    const occupation = this.#occupation;
    if ('type' in message) {
      occupation?.said(message);
      return;
    }
    this.#occupation = undefined;
    this.#port.unref();
    this.#keeper.freed(this);
    occupation?.ended(message);
  }

  #die(error: unknown): void {
    this.listen();
    this.#keeper.died(this);
    const occupation = this.#occupation;
    this.#occupation = undefined;
    occupation?.failed(error);
  }
}

function areEqual(one: CallSetting, other: CallSetting): boolean {
  return one.target === other.target && one.speed === other.speed;
}

/** A worker runs JavaScript; where the runtime itself runs from its sources, it takes the built one. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(
    isSource ? '../../dist/src/hosts/worker.js' : '../hosts/worker.js',
    import.meta.url,
  );
}
