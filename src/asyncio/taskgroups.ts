/**
 * Task groups: a block of code that is left when all the tasks made in it have ended.
 *
 * The first task that fails aborts the group: the other tasks are cancelled, and so is the parent, the
 * task that is inside the block, to get it out of whatever it awaits. On the way out the group takes
 * that request back and raises what went wrong as one exception group. A cancellation that comes from
 * outside is another request: it aborts the group too, and goes on outwards.
 */
import { asCoroutine, type Body, type Coroutine, namedCoroutine } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import { BaseExceptionGroup } from '../core/exceptiongroups.js';
import { CancelledError, KeyboardInterrupt, RuntimeError } from '../core/exceptions.js';
import type { DoneCallback, Future } from '../core/futures.js';
import { getRunningLoop } from '../core/running.js';
import { isNewTask, type NewTask, type Task, type TaskOptions } from '../core/tasks.js';
import type { AsyncContextManager } from './asyncwith.js';

/**
 * A group of tasks that end together (`asyncio.TaskGroup`).
 *
 * @throws ExceptionGroup from the block, when the block or a task failed.
 * @example
 * yield* asyncWith(new TaskGroup(), function* (group) {
 *   group.createTask(fetchPage(1));
 *   group.createTask(fetchPage(2));
 * });
 * // both have ended
 */
export class TaskGroup implements AsyncContextManager<TaskGroup> {
  #loop: EventLoop | undefined;
  #parent: Task<unknown> | undefined;
  #hasEntered = false;
  #isExiting = false;
  #isAborting = false;
  /** Whether the group has asked for the cancellation of its parent. */
  #hasCancelledParent = false;
  readonly #tasks = new Set<Task<unknown>>();
  #errors: Error[] = [];
  /** The first error that is too grave to be put in a group. */
  #interrupt: KeyboardInterrupt | undefined;
  #completed: Future<true> | undefined;
  readonly #callbacks = {
    // Its name is CPython's, as descriptions show it.
    'TaskGroup._on_task_done': (task: Future<unknown>) => this.#onTaskDone(task as Task<unknown>),
  };

  /**
   * Make a task in the group (`TaskGroup.create_task`).
   *
   * @throws RuntimeError when the block has not begun, is over, or is being aborted.
   */
  createTask<T>(coro: Coroutine<T> | Body<T> | NewTask<T>, options?: TaskOptions): Task<T> {
    if (!isNewTask(coro)) return this.#createTask(coro, options);
    const { coro: own, ...others } = coro;
    return this.#createTask(own, others);
  }

  #createTask<T>(coro: Coroutine<T> | Body<T>, options: TaskOptions | undefined): Task<T> {
    const refusal = this.#refusal();
    if (refusal !== undefined) {
      asCoroutine(coro).close();
      throw new RuntimeError(`TaskGroup ${this} ${refusal}`);
    }
    const task = (this.#loop as EventLoop).createTask(coro, options);
    task.addAwaiter(this.#parent as Task<unknown>);
    this.#tasks.add(task);
    task.addDoneCallback(this.#callbacks['TaskGroup._on_task_done'] as DoneCallback<T>);
    return task;
  }

  /** Enter the block; for `asyncWith`, whose body is given the group. */
  aenter(): Coroutine<TaskGroup> {
    return namedCoroutine('TaskGroup.__aenter__', this.#enter());
  }

  /** Wait for the tasks and leave the block; for `asyncWith`. */
  aexit(error: unknown): Coroutine<void> {
    return namedCoroutine('TaskGroup.__aexit__', this.#exit(error));
  }

  *#enter() {
    if (this.#hasEntered) throw new RuntimeError(`TaskGroup ${this} has already been entered`);
    this.#loop ??= getRunningLoop();
    this.#parent = this.#loop.currentTask;
    if (this.#parent === undefined) {
      throw new RuntimeError(`TaskGroup ${this} cannot determine the parent task`);
    }
    this.#hasEntered = true;
    return this as TaskGroup;
  }

  *#exit(error: unknown) {
    try {
      yield* namedCoroutine('TaskGroup._aexit', this.#leave(error));
    } finally {
      this.#parent = undefined;
      this.#errors = [];
      this.#interrupt = undefined;
    }
  }

  *#leave(error: unknown) {
    const parent = this.#parent as Task<unknown>;
    this.#isExiting = true;
    if (error instanceof KeyboardInterrupt) this.#interrupt ??= error;
    let cancellation = error instanceof CancelledError ? error : undefined;
    if (error !== undefined && !this.#isAborting) this.#abort();

    cancellation = (yield* this.#untilCompleted()) ?? cancellation;

    if (this.#interrupt !== undefined) throw this.#interrupt;
    // Take back our own request; if it was the only one, there is no cancellation to pass on.
    if (this.#hasCancelledParent && parent.uncancel() === 0) cancellation = undefined;
    if (cancellation !== undefined && this.#errors.length === 0) throw cancellation;
    if (error !== undefined && !(error instanceof CancelledError))
      this.#errors.push(asError(error));
    if (this.#errors.length === 0) return;
    if (parent.cancelling() > 0) {
      // Cancelled from outside as well: the error goes first, the cancellation is for the next await.
      parent.uncancel();
      parent.cancel();
    }
    throw new BaseExceptionGroup('unhandled errors in a TaskGroup', this.#errors);
  }

  /** Wait until no task is left; gives the cancellation, if one from outside has aborted the group. */
  *#untilCompleted() {
    let cancellation: CancelledError | undefined;
    while (this.#tasks.size > 0) {
      this.#completed = (this.#loop as EventLoop).createFuture<true>();
      this.#completed.label = 'TaskGroup.aexit()';
      try {
        yield* this.#completed;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        if (!this.#isAborting) {
          cancellation = error;
          this.#abort();
        }
      }
      this.#completed = undefined;
    }
    return cancellation;
  }

  #abort(): void {
    this.#isAborting = true;
    for (const task of this.#tasks) if (!task.done()) task.cancel();
  }

  #onTaskDone(task: Task<unknown>): void {
    const parent = this.#parent as Task<unknown>;
    this.#tasks.delete(task);
    task.removeAwaiter(parent);
    if (this.#tasks.size === 0 && this.#completed?.done() === false)
      this.#completed.setResult(true);
    if (task.cancelled() || !task.failed) return;
    const error = asError(task.exception());
    this.#errors.push(error);
    if (error instanceof KeyboardInterrupt) this.#interrupt ??= error;
    if (parent.done()) {
      this.#loop?.callExceptionHandler({
        message: `Task ${task} has errored out but its parent task ${parent} is already completed`,
        exception: error,
        task,
      });
    } else if (!this.#isAborting && !this.#hasCancelledParent) {
      this.#abort();
      this.#hasCancelledParent = true;
      parent.cancel();
    }
  }

  #refusal(): string | undefined {
    if (!this.#hasEntered) return 'has not been entered';
    if (this.#isExiting && this.#tasks.size === 0) return 'is finished';
    return this.#isAborting ? 'is shutting down' : undefined;
  }

  toString(): string {
    const info = ['TaskGroup'];
    if (this.#tasks.size > 0) info.push(`tasks=${this.#tasks.size}`);
    if (this.#errors.length > 0) info.push(`errors=${this.#errors.length}`);
    if (this.#isAborting) info.push('cancelling');
    else if (this.#hasEntered) info.push('entered');
    return `<${info.join(' ')}>`;
  }
}

/** JavaScript can throw anything, a group holds exceptions only. */
function asError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new TypeError('exceptions must derive from BaseException', { cause: thrown });
}
