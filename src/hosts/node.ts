/**
 * The Node host: the real clock, real waiting, real threads.
 *
 * The clock is the monotonic one, made faster where a speed says so. A loop that has nothing to do
 * waits on a timer or a bell; one whose ready queue never empties still gives way to Node's own timers,
 * sockets and promises, many times a second.
 */
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { threadId } from 'node:worker_threads';
import type { Place } from '../core/frames.js';
import type { Driven, Host, Output, PrintedLine, ThreadJob, ThreadPort } from '../core/host.js';
import type { ChildProcess, ProcessOrder } from '../core/processes.js';
import { swapRunningLoop } from '../core/running.js';
import { Children } from './children.js';
import { placeOf } from './generatorplaces.js';
import { untilWoken } from './idle.js';
import { Interrupts } from './interrupts.js';
import { NodeNetwork } from './nodenetwork.js';
import { nextTurn, OutsideWork } from './outside.js';
import { ProcessSignals } from './signals.js';
import { type Caller, callOnThread } from './threadcall.js';
import { WakeUp } from './wakeup.js';
import { prepareThreads, workerPool } from './workerpool.js';

/** How long a loop runs before the rest of the process has its turn, in milliseconds. */
const MAXIMUM_BURST = 5;

/** The longest that Node's timers take, in milliseconds; a loop that wakes early waits again. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** What a Node host is made with. */
export interface NodeHostOptions {
  readonly output: Output;
  /** How many times faster than the world its clock goes; 1 by default. */
  readonly speed?: number | undefined;
  /** Whether signals reach its programs, as Ctrl-C does; otherwise those alone that are simulated. */
  readonly takesSignal?: boolean;
}

/** Drives loops on the monotonic clock. */
export class NodeHost implements Host {
  readonly resolution = 1e-6;
  readonly wantsTurn = false;
  readonly cores = availableParallelism();
  readonly output: Output;
  protected speed: number;
  readonly #interrupts: Interrupts;
  readonly signals: ProcessSignals;
  readonly network = new NodeNetwork();
  readonly #children = new Children(this);
  readonly #waiting = new Set<WakeUp>();
  readonly #caller: Caller;
  #promises = 0;
  #threads = 0;
  /** Who waits for all threads to end. */
  readonly #joining: (() => void)[] = [];

  constructor({ output, speed = 1, takesSignal = true }: NodeHostOptions) {
    this.output = output;
    this.speed = speed;
    this.signals = new ProcessSignals({ takesSignals: takesSignal });
    const over = () => {
      this.#threads -= 1;
      if (this.#threads === 0) for (const joined of this.#joining.splice(0)) joined();
      this.wake();
    };
    this.#caller = { output, speed, over };
    const isHandled = () => this.signals.hasListener('SIGINT');
    this.#interrupts = new Interrupts({ takesSignal, isHandled });
  }

  time(): number {
    return (performance.now() / 1000) * this.speed;
  }

  async drive(loop: Driven): Promise<void> {
    const wakeUp = new WakeUp();
    this.#waiting.add(wakeUp);
    try {
      await this.#drive(loop, wakeUp);
    } finally {
      this.#waiting.delete(wakeUp);
    }
  }

  async #drive(loop: Driven, wakeUp: WakeUp): Promise<void> {
    const outside = new OutsideWork();
    const expects = () => {
      if (this.#threads > 0) return 'a thread';
      if (this.#children.alive > 0) return 'a process';
      if (this.network.isOpen) return 'a socket';
      if (this.signals.expectsSome) return 'a signal';
      return this.#promises > 0 ? 'a promise' : 'nothing';
    };
    const iterations = loop.iterations();
    let burst = performance.now();
    for (let step = iterations.next(); !step.done; step = iterations.next()) {
      const timeout = step.value;
      if (timeout === undefined) {
        if (!(await untilWoken(wakeUp, outside, expects))) loop.deadlock();
        burst = performance.now();
      } else if (timeout > 0) {
        await wakeUp.wait(Math.min(Math.ceil((timeout / this.speed) * 1000), LONGEST_TIMER));
        burst = performance.now();
      } else if (performance.now() - burst > MAXIMUM_BURST) {
        await nextTurn();
        burst = performance.now();
      }
    }
  }

  wake(): void {
    for (const wakeUp of this.#waiting) wakeUp.ring();
  }

  blockingSleep(seconds: number): void {
    this.blockUntil(() => false, seconds);
  }

  blockUntil(isSo: () => boolean, seconds: number): boolean {
    // What happens meanwhile happens on other threads, where no loop is running.
    const outer = swapRunningLoop(undefined);
    try {
      return workerPool.blockUntil(isSo, (seconds / this.speed) * 1000);
    } finally {
      swapRunningLoop(outer);
    }
  }

  threadId(): number {
    return threadId + 1;
  }

  print(text: string, task: string | undefined): PrintedLine {
    const line = { text, time: this.time(), task, thread: undefined };
    this.output.print(line);
    return line;
  }

  startThread(job: ThreadJob): void {
    this.#threads += 1;
    callOnThread(job, this.#caller);
  }

  joinThreads(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#threads === 0) resolve();
      else this.#joining.push(resolve);
    });
  }

  threadPort(): ThreadPort | undefined {
    return undefined;
  }

  expectWakeUp(): () => void {
    this.#promises += 1;
    let isOver = false;
    return () => {
      if (!isOver) this.#promises -= 1;
      isOver = true;
    };
  }

  onInterrupt(callback: () => void): () => void {
    return this.#interrupts.listen(callback);
  }

  interrupt(): void {
    this.#interrupts.raise();
  }

  startProcess(order: ProcessOrder): ChildProcess {
    return this.#children.start(order);
  }

  async prepareThreads(count: number, module?: string): Promise<void> {
    await prepareThreads(count, module);
  }

  placeOf(generator: object): Place | undefined {
    return placeOf(generator);
  }

  async close(): Promise<void> {}
}
