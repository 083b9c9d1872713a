/**
 * The exceptions that are not meant to be caught in passing.
 *
 * Python's `except Exception` lets a mere `BaseException` pass: a cancellation, an interrupt, a group
 * that holds one. JavaScript's `catch` takes everything, so the line is drawn here.
 */
import { BaseExceptionGroup, ExceptionGroup } from './exceptiongroups.js';
import { CancelledError, GeneratorExit, KeyboardInterrupt } from './exceptions.js';

/** Tell whether Python's `except Exception` would let an exception pass. */
export function isBaseException(error: unknown): boolean {
  if (error instanceof BaseExceptionGroup) return !(error instanceof ExceptionGroup);
  return (
    error instanceof CancelledError ||
    error instanceof KeyboardInterrupt ||
    error instanceof GeneratorExit
  );
}

/**
 * Throw the error again if it is one that Python's `except Exception` does not catch.
 *
 * JavaScript's `catch` takes everything, `CancelledError` too; a coroutine that swallows it cannot
 * be cancelled. Make this the first line of a `catch` that stands for `except Exception`.
 *
 * @example
 * try {
 *   yield* work();
 * } catch (error) {
 *   rethrowIfCancelled(error);
 *   print('failed');
 * }
 */
export function rethrowIfCancelled(error: unknown): void {
  if (isBaseException(error)) throw error;
}
