/**
 * Shutting down what a loop has opened: the two runs that end every `run`.
 */
import { type Coroutine, namedCoroutine } from './coroutines.js';
import type { EventLoop } from './events.js';
import type { Executor } from './executors.js';
import type { Future } from './futures.js';

/** There are no asynchronous generators to close here; the run that CPython makes for them stays. */
export function shutdownAsyncgens(): Coroutine<void> {
  return namedCoroutine('BaseEventLoop.shutdown_asyncgens', (function* () {})());
}

/** Wait for the threads of a loop's own pool, which takes no calls any more. */
export function shutdownDefaultExecutor(
  loop: EventLoop,
  limit: number | undefined,
): Coroutine<void> {
  return namedCoroutine(
    'BaseEventLoop.shutdown_default_executor',
    (function* () {
      const executor = loop.closeDefaultExecutor();
      if (executor !== undefined) yield* joinThreads(loop, executor, limit);
    })(),
  );
}

function* joinThreads(loop: EventLoop, executor: Executor, limit: number | undefined) {
  const joined = loop.createFuture<void>();
  joined.label = 'its threads to end';
  let isOver = false;
  // The names of CPython's, which descriptions show.
  const callbacks = {
    _set_result_unless_cancelled: (future: Future<void>, _result: undefined) => {
      if (!future.done()) future.setResult();
    },
    // The end of the time counts even when the threads end at the same instant.
    'Timeout._on_timeout': () => {
      isOver = true;
      if (!joined.done()) joined.setResult();
    },
  };
  executor.whenIdle(() => {
    if (loop.isClosed()) return;
    loop.callSoonThreadsafe(callbacks._set_result_unless_cancelled, joined, undefined);
  });
  const timer =
    limit === undefined ? undefined : loop.callLater(limit, callbacks['Timeout._on_timeout']);
  try {
    yield* joined;
    if (!isOver) return;
  } finally {
    timer?.cancel();
  }
  loop.host.output.warn(
    `RuntimeWarning: The executor did not finishing joining its threads within ${limit} seconds.`,
  );
}
