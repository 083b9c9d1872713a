/**
 * What the thread of the loop and a worker say to each other.
 *
 * A message wakes a thread, and all that it says is copied. So a call that prints nothing is one
 * message there and one back, and what was said before is not said again.
 */
import type { MessagePort } from 'node:worker_threads';
import type { Address } from '../core/addresses.js';
import type { EncodedError } from './errors.js';

/** What a worker is started with. */
export interface WorkerStart {
  /** So that another copy of the runtime in a worker knows where it is. */
  readonly mark: typeof MARK;
  readonly port: MessagePort;
  /** Counts the messages to the worker, which blocks on it. */
  readonly sent: Int32Array;
  /** Counts the messages of all workers, which a thread of the loop that blocks listens to. */
  readonly said: Int32Array;
  /** What to take from the clock that all threads share to have the loop's, in seconds before speed. */
  readonly clockOffset: number;
}

/** What a call says of itself; the next one, as a rule, would say the same. */
export interface CallSetting {
  /** The function to call: one that a module declares. */
  readonly target: Address;
  readonly speed: number;
}

/** A call to make; without a setting, it has that of the call before. */
export interface WorkerCall {
  readonly args: readonly unknown[];
  readonly setting?: CallSetting;
}

/** A module to load, so that a later call finds it there. */
export interface WorkerPreparation {
  readonly module: string | undefined;
}

/** How a coroutine that the worker submitted has ended. */
export interface WorkerAnswer {
  readonly id: number;
  readonly outcome: WorkerResult;
}

/** What a worker is told. */
export type ToWorker = WorkerCall | WorkerPreparation | WorkerAnswer;

/** How a call or a preparation ended. */
export type WorkerResult = { readonly value: unknown } | { readonly error: EncodedError };

/** What a worker says while a call is being made. */
export type WorkerRequest =
  | { readonly type: 'print'; readonly text: string; readonly time: number }
  | { readonly type: 'call'; readonly target: Address; readonly args: readonly unknown[] }
  | {
      readonly type: 'submit';
      readonly id: number;
      readonly target: Address;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'cancel'; readonly id: number };

/** What a worker says: the result comes last, the way that lines take, so it never overtakes one. */
export type FromWorker = WorkerRequest | WorkerResult;

/** The mark of our workers. */
export const MARK = 'a worker of asyncio-lab';

/** The clock that all threads share, in seconds. */
export function sharedClock(): number {
  return Number(process.hrtime.bigint()) / 1e9;
}
