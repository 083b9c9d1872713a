/**
 * Finds in what a loop does what learners get wrong: steps that hold it, tasks that go on though they
 * were asked to cancel, tasks that are left. It is an observer and nothing else.
 *
 * On the virtual clock time stands still while code computes, so the loop is held by whatever moves
 * the time within a step, or within the callbacks of one iteration.
 *
 * A request to cancel counts as refused when the task ends with a result and nobody has taken the
 * request back. Time limits and task groups take theirs back; who cleans up and then lets the
 * cancellation go on ends cancelled.
 */

import type { EventLoop, Host, Instrument, Task } from '../../index.js';
import { placeOfTask } from '../place-of-task.js';
import type { PlacedCoroutine } from './examination.js';

type Place = () => string | undefined;

/** What is known of a loop's iteration: since when it runs, and how long its steps took. */
interface Iteration {
  begun: number;
  inSteps: number;
}

/** Watches one answer. */
export class Observer {
  /** The longest that the loop was held, in seconds. */
  blocked = 0;
  /** How many tasks were created within a running loop. */
  tasks = 0;
  /** The coroutines of the tasks that were left, in order of creation. */
  left: readonly string[] = [];
  readonly #asked = new Map<Task<unknown>, Place>();
  readonly #swallowed: { readonly coroutine: string; readonly place: Place }[] = [];
  readonly #iterations = new Map<EventLoop, Iteration>();
  readonly #steps: number[] = [];

  readonly hooks: Instrument = {
    taskCreated: (loop) => {
      if (loop.isRunning()) this.tasks += 1;
    },
    stepBegun: (loop) => {
      this.#steps.push(loop.time());
    },
    stepEnded: (loop) => {
      const seconds = loop.time() - (this.#steps.pop() ?? 0);
      this.#held(seconds);
      const iteration = this.#iterations.get(loop);
      // A step within a step is a part of it.
      if (iteration !== undefined && this.#steps.length === 0) iteration.inSteps += seconds;
    },
    iterationBegun: (loop) => {
      this.#endIteration(loop, loop.time());
      this.#iterations.set(loop, { begun: loop.time(), inSteps: 0 });
    },
    timeJumped: (loop, from) => {
      this.#endIteration(loop, from);
    },
    loopClosed: (loop) => {
      this.#endIteration(loop, loop.time());
    },
    cancelRequested: (loop, task) => {
      if (this.#asked.has(task)) return;
      const place = placeOfTask(task, loop.host as Host);
      this.#asked.set(task, () => place);
    },
    taskDone: (_loop, task) => {
      const place = this.#asked.get(task);
      this.#asked.delete(task);
      const isRefused = task.cancelling() > 0 && !task.cancelled() && !task.failed;
      if (place !== undefined && isRefused) this.#note(task, place);
    },
    tasksLeft: (_loop, tasks) => {
      this.left = [...this.left, ...tasks.map(nameOf)];
    },
  };

  /** Return the tasks that refused to be cancelled; of an answer that was stopped, those that still do. */
  swallowed(isStopped: boolean): PlacedCoroutine[] {
    if (isStopped) {
      for (const [task, place] of this.#asked) if (task.cancelling() > 0) this.#note(task, place);
    }
    return this.#swallowed.map(({ coroutine, place }) => {
      const found = place();
      return { coroutine, ...(found !== undefined && { place: found }) };
    });
  }

  #note(task: Task<unknown>, place: Place): void {
    this.#swallowed.push({ coroutine: nameOf(task), place });
  }

  #endIteration(loop: EventLoop, time: number): void {
    const iteration = this.#iterations.get(loop);
    this.#iterations.delete(loop);
    if (iteration !== undefined) this.#held(time - iteration.begun - iteration.inSteps);
  }

  #held(seconds: number): void {
    this.blocked = Math.max(this.blocked, seconds);
  }
}

function nameOf(task: Task<unknown>): string {
  return task.getCoro().name;
}
