/**
 * The port to what drives a loop: the clock, the waiting, the threads, the output.
 *
 * The loop is a generator that yields how long it may wait; a host resumes it. A host that moves
 * its clock on makes virtual time, one that waits makes real time, and the loop cannot tell them
 * apart. Nothing in `core` or `asyncio` reaches the outside but through this port.
 */
import type { Address } from './addresses.js';
import type { ConcurrentFuture } from './concurrent.js';
import { RuntimeError } from './exceptions.js';
import type { Place } from './frames.js';
import type { Instrument } from './instruments.js';
import { runningLoop } from './running.js';

/** A line that a program printed. */
export interface PrintedLine {
  readonly text: string;
  /** The instant, in seconds of the host's clock. */
  readonly time: number;
  /** The name of the task that printed it; none for a callback, a thread, or plain code. */
  readonly task: string | undefined;
  /** The name of the worker thread that printed it, if one did. */
  readonly thread: string | undefined;
}

/** Where lines and warnings go. */
export interface Output {
  print(line: PrintedLine): void;
  /** Take a warning or a report of a loop: what CPython writes to standard error. */
  warn(text: string): void;
}

/** A loop as its host sees it. */
export interface Driven {
  /** Run the loop: each value is how long it may wait, in seconds; `undefined` is without end. */
  iterations(): Iterator<number | undefined, void, void>;
  /** Whether plain JavaScript awaits one of its futures. */
  readonly sharedWithPromises: boolean;
  /** Tell the loop that nothing can ever wake it. */
  deadlock(): void;
  /** Tell the loop that the time was moved on, not waited for. */
  timeJumped(from: number, to: number): void;
}

/** A call that a host is to make on a thread. */
export interface ThreadJob {
  readonly fn: (...args: never[]) => unknown;
  /** Where another thread finds the function. */
  readonly address: Address;
  readonly args: readonly unknown[];
  /** The name of the thread. */
  readonly thread: string;
  /** Run a coroutine in the loop that the call was made from. */
  submit(make: () => unknown): ConcurrentFuture<unknown>;
  /** Call a function soon in that loop. */
  callSoon(fn: () => unknown): void;
  /** Take note of a line that the call has printed. */
  printed(line: PrintedLine): void;
  /** Take the result of the call, at the instant at which it ended. */
  ended(outcome: ThreadOutcome): void;
}

/** How a call on a thread ended. */
export type ThreadOutcome = { readonly value: unknown } | { readonly error: unknown };

/** What code that runs on a thread can ask of the loop. */
export interface ThreadPort {
  /** Have a coroutine function called in the loop. */
  submit(target: Address, args: readonly unknown[]): Submission<unknown>;
  /** Have a function called soon in the loop. */
  callSoon(target: Address, args: readonly unknown[]): void;
}

/** A coroutine that a thread has submitted to the loop: `concurrent.futures.Future`, as a thread has it. */
export interface Submission<T> {
  /**
   * Block the thread until the coroutine has ended, and return its result or throw its exception.
   *
   * @param timeout in seconds; without one, there is no limit
   * @throws TimeoutError when the time is over first.
   * @throws CancelledError when it was cancelled.
   */
  result(timeout?: number): T;
  /** Ask the loop to cancel the coroutine. */
  cancel(): boolean;
  /** Tell whether it has ended. */
  done(): boolean;
}

/** What drives loops. Several loops may share one. */
export interface Host {
  /** The resolution of the clock, in seconds: a timer due within it is due. */
  readonly resolution: number;
  /** How many calls the machine can make at a time. */
  readonly cores: number;
  readonly output: Output;
  /** The clock, in seconds. */
  time(): number;
  /** Drive a loop until it stops. */
  drive(loop: Driven): Promise<void>;
  /** End the wait of a loop that waits: something became ready from outside. */
  wake(): void;
  /** Block the calling thread. */
  blockingSleep(seconds: number): void;
  /** The number of the calling thread; the one that loops run on has 1. */
  threadId(): number;
  /** Print a line from the calling thread. */
  print(text: string, task: string | undefined): PrintedLine;
  /** Begin a call on a thread of its own. */
  startThread(job: ThreadJob): void;
  /** What the calling thread can ask of its loop; none on the thread that loops run on. */
  threadPort(): ThreadPort | undefined;
  /** Count something outside as outstanding until the function returned is called. */
  expectWakeUp(): () => void;
  /** Have a function called when the user interrupts the program; returns how to take it back. */
  onInterrupt(callback: () => void): () => void;
  /** Interrupt the program, as Ctrl-C does. */
  interrupt(): void;
  /**
   * Have so many threads ready, with a module loaded, so that this is no part of what is measured.
   */
  prepareThreads(count: number, module?: string): Promise<void>;
  /** Return the place where a generator is suspended; a host may not know. */
  placeOf?(generator: object): Place | undefined;
  /** Let go of everything that the host holds. */
  close(): Promise<void>;
}

/** Which clock a host is to have. */
export interface ClockOptions {
  /** `real`, the monotonic clock, or `virtual`, which jumps to the next timer; `real` by default. */
  readonly clock?: 'real' | 'virtual' | { readonly speed: number };
  /** How many times faster than the world a real clock goes; 1 by default. */
  readonly speed?: number;
}

/** What a loop is given when it is made where nothing else is said. */
export interface Surroundings {
  readonly host: Host;
  readonly instruments: readonly Instrument[];
}

let makeHost: ((options: ClockOptions) => Host) | undefined;
let ambient: Surroundings | undefined;
let fallback: Host | undefined;
let onThread: Host | undefined;

/** @internal Say how hosts are made; the package's entry does, once. */
export function installHosts(maker: (options: ClockOptions) => Host): void {
  makeHost = maker;
}

/** @internal Return a host for the clock asked for, the surrounding one where none is. */
export function hostFor(options: ClockOptions): Host {
  const { clock, speed } = options;
  return clock === undefined && speed === undefined ? surroundings().host : newHost(options);
}

/** @internal The host of the running loop or thread, or else the surrounding one. */
export function currentHost(): Host {
  return runningLoop()?.host ?? onThread ?? surroundings().host;
}

/** @internal Say that code of a thread of this host runs now; returns what was said before. */
export function swapThreadHost(host: Host | undefined): Host | undefined {
  const before = onThread;
  onThread = host;
  return before;
}

/** @internal What loops are given by default. */
export function surroundings(): Surroundings {
  if (ambient !== undefined) return ambient;
  fallback ??= newHost({});
  return { host: fallback, instruments: [] };
}

function newHost(options: ClockOptions): Host {
  if (makeHost === undefined) {
    throw new RuntimeError('no host is installed: import the runtime from its entry, asyncio-lab');
  }
  return makeHost(options);
}

/**
 * Call a function with another host as the default: for `run` and `newEventLoop` without a clock of
 * their own, and for `print`, `blockingSleep` and `perfCounter` outside any loop.
 *
 * The default is restored when the function has returned and its promise, if it gives one, is
 * settled. Meant for tools that run whole programs one at a time.
 *
 * @example
 * const host = virtualHost({ output });
 * await withHost(host, () => run(main()));
 */
export async function withHost<T>(
  host: Host,
  fn: () => T,
  options: { readonly observer?: Instrument } = {},
): Promise<Awaited<T>> {
  const outer = ambient;
  ambient = { host, instruments: options.observer === undefined ? [] : [options.observer] };
  try {
    return await fn();
  } finally {
    ambient = outer;
  }
}
