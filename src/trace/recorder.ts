/**
 * The recorder: what a loop does, as a plain list of events.
 *
 * It is an observer like any other. Events hold names and numbers, no live objects, so that a trace
 * can be kept, compared and written to a file.
 */
import type { EventLoop } from '../core/events.js';
import type { Future } from '../core/futures.js';
import type { PrintedLine } from '../core/host.js';
import type { Instrument } from '../core/instruments.js';
import type { Task } from '../core/tasks.js';
import type { Timer } from '../core/timers.js';

/** One thing that a loop did, at an instant in seconds of its clock. */
export type TraceEvent = { readonly time: number } & (
  | { readonly type: 'loop created' | 'loop closed' | 'iteration begun' }
  | { readonly type: 'time jumped'; readonly from: number }
  | { readonly type: 'handle scheduled'; readonly handle: string }
  | { readonly type: 'timer scheduled'; readonly handle: string; readonly when: number }
  | { readonly type: 'task created'; readonly task: string; readonly coroutine: string }
  | { readonly type: 'step begun' | 'step ended'; readonly task: string }
  | { readonly type: 'task waits' | 'task woken'; readonly task: string; readonly for: string }
  | { readonly type: 'task done'; readonly task: string; readonly outcome: string }
  | { readonly type: 'cancel requested'; readonly task: string; readonly message?: string }
  | {
      readonly type: 'thread begun' | 'thread ended';
      readonly thread: string;
      readonly name: string;
    }
  | { readonly type: 'function ended'; readonly name: string }
  | { readonly type: 'tasks left'; readonly tasks: readonly string[] }
  | {
      readonly type: 'line printed';
      readonly text: string;
      readonly task?: string;
      readonly thread?: string;
    }
);

/**
 * Records what the loops do that it observes.
 *
 * @example
 * const recorder = new Recorder();
 * await run(main(), { observer: recorder });
 * for (const event of recorder.events) console.log(event.time, event.type);
 */
export class Recorder implements Instrument {
  readonly events: TraceEvent[] = [];

  loopCreated(loop: EventLoop): void {
    this.events.push({ time: loop.time(), type: 'loop created' });
  }

  loopClosed(loop: EventLoop): void {
    this.events.push({ time: loop.time(), type: 'loop closed' });
  }

  iterationBegun(loop: EventLoop): void {
    this.events.push({ time: loop.time(), type: 'iteration begun' });
  }

  timeJumped(_loop: EventLoop, from: number, to: number): void {
    this.events.push({ time: to, type: 'time jumped', from });
  }

  handleScheduled(loop: EventLoop, handle: object): void {
    this.events.push({ time: loop.time(), type: 'handle scheduled', handle: String(handle) });
  }

  timerScheduled(loop: EventLoop, timer: Timer): void {
    const event = {
      type: 'timer scheduled',
      handle: timer.describeTimer(),
      when: timer.when(),
    } as const;
    this.events.push({ time: loop.time(), ...event });
  }

  taskCreated(loop: EventLoop, task: Task<unknown>): void {
    const coroutine = task.outermost.name;
    this.events.push({ time: loop.time(), type: 'task created', task: task.getName(), coroutine });
  }

  stepBegun(loop: EventLoop, task: Task<unknown>): void {
    this.events.push({ time: loop.time(), type: 'step begun', task: task.getName() });
  }

  stepEnded(loop: EventLoop, task: Task<unknown>): void {
    this.events.push({ time: loop.time(), type: 'step ended', task: task.getName() });
  }

  taskWaits(loop: EventLoop, task: Task<unknown>, future: Future<unknown> | undefined): void {
    const event = { type: 'task waits', task: task.getName(), for: nameOf(future) } as const;
    this.events.push({ time: loop.time(), ...event });
  }

  taskWoken(loop: EventLoop, task: Task<unknown>, future: Future<unknown> | undefined): void {
    const event = { type: 'task woken', task: task.getName(), for: nameOf(future) } as const;
    this.events.push({ time: loop.time(), ...event });
  }

  taskDone(loop: EventLoop, task: Task<unknown>): void {
    const outcome = task.cancelled() ? 'cancelled' : task.failed ? 'exception' : 'result';
    this.events.push({ time: loop.time(), type: 'task done', task: task.getName(), outcome });
  }

  cancelRequested(loop: EventLoop, task: Task<unknown>, message: unknown): void {
    this.events.push({
      time: loop.time(),
      type: 'cancel requested',
      task: task.getName(),
      ...(message === undefined ? {} : { message: String(message) }),
    });
  }

  threadBegun(loop: EventLoop, thread: string, name: string): void {
    this.events.push({ time: loop.time(), type: 'thread begun', thread, name });
  }

  threadEnded(loop: EventLoop, thread: string, name: string): void {
    this.events.push({ time: loop.time(), type: 'thread ended', thread, name });
  }

  functionEnded(loop: EventLoop, name: string): void {
    this.events.push({ time: loop.time(), type: 'function ended', name });
  }

  tasksLeft(loop: EventLoop, tasks: readonly Task<unknown>[]): void {
    const names = tasks.map((task) => task.getName());
    this.events.push({ time: loop.time(), type: 'tasks left', tasks: names });
  }

  linePrinted(_loop: EventLoop, { text, time, task, thread }: PrintedLine): void {
    this.events.push({
      time,
      type: 'line printed',
      text,
      ...(task === undefined ? {} : { task }),
      ...(thread === undefined ? {} : { thread }),
    });
  }
}

/** What a task waits for, in a word. */
function nameOf(future: Future<unknown> | undefined): string {
  if (future === undefined) return 'its turn';
  return future.describeWait();
}
