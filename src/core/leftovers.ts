/**
 * What is reported when a loop is closed: the things that nobody looked at again.
 *
 * CPython makes these reports when the garbage collector finds the object, which is at no definite
 * moment. Here the moment is definite: when the loop closes, in the order in which things happened.
 */
import { type Coroutine, warnOfUnawaited } from './coroutines.js';
import type { EventLoop } from './events.js';

/**
 * Report exceptions that were never retrieved, tasks that are still pending, and coroutines that were
 * never awaited, those of pending tasks that have not begun among them.
 */
export function reportLeftovers(loop: EventLoop): void {
  const notBegun: Coroutine<unknown>[] = [];
  for (const future of loop.unretrieved) {
    loop.callExceptionHandler({
      message: `${future.constructor.name} exception was never retrieved`,
      exception: future.failure,
      future,
    });
  }
  loop.unretrieved.clear();
  for (const task of loop.tasks) {
    if (task.logsDestroyPending) {
      loop.callExceptionHandler({ message: 'Task was destroyed but it is pending!', task });
    }
    const coroutine = task.outermost;
    if (coroutine.isNew()) {
      if (coroutine.state === 'created') notBegun.push(coroutine);
      continue;
    }
    try {
      coroutine.close();
    } catch (error) {
      loop.host.output.warn(
        `Exception ignored while closing generator ${coroutine}:\n${String(error)}`,
      );
    }
  }
  loop.tasks.clear();
  const unawaited = new Set(loop.unawaited);
  for (const coroutine of notBegun) {
    // After the others, in the order of their tasks.
    unawaited.delete(coroutine);
    unawaited.add(coroutine);
  }
  warnOfUnawaited(unawaited, loop.host.output);
}
