/**
 * Shielding: waiting for something that is not cancelled with the one who waits.
 */
import type { Awaitable } from '../core/awaitables.js';
import { ensureFuture } from '../core/ensurefuture.js';
import { errorName } from '../core/errornames.js';
import { Future } from '../core/futures.js';

/**
 * Wait for an awaitable, which goes on when the one who waits is cancelled (`asyncio.shield`).
 *
 * @example
 * const saved = yield* shield(save(record));
 */
export function shield<T>(awaitable: Awaitable<T>): Future<T> {
  const inner = ensureFuture(awaitable);
  if (inner.done()) return inner;
  const outer = new Future<T>({ loop: inner.loop });
  outer.label = 'shield()';
  const parent = inner.loop.currentTask;

  // Their names are CPython's, as descriptions and reports show them.
  const {
    'shield.<locals>._clear_awaited_by_callback': clearAwaiter,
    'shield.<locals>._inner_done_callback': onInnerDone,
    'shield.<locals>._outer_done_callback': onOuterDone,
  } = {
    'shield.<locals>._clear_awaited_by_callback': () => {
      if (parent !== undefined) inner.removeAwaiter(parent);
    },
    'shield.<locals>._inner_done_callback': () => {
      if (outer.cancelled()) return;
      if (inner.cancelled()) outer.cancel();
      else if (inner.failed) outer.setException(inner.exception());
      else outer.setResult(inner.result());
    },
    'shield.<locals>._outer_done_callback': () => {
      if (inner.done()) return;
      inner.removeDoneCallback(onInnerDone);
      // Only one callback is to report what nobody waits for any more.
      inner.removeDoneCallback(reportFailure);
      inner.addDoneCallback(reportFailure);
    },
  };
  if (parent !== undefined) {
    inner.addAwaiter(parent);
    inner.addDoneCallback(clearAwaiter);
  }
  inner.addDoneCallback(onInnerDone);
  outer.addDoneCallback(onOuterDone);
  return outer;
}

function reportFailure(future: Future<unknown>): void {
  if (future.cancelled() || !future.failed) return;
  const exception = future.exception();
  const name = exception instanceof Error ? errorName(exception) : typeof exception;
  future.loop.callExceptionHandler({
    message: `${name} exception in shielded future`,
    exception,
    future,
  });
}

Object.defineProperty(reportFailure, 'name', { value: '_log_on_exception' });
