/**
 * The event loop.
 *
 * Everything that happens is a callback on the ready queue. One iteration waits until something is
 * ready or a timer is due, moves the due timers to the ready queue, and runs what was ready at that
 * moment; what callbacks add in the meantime is for the next iteration. Callbacks are called in one
 * place only, `runReady`; everything else merely adds them.
 *
 * The loop never waits itself: `runOnce` yields how long it may wait, and a host resumes it. So one
 * loop serves the real clock, the virtual one, and whoever wants to step through it.
 */
import { nameOf } from './addresses.js';
import type { Awaitable } from './awaitables.js';
import { type AnyCallback, checkCallback, splitContext, type WithContext } from './callbacks.js';
import { chainToLoop } from './concurrent.js';
import { inheritContext } from './contextvars.js';
import type { Body, Coroutine } from './coroutines.js';
import { deadlockOf } from './deadlock.js';
import { ensureFuture } from './ensurefuture.js';
import { KeyboardInterrupt, RuntimeError } from './exceptions.js';
import { type Executor, newDefaultExecutor } from './executors.js';
import { Future } from './futures.js';
import { Handle, ThreadSafeHandle, TimerHandle } from './handles.js';
import type { Host } from './host.js';
import { type Instrument, Instruments } from './instruments.js';
import { type Keyword, keyword, refuseUnknown } from './keyword.js';
import { reportLeftovers } from './leftovers.js';
import { added, checkNotNaN, compared } from './operands.js';
import { PlacedList } from './placedlist.js';
import { type Ready, ReadyQueue } from './readyqueue.js';
import { describeReport, type ExceptionContext, type ExceptionHandler, report } from './reports.js';
import { repr } from './repr.js';
import { runningLoop, swapRunningLoop } from './running.js';
import { inThousandths } from './seconds.js';
import { shutdownAsyncgens, shutdownDefaultExecutor } from './shutdown.js';
import { type Signal, SignalHandlers } from './signals.js';
import { isNewTask, type NewTask, Task, type TaskOptions, taskOptionNames } from './tasks.js';
import { type Timer, Timers } from './timers.js';
import { Unawaited } from './unawaited.js';

/** A function that makes the tasks of a loop, in place of `new Task`. */
export type TaskFactory = (
  loop: EventLoop,
  coro: Coroutine<unknown> | Body<unknown>,
  options: TaskOptions,
) => Task<unknown>;

/** How many calls a loop that is busy makes before its host has a turn. */
const CALLS_PER_TURN = 256;

/** The longest wait: a day, in seconds. */
const MAXIMUM_TIMEOUT = 24 * 3600;

/** An event loop (`asyncio.BaseEventLoop`): runs callbacks, timers and tasks, in order. */
export class EventLoop {
  /** In debug mode, a callback that takes at least so many seconds is reported. */
  slowCallbackDuration = 0.1;
  /** @internal */
  readonly host: Host;
  /** @internal */
  readonly instruments: Instruments | undefined;
  /** @internal The task that makes a step at this moment. */
  currentTask: Task<unknown> | undefined;
  /** @internal The tasks that are not done, in order of creation. */
  readonly tasks = new PlacedList<Task<unknown>>();
  /** @internal The futures that ended with an exception at which nobody has looked. */
  readonly unretrieved = new Set<Future<unknown>>();
  /** @internal The coroutines made while the loop ran that nobody has awaited. */
  readonly unawaited = new Unawaited();
  /** @internal Whether plain JavaScript awaits a future of this loop. */
  sharedWithPromises = false;
  /** @internal What it holds open outside, connections and servers: let go of when it is closed. */
  readonly held = new Set<{ release(): void }>();

  private readonly ready = new ReadyQueue();
  private readonly timers = new Timers();
  /** @internal What its futures and tasks are made with. */
  readonly ofThisLoop = { loop: this };
  private running = false;
  private isIterating = false;
  private isStopping = false;
  private closed = false;
  private isDebug: boolean;
  private fault: Error | undefined;
  private exceptionHandler: ExceptionHandler | undefined;
  private taskFactory: TaskFactory | undefined;
  private taskNumber = 0;
  private executor: Executor | undefined;
  private isExecutorShutDown = false;
  private signalHandlers: SignalHandlers | undefined;

  /** @internal Use `newEventLoop`. */
  constructor(host: Host, options: { instruments?: readonly Instrument[]; debug?: boolean } = {}) {
    this.host = host;
    this.isDebug = options.debug ?? false;
    const observers = options.instruments ?? [];
    this.instruments = observers.length > 0 ? new Instruments(observers) : undefined;
    this.instruments?.report('loopCreated', this);
  }

  /** Return the time of the loop's clock, in seconds. */
  time(): number {
    return this.host.time();
  }

  /** Return a new pending future of this loop. */
  createFuture<T = unknown>(): Future<T> {
    return new Future<T>(this.ofThisLoop);
  }

  /** Schedule a coroutine and return its task. */
  createTask<T>(coro: Coroutine<T> | Body<T> | NewTask<T>, options?: TaskOptions): Task<T> {
    if (!isNewTask(coro)) return this.makeTask(coro, options);
    const { coro: own, ...others } = coro;
    return this.makeTask(own, others);
  }

  private makeTask<T>(coro: Coroutine<T> | Body<T>, options: TaskOptions | undefined): Task<T> {
    this.checkClosed();
    if (this.taskFactory !== undefined) {
      return this.taskFactory(this, coro, options ?? {}) as Task<T>;
    }
    if (options === undefined) return new Task(coro, this.ofThisLoop);
    refuseUnknown(options, taskOptionNames, 'createTask');
    return new Task(coro, { ...options, loop: this });
  }

  /** Have tasks made by a function; by `new Task` again with `undefined`. */
  setTaskFactory(factory: TaskFactory | undefined): void {
    if (factory !== undefined && typeof factory !== 'function') {
      throw new TypeError('task factory must be a callable or None');
    }
    this.taskFactory = factory;
  }

  /** Return the task factory, if there is one. */
  getTaskFactory(): TaskFactory | undefined {
    return this.taskFactory;
  }

  /**
   * Have a function called in the next iteration; a last argument `{ context }` says in which context.
   *
   * @throws RuntimeError when the loop is closed.
   */
  callSoon<A extends unknown[]>(callback: (...args: A) => unknown, ...args: A): Handle;
  callSoon<A extends unknown[]>(callback: (...args: A) => unknown, ...args: WithContext<A>): Handle;
  callSoon(callback: AnyCallback, ...args: unknown[]): Handle {
    return this.schedule(Handle, 'callSoon', callback, args);
  }

  /** Like `callSoon`, from another thread or from plain JavaScript: wakes a loop that waits. */
  callSoonThreadsafe<A extends unknown[]>(callback: (...args: A) => unknown, ...args: A): Handle;
  callSoonThreadsafe<A extends unknown[]>(
    callback: (...args: A) => unknown,
    ...args: WithContext<A>
  ): Handle;
  callSoonThreadsafe(callback: AnyCallback, ...args: unknown[]): Handle {
    return this.schedule(ThreadSafeHandle, 'callSoonThreadsafe', callback, args);
  }

  /** Have a function called after so many seconds. */
  callLater<A extends unknown[]>(
    delay: number,
    callback: (...args: A) => unknown,
    ...args: A
  ): TimerHandle;
  callLater<A extends unknown[]>(
    delay: number,
    callback: (...args: A) => unknown,
    ...args: WithContext<A>
  ): TimerHandle;
  callLater(delay: number, callback: AnyCallback, ...args: unknown[]): TimerHandle {
    if (delay === undefined || delay === null) throw new TypeError('delay must not be None');
    const seconds = added(delay, 'a number of seconds');
    checkNotNaN(seconds, 'delay');
    return this.callAt(this.time() + seconds, callback, ...args);
  }

  /** Have a function called at a time of the loop's clock, in seconds. */
  callAt<A extends unknown[]>(
    when: number,
    callback: (...args: A) => unknown,
    ...args: A
  ): TimerHandle;
  callAt<A extends unknown[]>(
    when: number,
    callback: (...args: A) => unknown,
    ...args: WithContext<A>
  ): TimerHandle;
  callAt(when: number, callback: AnyCallback, ...args: unknown[]): TimerHandle {
    if (when === undefined || when === null) throw new TypeError('when cannot be None');
    const deadline = compared(when, '<', 'float', 'an instant, in seconds,');
    checkNotNaN(deadline, 'when');
    this.checkClosed();
    if (this.isDebug) checkCallback(callback, 'callAt');
    const [own, context] = splitContext(args);
    const timer = new TimerHandle(deadline, this, callback, own, context ?? inheritContext());
    this.addTimer(timer);
    return timer;
  }

  /** @internal Put a timer among those that come due. */
  addTimer(timer: Timer): void {
    this.checkClosed();
    this.timers.push(timer);
    this.instruments?.report('timerScheduled', this, timer);
    if (!this.isIterating) this.host.wake();
  }

  /**
   * Run until the awaitable is done; gives its result, or rejects with its exception.
   *
   * @throws RuntimeError when the loop is closed or a loop is running already.
   */
  runUntilComplete<T>(awaitable: Awaitable<T>): Promise<T> {
    this.checkClosed();
    this.checkRunning();
    const future = ensureFuture(awaitable, { loop: this });
    const isNew = (future as Awaitable<T>) !== awaitable;
    if (isNew && future instanceof Task) future.logsDestroyPending = false;
    future.addDoneCallback(stopLoopOf);
    return this.untilDone(future, isNew);
  }

  /** Run until `stop` is called. */
  runForever(): Promise<void> {
    this.checkClosed();
    this.checkRunning();
    return this.drive();
  }

  /** Stop after the iteration that is running, or after the next one. */
  stop(): void {
    this.isStopping = true;
    if (!this.isIterating) this.host.wake();
  }

  /** Tell whether it runs, or waits while it runs. */
  isRunning(): boolean {
    return this.running;
  }

  /** Tell whether it was closed. */
  isClosed(): boolean {
    return this.closed;
  }

  /**
   * Close it for good, drop what is scheduled, and report what nobody looked at again.
   *
   * @throws RuntimeError when it is running.
   */
  close(): void {
    if (this.running) throw new RuntimeError('Cannot close a running event loop');
    if (this.closed) return;
    this.closed = true;
    this.ready.clear();
    this.timers.clear();
    this.isExecutorShutDown = true;
    this.executor?.shutdown({ wait: false });
    this.executor = undefined;
    this.signalHandlers?.clear();
    for (const holder of this.held) holder.release();
    reportLeftovers(this);
    this.instruments?.report('loopClosed', this);
  }

  /** Have reports taken by a function; by the default one again with `undefined`. */
  setExceptionHandler(handler: ExceptionHandler | undefined): void {
    if (handler !== undefined && typeof handler !== 'function') {
      throw new TypeError(`A callable object or None is expected, got ${repr(handler)}`);
    }
    this.exceptionHandler = handler;
  }

  /** Return the exception handler, if one was set. */
  getExceptionHandler(): ExceptionHandler | undefined {
    return this.exceptionHandler;
  }

  /** Write a report as a warning: the message, what it concerns, and the exception. */
  defaultExceptionHandler(context: ExceptionContext): void {
    this.host.output.warn(describeReport(context), context.exception);
  }

  /** Make a report to the exception handler. */
  callExceptionHandler(context: ExceptionContext): void {
    report(this, this.exceptionHandler, context);
  }

  /** Tell whether it is in debug mode. */
  getDebug(): boolean {
    return this.isDebug;
  }

  /** Switch debug mode: callbacks are checked, and slow ones reported. */
  setDebug(enabled: Keyword<'enabled', boolean>): void {
    this.isDebug = keyword(enabled, 'enabled');
    // CPython tells a loop that runs in a callback, which may be slow like any other.
    if (this.running) this.callSoonThreadsafe(setCoroutineOriginTracking, this.isDebug);
  }

  /**
   * Have a function called on another thread; the future is of this loop.
   *
   * @param executor the pool to use, the loop's own with `undefined`
   * @throws RuntimeError when the loop is closed or its executor was shut down.
   */
  runInExecutor<A extends unknown[], R>(
    executor: Executor | undefined,
    fn: (...args: A) => R,
    ...args: A
  ): Future<Awaited<R>> {
    this.checkClosed();
    if (this.isDebug) checkCallback(fn, 'runInExecutor');
    const future = this.createFuture<Awaited<R>>();
    future.label = `${nameOf(fn) || 'a function'}() on a thread`;
    chainToLoop(this.submit(executor ?? this.defaultExecutor(), fn, args), future);
    return future;
  }

  /** Hand a call to a pool, which asks for the running loop: this one may not run yet. */
  private submit<A extends unknown[], R>(
    executor: Executor,
    fn: (...args: A) => R,
    args: A,
  ): ConcurrentCall<R> {
    const outer = swapRunningLoop(this);
    try {
      return executor.submit(fn, ...args) as ConcurrentCall<R>;
    } finally {
      swapRunningLoop(outer);
    }
  }

  /**
   * Use another pool for `runInExecutor(undefined, …)` and `toThread`.
   *
   * @throws TypeError when it is no `ThreadPoolExecutor`.
   */
  setDefaultExecutor(executor: Executor): void {
    if (typeof executor?.whenIdle !== 'function') {
      throw new TypeError('executor must be ThreadPoolExecutor instance');
    }
    this.executor = executor;
  }

  /**
   * Have a function called in the loop whenever a signal arrives (`loop.add_signal_handler`).
   *
   * There is one handler for each signal in a loop: a later one replaces it. While SIGINT has one,
   * Ctrl-C calls it and does not interrupt the program. A loop that has a handler and nothing else to
   * do waits for the signal. On the virtual clock a signal comes from nowhere in the program's time:
   * nothing waits for one, and `host.signals.raise('SIGTERM')` makes one arrive at an instant.
   *
   * @param signal its name or number, `'SIGTERM'` or 15
   * @throws ValueError when the system has no such signal.
   * @throws RuntimeError when it cannot be caught, or the loop is closed.
   * @example
   * const stopped = new Event();
   * getRunningLoop().addSignalHandler('SIGTERM', () => stopped.set());
   * yield* stopped.wait();
   */
  addSignalHandler<A extends unknown[]>(
    signal: Signal,
    callback: (...args: A) => unknown,
    ...args: A
  ): void {
    this.signalHandlers ??= new SignalHandlers(this);
    this.signalHandlers.add(signal, callback, args);
  }

  /**
   * Leave a signal to the system again, and Ctrl-C to `run`; tells whether it had a handler.
   *
   * @param signal its name or number
   * @throws ValueError when the system has no such signal.
   */
  removeSignalHandler(signal: Signal): boolean {
    this.signalHandlers ??= new SignalHandlers(this);
    return this.signalHandlers.remove(signal);
  }

  /** Return a coroutine that does nothing: JavaScript has no generators for a loop to close. */
  shutdownAsyncgens(): Coroutine<void> {
    return shutdownAsyncgens();
  }

  /**
   * Accept no further call for the loop's own pool, and wait until its threads have ended.
   *
   * @param timeout how long to wait at most, in seconds; without end by default
   */
  shutdownDefaultExecutor(timeout?: Keyword<'timeout', number | undefined>): Coroutine<void> {
    return shutdownDefaultExecutor(this, keyword(timeout, 'timeout'));
  }

  /** @internal Accept no further call; returns the pool, if there is one, to be waited for. */
  closeDefaultExecutor(): Executor | undefined {
    this.isExecutorShutDown = true;
    this.executor?.shutdown({ wait: false });
    return this.executor;
  }

  /**
   * @internal Put something on the ready queue; nothing runs before the next iteration.
   *
   * @throws RuntimeError when the loop is closed.
   */
  addReady(entry: Ready): void {
    this.checkClosed();
    this.ready.push(entry);
    if (this.instruments !== undefined && entry instanceof Handle) {
      this.instruments.report('handleScheduled', this, entry);
    }
    if (!this.isIterating) this.host.wake();
  }

  /** @internal */
  timerCancelled(timer: Timer): void {
    this.timers.noteCancelled(timer);
  }

  /** @internal */
  nextTaskNumber(): number {
    this.taskNumber += 1;
    return this.taskNumber;
  }

  /**
   * @internal Have a task of this loop that is making a step make another one in the next iteration.
   *
   * An eager one may make its first step while the loop waits: plain JavaScript has made it then.
   */
  addNext(task: Ready): void {
    this.ready.push(task);
    if (!this.isIterating) this.host.wake();
  }

  /**
   * @internal Run one iteration after the other until `stop` is called.
   *
   * The host has its turn whenever the loop has to wait, whenever it wants one, and after so many calls.
   */
  *iterations(): Generator<number | undefined, void, void> {
    let timeout = this.beginIteration();
    do {
      yield timeout;
      timeout = this.runBurst();
    } while (!this.isOver());
  }

  /**
   * Run one full iteration of the loop.
   *
   * Yields once: how long the host may wait, in seconds; `undefined` is without end.
   */
  *runOnce(): Generator<number | undefined, void, void> {
    yield this.beginIteration();
    const outer = this.enter();
    try {
      this.endIteration();
    } finally {
      this.leave(outer);
    }
  }

  /** Go on until the host is to have its turn; returns how long it may wait. */
  private runBurst(): number | undefined {
    const outer = this.enter();
    try {
      for (let calls = 0; ; ) {
        this.endIteration();
        if (this.isOver()) return undefined;
        const timeout = this.beginIteration();
        calls += 1 + this.ready.size;
        if (timeout !== 0 || calls > CALLS_PER_TURN || this.host.wantsTurn) return timeout;
      }
    } finally {
      this.leave(outer);
    }
  }

  private isOver(): boolean {
    return this.isStopping || this.fault !== undefined;
  }

  /** Become the running loop; returns the one before, for `leave`. */
  private enter(): EventLoop | undefined {
    this.isIterating = true;
    return swapRunningLoop(this);
  }

  private leave(outer: EventLoop | undefined): void {
    this.isIterating = false;
    swapRunningLoop(outer);
  }

  /** Return how long the host may wait. */
  private beginIteration(): number | undefined {
    this.instruments?.report('iterationBegun', this);
    this.timers.dropCancelled();
    return this.timeout();
  }

  private endIteration(): void {
    if (this.fault !== undefined) return;
    if (this.timers.size > 0) {
      this.timers.takeDue(this.time() + this.host.resolution, this.ready);
    }
    this.runReady();
  }

  /** @internal */
  deadlock(): void {
    this.fault = deadlockOf(this.tasks);
  }

  /** @internal Leave the loop at once, after the iteration that is running. */
  interrupt(): void {
    this.fault = new KeyboardInterrupt();
    this.host.wake();
  }

  /** @internal */
  timeJumped(from: number, to: number): void {
    this.instruments?.report('timeJumped', this, from, to);
  }

  private schedule(
    HandleClass: typeof Handle,
    method: string,
    callback: AnyCallback,
    args: readonly unknown[],
  ): Handle {
    this.checkClosed();
    if (this.isDebug) checkCallback(callback, method);
    const [own, context] = splitContext(args);
    const handle = new HandleClass(this, callback, own, context ?? inheritContext());
    this.addReady(handle);
    return handle;
  }

  private timeout(): number | undefined {
    if (this.ready.size > 0 || this.isStopping) return 0;
    const deadline = this.timers.nextDeadline();
    // A timer that is never due is none to wait for.
    if (deadline === undefined || deadline === Number.POSITIVE_INFINITY) return undefined;
    return Math.min(Math.max(0, deadline - this.time()), MAXIMUM_TIMEOUT);
  }

  /** Call what is ready now, and nothing that is added meanwhile. */
  private runReady(): void {
    const { ready } = this;
    for (let left = ready.size; left > 0; left -= 1) {
      const entry = ready.shift() as Ready;
      if (entry.isCancelled) continue;
      if (this.isDebug) this.runTimed(entry);
      else entry.run();
    }
  }

  private runTimed(entry: Ready): void {
    const begun = this.time();
    entry.run();
    const duration = this.time() - begun;
    if (duration >= this.slowCallbackDuration) {
      this.host.output.warn(
        `Executing ${described(entry)} took ${inThousandths(duration)} seconds`,
      );
    }
  }

  private async untilDone<T>(future: Future<T>, isNew: boolean): Promise<T> {
    try {
      await this.drive();
    } catch (error) {
      // The caller has no access to the task, so its exception counts as looked at.
      if (isNew && future.done() && !future.cancelled()) future.exception();
      throw error;
    } finally {
      future.removeDoneCallback(stopLoopOf);
    }
    if (!future.done()) throw new RuntimeError('Event loop stopped before Future completed.');
    return future.result();
  }

  private async drive(): Promise<void> {
    this.running = true;
    try {
      await this.host.drive(this);
      if (this.fault !== undefined) throw this.fault;
    } finally {
      this.running = false;
      this.isStopping = false;
      this.fault = undefined;
    }
  }

  private defaultExecutor(): Executor {
    if (this.isExecutorShutDown) throw new RuntimeError('Executor shutdown has been called');
    this.executor ??= newDefaultExecutor(this);
    return this.executor;
  }

  private checkClosed(): void {
    if (this.closed) throw new RuntimeError('Event loop is closed');
  }

  private checkRunning(): void {
    if (this.running) throw new RuntimeError('This event loop is already running');
    if (runningLoop() !== undefined) {
      throw new RuntimeError('Cannot run the event loop while another loop is running');
    }
  }

  /** Describe it as CPython does the loop that Linux and macOS have. */
  toString(): string {
    const states = [`running=${repr(this.running)}`, `closed=${repr(this.closed)}`];
    return `<_UnixSelectorEventLoop ${states.join(' ')} debug=${repr(this.isDebug)}>`;
  }
}

type ConcurrentCall<R> = Parameters<typeof chainToLoop<Awaited<R>>>[0];

/** A future that is a timer as well is described as what is called here. */
function described(entry: Ready | Timer): string {
  return 'describeTimer' in entry ? entry.describeTimer() : String(entry);
}

function stopLoopOf(future: Future<unknown>): void {
  // An interrupt has left the loop by itself.
  if (!future.cancelled() && future.exception() instanceof KeyboardInterrupt) return;
  future.loop.stop();
}

/** There is no such record here. */
function setCoroutineOriginTracking(_enabled: boolean): void {}

// Their names in CPython, which descriptions show.
Object.defineProperty(stopLoopOf, 'name', { value: '_run_until_complete_cb' });
Object.defineProperty(setCoroutineOriginTracking, 'name', {
  value: 'BaseEventLoop._set_coroutine_origin_tracking',
});
