/**
 * Eager tasks: their first step runs inside the call that makes them.
 */
import type { Body, Coroutine } from '../core/coroutines.js';
import type { EventLoop, TaskFactory } from '../core/events.js';
import { Task, type TaskOptions } from '../core/tasks.js';

/** A class, or a function, that makes tasks as `new Task` does. */
export type TaskConstructor = new (
  coro: Coroutine<unknown> | Body<unknown>,
  options: TaskOptions & { readonly loop: EventLoop },
) => Task<unknown>;

/** Make a task factory that starts its tasks eagerly (`asyncio.create_eager_task_factory`). */
export function createEagerTaskFactory(TaskClass: TaskConstructor): TaskFactory {
  return (loop, coro, options) =>
    new TaskClass(coro, { ...options, eagerStart: options.eagerStart ?? true, loop });
}

/**
 * Make tasks that run at once until they first wait (`asyncio.eager_task_factory`).
 *
 * @example
 * getRunningLoop().setTaskFactory(eagerTaskFactory);
 */
export const eagerTaskFactory: TaskFactory = createEagerTaskFactory(Task);
