/**
 * What a test fails with: an error whose stack begins where the test has called, not in here.
 */

/** What is told of a failure. */
interface Failure {
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly cause?: unknown;
}

/**
 * A coroutine did not do what is expected of it, or did not end.
 *
 * The message is the diff. Runners that show one of their own find both sides as texts; these are
 * not enumerable, so that others do not list them again below the message.
 */
export class TranscriptError extends Error {
  override readonly name = 'TranscriptError';
  declare readonly expected?: string;
  declare readonly actual?: string;

  /** @internal Note where a test is, before anything is awaited. */
  constructor(caller: (...args: never[]) => unknown) {
    super();
    Error.captureStackTrace(this, caller);
  }
}

/** @internal Say what is wrong; returns the error. */
export function because(error: TranscriptError, { message, ...rest }: Failure): TranscriptError {
  const frames = error.stack?.match(/^\s+at .*/ms)?.[0] ?? '';
  const stack = `${error.name}: ${message}\n${frames}`;
  for (const [name, value] of Object.entries({ message, stack, ...rest })) {
    Object.defineProperty(error, name, { value, configurable: true, writable: true });
  }
  return error;
}
