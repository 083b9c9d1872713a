/**
 * The port to what drives a loop: the clock, the waiting, the threads, the output.
 *
 * The loop is a generator that yields how long it may wait; a host resumes it. A host that moves
 * its clock on makes virtual time, one that waits makes real time, and the loop cannot tell them
 * apart. Nothing in `core` or `asyncio` reaches the outside but through this port.
 */
import type { Address } from './addresses.js';
import type { ConcurrentFuture } from './concurrent.js';
import type { Place } from './frames.js';
import type { Keyword } from './keyword.js';
import type { Network, NetworkOptions } from './network.js';
import type { ChildProcess, ProcessOrder } from './processes.js';

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
  /**
   * Take a warning or a report of a loop: what CPython writes to standard error. What it is about, an
   * exception or the body of a coroutine, comes along for those who want to know more.
   */
  warn(text: string, about?: unknown): void;
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
  /** Call the function here, for a host that has no other threads. */
  call(args: readonly unknown[]): unknown;
  /** Where another thread finds the function. */
  readonly address: Address;
  readonly args: readonly unknown[];
  /** The name of the thread. */
  readonly thread: string;
  /** Run a coroutine in the loop that the call was made from. */
  submit(make: () => unknown): ConcurrentFuture<unknown>;
  /** Call a function soon in that loop. */
  callSoon(fn: (...args: never[]) => unknown, args: readonly unknown[]): void;
  /** Take note of a line that the call has printed. */
  printed(line: PrintedLine): void;
  /** Take the result of the call, at the instant at which it ended. */
  ended(outcome: ThreadOutcome): void;
}

/** How a call on a thread ended. */
export type ThreadOutcome = { readonly value: unknown } | { readonly error: unknown };

/** What code that runs on a thread can ask of the loop. */
export interface ThreadPort {
  /** Write a text to the standard output; it may end lines. */
  print(text: string): void;
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
  result(timeout?: Keyword<'timeout', number | undefined>): T;
  /**
   * Block the thread until the coroutine has ended, and return its exception; `undefined` when it ended
   * well.
   *
   * @param timeout in seconds; without one, there is no limit
   * @throws TimeoutError when the time is over first.
   * @throws CancelledError when it was cancelled.
   */
  exception(timeout?: Keyword<'timeout', number | undefined>): unknown;
  /** Ask the loop to cancel the coroutine. */
  cancel(): boolean;
  /** Tell whether it was cancelled. */
  cancelled(): boolean;
  /** Tell whether it has ended. */
  done(): boolean;
}

/** The signals that reach the program. */
export interface Signals {
  /** The numbers of those that the system has, by name: `SIGTERM`. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Have a function called whenever a signal arrives; returns how to take it back. */
  listen(name: string, listener: () => void): () => void;
  /** Have a signal arrive, as if the system had sent it; tells whether anybody listens to it. */
  raise(name: string): boolean;
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
  /** Whether the host has something to do before the next iteration. */
  readonly wantsTurn: boolean;
  /** Drive a loop until it stops. */
  drive(loop: Driven): Promise<void>;
  /** End the wait of a loop that waits: something became ready from outside. */
  wake(): void;
  /** Block the calling thread. */
  blockingSleep(seconds: number): void;
  /**
   * Block the thread that loops run on until other threads have brought something about, at most so many
   * seconds; tells whether they have. A virtual clock knows when nothing is left that could.
   */
  blockUntil(isSo: () => boolean, seconds: number): boolean;
  /** The number of the calling thread; the one that loops run on has 1. */
  threadId(): number;
  /** Print a line from the thread that loops run on. */
  print(text: string, task: string | undefined): PrintedLine;
  /** Begin a call on a thread of its own. */
  startThread(job: ThreadJob): void;
  /** Wait until all calls on threads have ended, as the end of a program does. */
  joinThreads(): Promise<void>;
  /** What the calling thread can ask of its loop; none on the thread that loops run on. */
  threadPort(): ThreadPort | undefined;
  /** Count something outside as outstanding until the function returned is called. */
  expectWakeUp(): () => void;
  /** Have a function called when the user interrupts the program; returns how to take it back. */
  onInterrupt(callback: () => void): () => void;
  /** Interrupt the program, as Ctrl-C does. */
  interrupt(): void;
  /** The signals of the system, and those that are simulated. */
  readonly signals: Signals;
  /**
   * Start a process; it is outside work until it has ended.
   *
   * @throws OSError when it cannot be started.
   */
  startProcess(order: ProcessOrder): ChildProcess;
  readonly network: Network;
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
  /** What the network of a virtual clock is like; without delay and limit by default. */
  readonly network?: NetworkOptions;
}
