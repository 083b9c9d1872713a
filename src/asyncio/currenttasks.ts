/**
 * Making tasks in the running loop, and looking at those that are there.
 */
import type { Body, Coroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { type Keyword, keyword } from '../core/keyword.js';
import { getRunningLoop } from '../core/running.js';
import type { NewTask, Task, TaskOptions } from '../core/tasks.js';

/**
 * Schedule a coroutine in the running loop and return its task (`asyncio.create_task`).
 *
 * @throws RuntimeError when no loop is running.
 * @example
 * const task = createTask(work(), { name: 'worker' });
 * const result = yield* task;
 * const same = createTask({ coro: work(), name: 'worker' });
 */
export function createTask<T>(coro: Coroutine<T> | Body<T>, options?: TaskOptions): Task<T>;
export function createTask<T>(task: NewTask<T>): Task<T>;
export function createTask<T>(
  first: Coroutine<T> | Body<T> | NewTask<T>,
  options?: TaskOptions,
): Task<T> {
  return getRunningLoop().createTask(first as Coroutine<T>, options);
}

/** Return the task that is running; `undefined` in a callback (`asyncio.current_task`). */
export function currentTask(
  loop?: Keyword<'loop', EventLoop | undefined>,
): Task<unknown> | undefined {
  return (keyword(loop, 'loop') ?? getRunningLoop()).currentTask;
}

/** Return the tasks that are not done, in order of creation (`asyncio.all_tasks`). */
export function allTasks(loop?: Keyword<'loop', EventLoop | undefined>): Set<Task<unknown>> {
  return new Set((keyword(loop, 'loop') ?? getRunningLoop()).tasks);
}
