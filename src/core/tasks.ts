/**
 * Tasks: coroutines that the loop runs, one step at a time.
 *
 * While a task is not done it is in one of three states:
 * 1. `waitsFor` is a pending future: no step is scheduled, the task waits;
 * 2. a step is on the ready queue: the task is about to go on;
 * 3. neither: the task is running, this very moment.
 *
 * A step resumes the innermost coroutine of the task's stack. What that yields is a suspension: a
 * coroutine to enter, which goes on top of the stack within the same step; a future to wait for; or
 * nothing, which lets one iteration pass. Cancelling a task throws `CancelledError` at the point
 * where it is suspended, at its next step; a task that has not begun never does.
 */
import {
  type Context,
  type ContextHolder,
  checkNotEntered,
  enterContextOf,
  inheritContext,
  leaveContext,
  ownContext,
} from './contextvars.js';
import { asCoroutine, type Body, Coroutine, isCoroutine } from './coroutines.js';
import type { EventLoop } from './events.js';
import {
  CancelledError,
  InvalidStateError,
  KeyboardInterrupt,
  RuntimeError,
} from './exceptions.js';
import type { Frame } from './frames.js';
import { Future, isFuture } from './futures.js';
import { Handle } from './handles.js';
import { hasOnly, keyword } from './keyword.js';
import { badYield, withHint } from './mistakes.js';
import { NOWHERE, type Placed } from './placedlist.js';
import { repr, str } from './repr.js';
import { printTo, type TextFile } from './standardoutput.js';
import { goesOn } from './steps.js';
import { describeStack, stackOf } from './taskstacks.js';

/** What tasks are made with. */
export interface TaskOptions {
  /** Its name; `Task-1`, `Task-2`, … by default. */
  readonly name?: string | undefined;
  /** The context it runs in; a copy of the current one by default. */
  readonly context?: Context | undefined;
  /** Whether to run its first step at once, inside the call that makes it. */
  readonly eagerStart?: boolean | undefined;
}

/** @internal The names of those options. */
export const taskOptionNames = ['name', 'context', 'eagerStart'] as const;

/** A task to be made, all by name: `create_task(coro=work(), name='worker')`. */
export interface NewTask<T> extends TaskOptions {
  readonly coro: Coroutine<T> | Body<T>;
}

/** @internal Tell whether a coroutine is given by name, with what else its task is made with. */
export function isNewTask<T>(given: Coroutine<T> | Body<T> | NewTask<T>): given is NewTask<T> {
  return !(given instanceof Coroutine) && hasOnly(given, 'coro', ...taskOptionNames);
}

/** What CPython calls a step that no future has brought about. */
const FIRST_STEP = '<_asyncio.TaskStepMethWrapper object>()';

/** The task whose `cancel` was called first, of those that are being cancelled this moment. */
let firstCancelled: object | undefined;

/** The other ones, each of which was called by one that waits for it. */
const beingCancelled = new Set<object>();

/** Whether the call of `cancel` that runs has come back to where it began: CPython recurses there. */
let metCycle = false;

/** What a step throws into its coroutine. */
class Thrown {
  readonly state = 'failed';

  constructor(readonly error: unknown) {}
}

/** A coroutine that the loop runs (`asyncio.Task`). */
export class Task<T = unknown> extends Future<T> implements Placed, ContextHolder {
  /** @internal A step cannot be cancelled; the task can. */
  declare readonly isCancelled: false;
  /** Whether it has ended at once, as eager tasks may: CPython has let go of the coroutine then. */
  declare private isWithoutCoroutine: boolean;
  /** @internal The future that it waits for. */
  waitsFor: Future<unknown> | undefined;
  /** @internal Whether a report is due when it is left pending for ever. */
  logsDestroyPending = true;
  /** @internal */
  place = NOWHERE;
  /** The name, or the number that it is made of when somebody asks. */
  private name: string | number;
  private readonly coroutine: Coroutine<T>;
  /** @internal */
  context: Context;
  private cancelRequests = 0;
  private mustCancel = false;
  /** What the next step throws in, where the task itself has made a mistake. */
  declare private mistake: Thrown | undefined;

  static {
    // The same for all tasks, or for nearly all, so none of them has to carry it.
    Object.assign(Task.prototype, {
      isCancelled: false,
      isWithoutCoroutine: false,
      mistake: undefined,
    });
  }

  /**
   * Make a task, as `createTask` does for you: of the running loop, or of the loop given.
   *
   * @throws TypeError when it is given no coroutine.
   */
  constructor(
    coro: Coroutine<T> | Body<T>,
    options: TaskOptions & { readonly loop?: EventLoop | undefined } = {},
  ) {
    super(options);
    if (!isCoroutine(coro)) {
      throw new TypeError(`a coroutine was expected, got ${repr(coro)}`);
    }
    const { name } = options;
    this.coroutine = asCoroutine(coro);
    this.name = name === undefined || name === null ? this.loop.nextTaskNumber() : str(name);
    this.context = options.context ?? inheritContext();
    const isEager = options.eagerStart && this.loop.isRunning();
    if (isEager) checkNotEntered(this.context);
    this.loop.tasks.add(this as Task<unknown>);
    this.loop.unawaited.drop(this.coroutine as Coroutine<unknown>);
    this.loop.instruments?.report('taskCreated', this.loop, this);
    if (isEager) this.startEagerly();
    else this.loop.addReady(this);
  }

  private startEagerly(): void {
    try {
      this.step(undefined);
    } finally {
      if (this.done()) this.isWithoutCoroutine = true;
    }
  }

  /** Return the coroutine that it runs; `undefined` of an eager task that has ended without waiting. */
  getCoro(): Coroutine<T> | undefined {
    return this.isWithoutCoroutine ? undefined : this.coroutine;
  }

  /** @internal The coroutine that it runs or has run. */
  get outermost(): Coroutine<T> {
    return this.coroutine;
  }

  /** @internal Where its stack stands: on its own coroutine, or on that of a task that awaits it. */
  get bottom(): Coroutine<unknown> {
    const coroutine = this.coroutine as Coroutine<unknown>;
    return coroutine.caller === undefined ? coroutine : bottomOf(coroutine);
  }

  /** @internal The innermost coroutine, the one that the next step resumes. */
  get innermost(): Coroutine<unknown> {
    return this.bottom.innermost;
  }

  /** Return the context that it runs in. */
  getContext(): Context {
    return ownContext(this);
  }

  /** Return its name. */
  getName(): string {
    return typeof this.name === 'number' ? `Task-${this.name}` : this.name;
  }

  /** Give it another name. */
  setName(name: unknown): void {
    this.name = str(name);
  }

  /** @throws RuntimeError always: the coroutine alone gives a task its result. */
  override setResult(_result: T): void {
    throw new RuntimeError('Task does not support set_result operation');
  }

  /** @throws RuntimeError always: the coroutine alone gives a task its exception. */
  override setException(_exception: unknown): void {
    throw new RuntimeError('Task does not support set_exception operation');
  }

  /**
   * Ask it to cancel itself: `CancelledError` is thrown into it at its next step.
   *
   * It may clean up, and it may refuse by catching the error. Tells whether it was not yet done.
   *
   * @param msg what the error says; `{ msg }` says the same by name
   */
  override cancel(msg?: unknown): boolean {
    const message = keyword(msg, 'msg');
    this.markRetrieved();
    if (this.done()) return false;
    if (this === firstCancelled || beingCancelled.has(this)) {
      metCycle = true;
      return false;
    }
    this.cancelRequests += 1;
    this.loop.instruments?.report('cancelRequested', this.loop, this, message);
    // The future that it waits for may be a task that refuses: waitsFor stays, to be asked again.
    metCycle = false;
    if (this.cancelWhatItWaitsFor(message)) return true;
    this.mustCancel = true;
    this.keepCancelMessage(message);
    if (metCycle) this.leaveCycle();
    return true;
  }

  /** Pass a request on; whoever waits for itself, by way of others, is to be noticed. */
  private cancelWhatItWaitsFor(message: unknown): boolean {
    const { waitsFor } = this;
    if (waitsFor === undefined) return false;
    const isFirst = firstCancelled === undefined;
    if (isFirst) firstCancelled = this;
    else beingCancelled.add(this);
    try {
      return waitsFor.cancel(message);
    } finally {
      if (isFirst) firstCancelled = undefined;
      else beingCancelled.delete(this);
    }
  }

  /** It waits for itself, by way of others: nothing but this would ever wake it. */
  private leaveCycle(): void {
    metCycle = false;
    this.waitsFor?.dropWaiter(this);
    this.waitsFor = undefined;
    this.loop.addReady(this);
  }

  /** Return how many requests to cancel it have not been taken back. */
  cancelling(): number {
    return this.cancelRequests;
  }

  /** Take one request to cancel it back; returns how many are left. */
  uncancel(): number {
    if (this.cancelRequests > 0) {
      this.cancelRequests -= 1;
      if (this.cancelRequests === 0) this.mustCancel = false;
    }
    return this.cancelRequests;
  }

  /**
   * Return the frames of its stack, the outermost first; `limit` keeps so many of them.
   *
   * A task that is suspended has one, that of its coroutine; one that has failed has those of the
   * error, as far as JavaScript tells; one that has ended otherwise has none.
   */
  getStack(options: { readonly limit?: number | undefined } = {}): Frame[] {
    return stackOf(this as Task<unknown>, options.limit);
  }

  /** Print its stack, or its error with where it came from; to the standard output by default. */
  printStack(
    options: { readonly limit?: number | undefined; readonly file?: TextFile | undefined } = {},
  ): void {
    printTo(options.file, describeStack(this as Task<unknown>, options.limit));
  }

  /** @internal */
  get callbackName(): string {
    return `${this.constructor.name}.task_wakeup()`;
  }

  /** @internal Schedule the step that follows the end of what it waits for. */
  wakeUp(future: Future<unknown>): void {
    this.loop.instruments?.report('taskWoken', this.loop, this, future);
    this.loop.addReady(this);
  }

  /** @internal Make a step; the loop calls it, from the ready queue. */
  run(): void {
    // What it waits for has ended and woken it, if it waits for something.
    const { waitsFor } = this;
    const cause = this.mistake ?? waitsFor;
    waitsFor?.forgetAwaiter(this as Task<unknown>);
    if (this.mistake !== undefined) this.mistake = undefined;
    if (this.done() || this.loop.currentTask !== undefined) {
      this.refuseStep(cause);
      return;
    }
    this.waitsFor = undefined;
    this.step(this.mustCancel ? this.cancellation(cause) : cause);
  }

  /** Report a step that cannot be made: above all when not its coroutine has completed the task. */
  private refuseStep(cause: Future<unknown> | Thrown | undefined): void {
    const { loop } = this;
    const name = cause instanceof Future ? this.callbackName : FIRST_STEP;
    const callback = () => {};
    Object.defineProperty(callback, 'name', { value: name.replace('()', '') });
    loop.callExceptionHandler({
      message: `Exception in callback ${name}`,
      handle: new Handle(loop, callback, [], this.context),
      exception: this.done()
        ? new InvalidStateError(`__step(): already done: ${this}`)
        : new RuntimeError(
            `Cannot enter into task ${this} while another task ${loop.currentTask} is being executed.`,
          ),
    });
  }

  /** Return what a step begins with that is to be cancelled. */
  private cancellation(cause: Future<unknown> | Thrown | undefined): Thrown {
    this.mustCancel = false;
    const error = cause === undefined ? undefined : errorOf(cause);
    return error instanceof CancelledError
      ? new Thrown(error)
      : new Thrown(this.makeCancelledError());
  }

  /** Make a step; one that is eager is made within a step of another task. */
  private step(cause: Future<unknown> | Thrown | undefined): void {
    const { loop } = this;
    const { instruments } = loop;
    const outerContext = enterContextOf(this);
    const outerTask = loop.currentTask;
    loop.currentTask = this as Task<unknown>;
    instruments?.report('stepBegun', loop, this);
    try {
      this.advance(cause);
    } finally {
      instruments?.report('stepEnded', loop, this);
      loop.currentTask = outerTask;
      leaveContext(outerContext);
    }
  }

  /**
   * Resume the innermost coroutine until one is suspended, or the outermost has ended.
   *
   * Which one is the innermost, the bottom of the stack knows: as in CPython, two tasks may run the same
   * one, or one what the other awaits, and then each goes on where the other has got to. What has ended
   * for the other is left on the stack, for whoever awaits it to find out. A coroutine that is resumed
   * may call others, and if they are suspended, they are on top of it by then.
   */
  private advance(cause: Future<unknown> | Thrown | undefined): void {
    const { bottom } = this;
    let coroutine = bottom.innermost;
    let isThrown = false;
    let sent: unknown;
    if (cause !== undefined) {
      isThrown = cause.state !== 'finished';
      sent = isThrown ? errorOf(cause) : undefined;
    }
    for (;;) {
      let isDone: boolean | undefined;
      let isResumed = false;
      try {
        if (!coroutine.isSuspended()) coroutine.begin();
        isResumed = true;
        const result = coroutine.resume(isThrown, sent);
        isDone = result.done;
        if (result !== goesOn) {
          isThrown = false;
          sent = result.value;
        }
      } catch (error) {
        if (isResumed) coroutine.end();
        else if (coroutine.state === 'running') {
          // An outer step runs it: an eager task is to run what makes it.
          this.fail(error);
          return;
        }
        isThrown = true;
        sent = error;
        isDone = true;
      }
      if (isDone) {
        const caller = coroutine === this.coroutine ? undefined : coroutine.leave(bottom);
        if (caller === undefined) {
          if (isThrown) this.fail(sent);
          else this.end(sent as T);
          return;
        }
        coroutine = caller;
      } else if (sent instanceof Coroutine && sent.state === 'handedUp') {
        sent.enter(bottom);
        coroutine = sent;
        sent = undefined;
      } else {
        this.suspend(sent);
        return;
      }
    }
  }

  private end(result: T): void {
    if (this.mustCancel) {
      // Cancelled right before its coroutine ended.
      this.mustCancel = false;
      super.cancel(this.cancelMessage);
    } else {
      super.finish(false, result);
    }
  }

  private fail(error: unknown): void {
    if (error instanceof CancelledError) {
      this.outcome = error;
      super.cancel();
      return;
    }
    super.finish(true, withHint(error));
    if (error instanceof KeyboardInterrupt) throw error;
  }

  /** Wait for what a coroutine has yielded. */
  private suspend(suspension: unknown): void {
    if (suspension === undefined) {
      this.loop.instruments?.report('taskWaits', this.loop, this, undefined);
      this.loop.addNext(this);
    } else if (!isFuture(suspension)) {
      this.stepWithError(badYield(this, suspension));
    } else if (suspension.loop !== this.loop) {
      this.stepWithError(
        new RuntimeError(`Task ${this} got Future ${suspension} attached to a different loop`),
      );
    } else if (!suspension.isBlocking) {
      this.stepWithError(
        new RuntimeError(
          `yield was used instead of yield* in task ${this} with ${suspension}: write yield* to await it`,
        ),
      );
    } else if ((suspension as Future<unknown>) === this) {
      this.stepWithError(new RuntimeError(`Task cannot await on itself: ${this}`));
    } else {
      suspension.isBlocking = false;
      suspension.addCallback(this);
      this.waitsFor = suspension;
      this.loop.instruments?.report('taskWaits', this.loop, this, suspension);
      if (this.mustCancel && suspension.cancel(this.cancelMessage)) this.mustCancel = false;
    }
  }

  private stepWithError(error: unknown): void {
    this.mistake = new Thrown(error);
    this.loop.addReady(this);
  }

  /** @internal */
  override describeWait(): string {
    return this.getName();
  }

  /** @internal */
  protected override becomeDone(): void {
    this.loop.tasks.delete(this as Task<unknown>);
    // It may be ended from outside; then nobody will begin its coroutine.
    if (this.coroutine.state === 'created') {
      this.loop.unawaited.add(this.coroutine as Coroutine<unknown>);
    }
    this.loop.instruments?.report('taskDone', this.loop, this);
    super.becomeDone();
  }

  /** @internal */
  protected override describe(): string[] {
    const [state, ...rest] = super.describe();
    const info = [
      this.cancelRequests > 0 && !this.done() ? 'cancelling' : (state as string),
      `name=${repr(this.getName())}`,
    ];
    if (!this.isWithoutCoroutine) info.push(`coro=<${this.coroutine.name}()>`);
    if (this.waitsFor !== undefined) info.push(`wait_for=${this.waitsFor}`);
    return [...info, ...rest];
  }
}

/** Return the coroutine that nobody awaits, of those by way of which one is awaited. */
function bottomOf(coroutine: Coroutine<unknown>): Coroutine<unknown> {
  let bottom = coroutine;
  while (bottom.caller !== undefined) bottom = bottom.caller;
  return bottom;
}

/** Return the error of a step's cause, if it is one; a future's counts as looked at. */
function errorOf(cause: Future<unknown> | Thrown): unknown {
  if (cause instanceof Thrown) return cause.error;
  return cause.cancelled() ? cause.makeCancelledError() : cause.exception();
}
