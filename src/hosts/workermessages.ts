/**
 * What the thread of the loop and a worker say to each other.
 */
import type { MessagePort } from 'node:worker_threads';
import type { Address } from '../core/addresses.js';
import type { EncodedError } from './errors.js';

/** A call to make: of a function that a module declares, with its arguments. */
export interface WorkerCall {
  readonly target: Address;
  readonly args: readonly unknown[];
  readonly thread: string;
  readonly speed: number;
  /** What to take from the worker's clock to have the loop's, in seconds before speed. */
  readonly clockOffset: number;
  readonly port: MessagePort;
  /** Counts the answers that were sent; the worker blocks on it. */
  readonly cell: SharedArrayBuffer;
}

/** Nothing to call: load a module and meet the others, so that each of them is a worker of its own. */
export interface WorkerMeeting {
  readonly meeting: SharedArrayBuffer;
  readonly count: number;
  readonly module: string | undefined;
}

/** How a call ended. */
export type WorkerResult = { readonly value: unknown } | { readonly error: EncodedError };

/** What a worker says while a call is being made. */
export type FromWorker =
  | { readonly type: 'print'; readonly text: string; readonly time: number }
  | { readonly type: 'call'; readonly target: Address; readonly args: readonly unknown[] }
  | {
      readonly type: 'submit';
      readonly id: number;
      readonly target: Address;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'end'; readonly result: WorkerResult };

/** What a worker is told: how a coroutine that it submitted has ended. */
export interface ToWorker {
  readonly id: number;
  readonly outcome: WorkerResult;
}

/** The clock that all threads share, in seconds. */
export function sharedClock(): number {
  return Number(process.hrtime.bigint()) / 1e9;
}
