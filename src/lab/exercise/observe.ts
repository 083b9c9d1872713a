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

import type { EventLoop, Instrument, Task } from '../../index.js';
import { placeOfTask } from '../place-of-task.js';
import type { PlacedCoroutine } from './examination.js';

/** What is known of a loop's iteration: since when it runs, and how long its steps took. */
interface Iteration {
  begun: number;
  inSteps: number;
}

/** A task that was asked to cancel: where it waited then, and how many steps it has made since. */
interface Asked {
  readonly place: string | undefined;
  steps: number;
}

/** So many steps a task may take to clean up; of one that goes on for ever it is known then. */
const stepsToCleanUp = 3;

/** Watches one answer. */
export class Observer {
  /** The longest that the loop was held, in seconds. */
  blocked = 0;
  /** How many tasks were created within a running loop. */
  tasks = 0;
  /** How many of them were under way at the same time, at most. */
  atOnce = 0;
  /** The coroutines of the tasks that were left, in order of creation. */
  left: readonly string[] = [];
  readonly #asked = new Map<Task<unknown>, Asked>();
  readonly #swallowed: PlacedCoroutine[] = [];
  readonly #iterations = new Map<EventLoop, Iteration>();
  readonly #steps: number[] = [];
  readonly #underWay = new Set<Task<unknown>>();

  readonly hooks: Instrument = {
    taskCreated: (loop, task) => {
      if (!loop.isRunning()) return;
      this.tasks += 1;
      this.#underWay.add(task);
      this.atOnce = Math.max(this.atOnce, this.#underWay.size);
    },
    stepBegun: (loop, task) => {
      this.#steps.push(loop.time());
      const asked = this.#asked.get(task);
      if (asked !== undefined) asked.steps += 1;
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
      this.#asked.set(task, { place: placeOfTask(task, loop.host), steps: 0 });
    },
    taskDone: (_loop, task) => {
      const isRefused = task.cancelling() > 0 && !task.cancelled() && !task.failed;
      if (isRefused) this.#noteRefusal(task);
      this.#asked.delete(task);
      this.#underWay.delete(task);
    },
    tasksLeft: (_loop, tasks) => {
      this.left = [...this.left, ...tasks.map(nameOf)];
    },
  };

  /** Return the tasks that refused to be cancelled; of an answer that was stopped, those that still do. */
  swallowed(isStopped: boolean): readonly PlacedCoroutine[] {
    if (isStopped) {
      for (const [task, { steps }] of this.#asked) {
        if (task.cancelling() > 0 && steps > stepsToCleanUp) this.#noteRefusal(task);
      }
    }
    return this.#swallowed;
  }

  #noteRefusal(task: Task<unknown>): void {
    const place = this.#asked.get(task)?.place;
    this.#swallowed.push({ coroutine: nameOf(task), ...(place !== undefined && { place }) });
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
  return task.outermost.name;
}
