/**
 * Making tasks in the running loop, and looking at those that are there.
 */
import type { Body, Coroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { getRunningLoop } from '../core/running.js';
import type { Task, TaskOptions } from '../core/tasks.js';

/**
 * Schedule a coroutine in the running loop and return its task (`asyncio.create_task`).
 *
 * @throws RuntimeError when no loop is running.
 * @example
 * const task = createTask(work(), { name: 'worker' });
 * const result = yield* task;
 */
export function createTask<T>(coro: Coroutine<T> | Body<T>, options?: TaskOptions): Task<T> {
  return getRunningLoop().createTask(coro, options);
}

/** Return the task that is running; `undefined` in a callback (`asyncio.current_task`). */
export function currentTask(loop: EventLoop = getRunningLoop()): Task<unknown> | undefined {
  return loop.currentTask;
}

/** Return the tasks that are not done, in order of creation (`asyncio.all_tasks`). */
export function allTasks(loop: EventLoop = getRunningLoop()): Set<Task<unknown>> {
  return new Set(loop.tasks);
}
