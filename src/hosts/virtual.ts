/**
 * The virtual host: a clock that jumps.
 *
 * It starts at 0. When nothing is ready and nothing outside is outstanding, the time is moved on to
 * the next timer, so a program that sleeps for a day ends at once, and the same program gives the
 * same log, to the instant. The clock is moved by adding what the loop may wait, as CPython's would
 * be, so that sums of floats come out the same.
 *
 * What threads do at a later instant stands on an agenda of the host's own; see `simulatedthread`.
 */
import { performance } from 'node:perf_hooks';
import type { Place } from '../core/frames.js';
import type { Driven, Host, Output, PrintedLine, ThreadJob, ThreadPort } from '../core/host.js';
import type { NetworkOptions } from '../core/network.js';
import type { ChildProcess, ProcessOrder } from '../core/processes.js';
import { swapRunningLoop } from '../core/running.js';
import { type Timed, TimerHeap } from '../core/timerheap.js';
import { Children, type Patience } from './children.js';
import { placeOf } from './generatorplaces.js';
import { untilWoken } from './idle.js';
import { Interrupts } from './interrupts.js';
import { nextTurn, OutsideWork } from './outside.js';
import { ReadyList } from './readylist.js';
import { ProcessSignals } from './signals.js';
import { SimulatedThread } from './simulatedthread.js';
import { VirtualNetwork } from './virtualnetwork.js';
import { WakeUp } from './wakeup.js';

/** How long a loop runs before the rest of the process has its turn, in milliseconds. */
const MAXIMUM_BURST = 20;

/** The resolution of the clock, in seconds: CPython's. */
const RESOLUTION = 1e-9;

/** Two units in the last place of a float, as a share of it. */
const FLOAT_RESOLUTION = 2 ** -51;

/** The machine must not show: how many calls it makes at a time is the same everywhere. */
const SIMULATED_CORES = 2;

/** What a virtual host is made with. */
export interface VirtualHostOptions {
  readonly output: Output;
  /** Whether signals reach its programs, as Ctrl-C does; otherwise those alone that are simulated. */
  readonly takesSignal?: boolean;
  /** What its network is like; without delay and limit by default. */
  readonly network?: NetworkOptions | undefined;
  /** @internal The hosts whose threads have not ended, where it puts itself as long as that is so. */
  readonly unfinished?: Set<Host>;
  /** @internal How long its processes may be still, as tests have it; seconds by default. */
  readonly patience?: Patience;
}

/** Drives loops on a clock that jumps to whatever comes next. */
export class VirtualHost implements Host {
  readonly cores = SIMULATED_CORES;
  readonly output: Output;
  /** The thread whose code runs at this moment. */
  thread: SimulatedThread | undefined;
  #now = 0;
  /** What was expected from outside and is not here yet. */
  readonly #outstanding = new Set<symbol>();
  readonly #agenda = new TimerHeap<Timed & { readonly happen: () => void }>();
  readonly #wakeUp = new WakeUp();
  readonly #threadIds = new Map<string, number>();
  readonly #interrupts: Interrupts;
  /** How many calls on threads have not ended. */
  #threads = 0;
  readonly #unfinished: Set<Host> | undefined;
  readonly signals: ProcessSignals;
  readonly network: VirtualNetwork;
  readonly ready = new ReadyList();
  readonly #children: Children;

  constructor(options: VirtualHostOptions) {
    const { output, takesSignal = true, network, patience, unfinished } = options;
    this.output = output;
    this.#unfinished = unfinished;
    this.network = new VirtualNetwork(this, network);
    this.#children = new Children(this, patience);
    this.signals = new ProcessSignals({ takesSignals: takesSignal });
    const isHandled = () => this.signals.hasListener('SIGINT');
    this.#interrupts = new Interrupts({ takesSignal, isHandled });
  }

  time(): number {
    return this.thread?.time ?? this.#now;
  }

  /** Coarser once floats are: after half a year, adding a nanosecond adds nothing. */
  get resolution(): number {
    return Math.max(RESOLUTION, this.#now * FLOAT_RESOLUTION);
  }

  /** What is due on the agenda happens before the next iteration. */
  get wantsTurn(): boolean {
    const agenda = this.#agenda;
    return (
      !this.ready.isEmpty || (agenda.size > 0 && (agenda.peek() as Timed).deadline <= this.#now)
    );
  }

  /** The time of the clock itself, whichever thread asks. */
  get now(): number {
    return this.#now;
  }

  async drive(loop: Driven): Promise<void> {
    // Whoever awaits a future of the loop already asks for it in a microtask.
    await undefined;
    const outside = new OutsideWork();
    const expects = () => {
      if (this.#children.alive > 0) return 'a process';
      return this.#outstanding.size > 0 ? 'a promise' : 'nothing';
    };
    const iterations = loop.iterations();
    let burst = performance.now();
    // What was scheduled before needs nobody to wake the loop.
    this.#wakeUp.take();
    for (let step = iterations.next(); !step.done; step = iterations.next()) {
      this.#happenUntil(this.#now);
      this.ready.tell();
      const isIdle = step.value !== 0 && !this.#wakeUp.take() && !this.ready.hasReady;
      // Where the loop has to do with promises, they settle before the time is moved.
      if (isIdle && (loop.sharedWithPromises || this.#outstanding.size > 0)) await nextTurn();
      if (isIdle && !this.#wakeUp.take() && !this.#moveOn(loop, step.value)) {
        if (!(await untilWoken(this.#wakeUp, outside, expects))) {
          // A promise that nothing can settle any more holds nobody up.
          this.#outstanding.clear();
          if (!this.#moveOn(loop, step.value)) loop.deadlock();
        }
      }
      if (performance.now() - burst > MAXIMUM_BURST) {
        await nextTurn();
        burst = performance.now();
      }
    }
  }

  /** Move the time to the next timer or event; tells whether there is one. */
  #moveOn(loop: Driven, timeout: number | undefined): boolean {
    if (this.#outstanding.size > 0) return false;
    const before = this.#now;
    const event = this.#agenda.peek();
    if (event !== undefined && (timeout === undefined || event.deadline <= before + timeout)) {
      this.#happenUntil(event.deadline);
    } else if (timeout !== undefined) {
      this.#now += timeout;
    } else {
      return false;
    }
    if (this.#now > before) loop.timeJumped(before, this.#now);
    return true;
  }

  /** Let everything on the agenda happen that is due by then, each at its own instant. */
  #happenUntil(time: number): void {
    for (let event = this.#agenda.peek(); event !== undefined; event = this.#agenda.peek()) {
      if (event.deadline > time) break;
      this.#agenda.pop();
      this.#now = Math.max(this.#now, event.deadline);
      event.happen();
    }
  }

  /** Have something happen at an instant: now, if it is not to come. */
  at(time: number, happen: () => void): void {
    if (time <= this.#now) happen();
    else this.put(time, happen);
  }

  /** Put something on the agenda; what is due happens between two iterations. */
  put(time: number, happen: () => void): void {
    this.#agenda.push({ deadline: time, sequence: 0, happen });
  }

  wake(): void {
    this.#wakeUp.ring();
  }

  blockingSleep(seconds: number): void {
    if (this.thread !== undefined) {
      this.thread.sleep(seconds);
      return;
    }
    const end = this.#now + seconds;
    // What happens meanwhile happens on other threads, where no loop is running.
    const outer = swapRunningLoop(undefined);
    try {
      this.#happenUntil(end);
    } finally {
      swapRunningLoop(outer);
    }
    this.#now = end;
  }

  blockUntil(isSo: () => boolean, seconds: number): boolean {
    const end = this.#now + seconds;
    const outer = swapRunningLoop(undefined);
    try {
      while (this.thread === undefined && !isSo()) {
        const event = this.#agenda.peek();
        if (event === undefined || event.deadline > end) break;
        this.#happenUntil(event.deadline);
      }
    } finally {
      swapRunningLoop(outer);
    }
    if (isSo()) return true;
    if (end !== Number.POSITIVE_INFINITY) this.blockingSleep(end - this.#now);
    return false;
  }

  threadId(): number {
    return this.thread === undefined ? 1 : this.#idOf(this.thread.name);
  }

  #idOf(thread: string): number {
    const id = this.#threadIds.get(thread) ?? this.#threadIds.size + 2;
    this.#threadIds.set(thread, id);
    return id;
  }

  print(text: string, task: string | undefined): PrintedLine {
    const line = { text, time: this.#now, task, thread: undefined };
    this.output.print(line);
    return line;
  }

  startThread(job: ThreadJob): void {
    this.#idOf(job.thread);
    this.#threads += 1;
    this.#unfinished?.add(this);
    new SimulatedThread(this, job).run();
  }

  /** A call on a thread has ended. */
  threadEnded(): void {
    this.#threads -= 1;
    if (this.#threads === 0) this.#unfinished?.delete(this);
  }

  async joinThreads(): Promise<void> {
    this.blockUntil(() => this.#threads === 0, Number.POSITIVE_INFINITY);
  }

  threadPort(): ThreadPort | undefined {
    return this.thread;
  }

  expectWakeUp(): () => void {
    const expected = Symbol('expected');
    this.#outstanding.add(expected);
    return () => {
      this.#outstanding.delete(expected);
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

  async prepareThreads(): Promise<void> {}

  placeOf(generator: object): Place | undefined {
    return placeOf(generator);
  }

  async close(): Promise<void> {}
}
