/**
 * Running a program: a new loop, main to its end, everything left over cancelled, the loop closed.
 */
import type { Awaitable } from '../core/awaitables.js';
import { className } from '../core/classnames.js';
import { type Context, copyContext } from '../core/contextvars.js';
import { toCoroutine } from '../core/ensurefuture.js';
import { EventLoop } from '../core/events.js';
import { CancelledError, KeyboardInterrupt, RuntimeError } from '../core/exceptions.js';
import type { ClockOptions } from '../core/host.js';
import type { Instrument } from '../core/instruments.js';
import { refuseUnknown } from '../core/keyword.js';
import { repr } from '../core/repr.js';
import { runningLoop, setEventLoop } from '../core/running.js';
import { hostFor, surroundings } from '../core/surroundings.js';
import type { Task } from '../core/tasks.js';
import { gather } from './gather.js';

/** How long the end of a run waits for its threads, in seconds. */
const THREAD_JOIN_TIMEOUT = 300;

/** What a loop is made with. */
export interface LoopOptions extends ClockOptions {
  /** Whether callbacks are checked and slow ones reported; `false` by default. */
  readonly debug?: boolean | undefined;
  /** Who watches the loop. */
  readonly observer?: Instrument | undefined;
}

/** What `run` and `Runner` can be told. */
export interface RunOptions extends LoopOptions {
  /** Makes the loop, in place of `newEventLoop`. */
  readonly loopFactory?: (() => EventLoop) | undefined;
}

const runOptionNames = ['debug', 'loopFactory', 'observer', 'clock', 'speed', 'network'];

/**
 * Make a new event loop (`asyncio.new_event_loop`).
 *
 * @example
 * const loop = newEventLoop({ clock: 'virtual' });
 * try {
 *   await loop.runUntilComplete(main());
 * } finally {
 *   loop.close();
 * }
 */
export function newEventLoop(options: LoopOptions = {}): EventLoop {
  refuseUnknown(options, runOptionNames, 'newEventLoop');
  const { observer, debug = false } = options;
  const observers = surroundings().instruments;
  return new EventLoop(hostFor(options), {
    instruments: observer === undefined ? observers : [...observers, observer],
    debug,
  });
}

/**
 * Run a coroutine to its end and give its result (`asyncio.run`).
 *
 * Makes a new loop, runs main, cancels every task that is left and waits for it, shuts the threads
 * down, and closes the loop. Ctrl-C cancels main, so that its `finally` blocks run.
 *
 * @throws RuntimeError when a loop is running already.
 * @throws DeadlockError when no task can ever go on.
 * @throws KeyboardInterrupt when Ctrl-C has ended main.
 * @example
 * await run(main());                       // on the real clock
 * await run(main(), { clock: 'virtual' }); // the same, at once
 */
export function run<T>(main: Awaitable<T>, options: RunOptions = {}): Promise<T> {
  if (runningLoop() !== undefined) {
    throw new RuntimeError('asyncio.run() cannot be called from a running event loop', {
      hint: 'inside a coroutine, await the other one: yield* main()',
    });
  }
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(
      `run takes its options as an object, { clock: 'virtual' }, not ${repr(options)}`,
    );
  }
  refuseUnknown(options, runOptionNames, 'run');
  const runner = new Runner(options);
  return runThenClose(runner, main);
}

async function runThenClose<T>(runner: Runner, main: Awaitable<T>): Promise<T> {
  try {
    return await runner.run(main);
  } finally {
    await runner.close();
  }
}

/**
 * Runs several coroutines in one loop, one after the other (`asyncio.Runner`).
 *
 * @example
 * const runner = new Runner();
 * try {
 *   await runner.run(first());
 *   await runner.run(second());
 * } finally {
 *   await runner.close();
 * }
 */
export class Runner {
  readonly #options: RunOptions;
  #loop: EventLoop | undefined;
  #context: Context | undefined;
  #isClosed = false;
  #hasSetLoop = false;

  constructor(options: RunOptions = {}) {
    refuseUnknown(options, runOptionNames, 'Runner');
    this.#options = options;
  }

  /**
   * Run a coroutine in the runner's loop and give its result.
   *
   * @throws RuntimeError when a loop is running already, or the runner is closed.
   */
  run<T>(coro: Awaitable<T>, options: { readonly context?: Context } = {}): Promise<T> {
    if (runningLoop() !== undefined) {
      throw new RuntimeError('Runner.run() cannot be called from a running event loop');
    }
    const loop = this.getLoop();
    const context = options.context ?? this.#context;
    return runInterruptibly(loop, loop.createTask(toCoroutine(coro, 'Runner.run'), { context }));
  }

  /** Return the runner's loop. */
  getLoop(): EventLoop {
    if (this.#isClosed) throw new RuntimeError('Runner is closed');
    this.#loop ??= this.#makeLoop();
    return this.#loop;
  }

  /** Cancel what is left, shut the threads down and close the loop. */
  async close(): Promise<void> {
    const loop = this.#loop;
    if (loop === undefined) return;
    this.#loop = undefined;
    this.#isClosed = true;
    try {
      await cancelAllTasks(loop);
      await loop.runUntilComplete(loop.shutdownAsyncgens());
      await loop.runUntilComplete(loop.shutdownDefaultExecutor(THREAD_JOIN_TIMEOUT));
    } finally {
      if (this.#hasSetLoop) setEventLoop(undefined);
      loop.close();
    }
  }

  toString(): string {
    return `<${className(this.constructor)} object>`;
  }

  #makeLoop(): EventLoop {
    const { loopFactory, debug } = this.#options;
    const loop = loopFactory === undefined ? newEventLoop(this.#options) : loopFactory();
    if (loopFactory === undefined) {
      setEventLoop(loop);
      this.#hasSetLoop = true;
    }
    if (debug !== undefined) loop.setDebug(debug);
    this.#context = copyContext();
    return loop;
  }
}

/** Run a task; the first interrupt cancels it, a second one leaves the loop at once. */
async function runInterruptibly<T>(loop: EventLoop, task: Task<T>): Promise<T> {
  let interrupts = 0;
  const stopListening = loop.host.onInterrupt(() => {
    interrupts += 1;
    if (interrupts === 1 && !task.done()) {
      task.cancel();
      loop.host.wake();
    } else {
      loop.interrupt();
    }
  });
  try {
    return await loop.runUntilComplete(task);
  } catch (error) {
    if (interrupts > 0 && error instanceof CancelledError && task.uncancel() === 0) {
      throw new KeyboardInterrupt();
    }
    throw error;
  } finally {
    stopListening();
  }
}

async function cancelAllTasks(loop: EventLoop): Promise<void> {
  const leftovers = [...loop.tasks];
  if (leftovers.length === 0) return;
  loop.instruments?.report('tasksLeft', loop, leftovers);
  for (const task of leftovers) task.cancel();
  await loop.runUntilComplete(gather(...leftovers, { returnExceptions: true }));
  for (const task of leftovers) {
    if (task.cancelled() || !task.failed) continue;
    loop.callExceptionHandler({
      message: 'unhandled exception during asyncio.run() shutdown',
      exception: task.exception(),
      task,
    });
  }
}
