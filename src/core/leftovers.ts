/**
 * What is reported when a loop is closed: the things that nobody looked at again.
 *
 * CPython makes these reports when the garbage collector finds the object, which is at no definite
 * moment. Here the moment is definite: when the loop closes, in the order in which things happened.
 */
import type { EventLoop } from './events.js';

/** Report exceptions that were never retrieved and tasks that are still pending. */
export function reportLeftovers(loop: EventLoop): void {
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
    const coroutine = task.getCoro();
    if (coroutine.state === 'created') {
      coroutine.reportWith(loop.unawaited);
      continue;
    }
    try {
      coroutine.close();
    } catch (error) {
      loop.host.output.warn(`Exception ignored in: ${coroutine}\n${String(error)}`);
    }
  }
  loop.tasks.clear();
}
