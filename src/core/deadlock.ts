/**
 * What a deadlock is called: every task that is pending, and what it awaits.
 */
import { DeadlockError } from './exceptions.js';
import type { PlacedList } from './placedlist.js';
import type { Task } from './tasks.js';

/** Make the error for tasks of which none can ever go on. */
export function deadlockOf(tasks: PlacedList<Task<unknown>>): DeadlockError {
  if (tasks.size === 0) {
    return new DeadlockError('nothing is left to run, and nothing can stop the loop');
  }
  const lines = Array.from(
    tasks,
    (task) =>
      `  ${task.getName()}, ${task.outermost.name}(), awaits ${task.waitsFor?.describeWait() ?? 'its turn'}`,
  );
  return new DeadlockError(
    `every task waits for something that can no longer happen:\n${lines.join('\n')}`,
  );
}
