/**
 * Ways to break the runtime, each of which random programs must notice: a tester that never fails
 * proves nothing.
 */

/** One way to break it: a piece of a source file, and what is written in its place. */
export interface Breakage {
  readonly name: string;
  /** The file, from `src`. */
  readonly file: string;
  /** Occurs in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

export const breakages: readonly Breakage[] = [
  {
    name: 'the ready queue is last in, first out',
    file: 'core/readyqueue.ts',
    from: `    const entry = ring[head];
    ring[head] = undefined;
    this.head = (head + 1) & this.mask;`,
    to: `    const last = (head + this.size - 1) & this.mask;
    const entry = ring[last];
    ring[last] = undefined;`,
  },
  {
    name: 'what is ready meanwhile runs in the same iteration',
    file: 'core/events.ts',
    from: 'for (let left = ready.size; left > 0; left -= 1) {',
    to: 'while (ready.size > 0) {',
  },
  {
    name: 'callSoon calls at once',
    file: 'core/events.ts',
    from: `    const handle = new HandleClass(this, callback, own, context ?? inheritContext());
    this.addReady(handle);`,
    to: `    const handle = new HandleClass(this, callback, own, context ?? inheritContext());
    handle.run();`,
  },
  {
    name: 'the callbacks of a future are called at once',
    file: 'core/futures.ts',
    from: 'this.loop.addReady(new Handle(this.loop, callback.fn, [this], callback.context));',
    to: 'new Handle(this.loop, callback.fn, [this], callback.context).run();',
  },
  {
    name: 'timers of one instant come in any order',
    file: 'core/timerheap.ts',
    from: 'if (deadline === above && sequence > other.sequence) break;',
    to: '',
  },
  {
    name: 'timers are due an instant late',
    file: 'core/timers.ts',
    from: 'first.deadline < end',
    to: 'first.deadline < end - 2e-9',
  },
  {
    name: 'a cancellation comes an iteration late',
    file: 'core/tasks.ts',
    from: 'if (this.cancelWhatItWaitsFor(message)) return true;',
    to: `const { waitsFor } = this;
    if (waitsFor !== undefined && !waitsFor.done()) {
      this.loop.callSoon(() => waitsFor.cancel(message));
      return true;
    }`,
  },
  {
    name: 'a sleep of no length lets no iteration pass',
    file: 'core/coroutines.ts',
    from: `      this.body = pauseOver as Steps<T>;
      return pausing;`,
    to: '      return endedWithNothing;',
  },
  {
    name: 'a wait that is cancelled ends well',
    file: 'core/tasks.ts',
    from: 'if (result !== goesOn) {',
    to: 'if (!isThrown || result.done) {',
  },
  {
    name: 'a task cancelled before its first step is not',
    file: 'core/tasks.ts',
    from: `    this.mustCancel = true;
    this.keepCancelMessage(message);`,
    to: `    this.mustCancel = this.coroutine.state !== 'created';
    this.keepCancelMessage(message);`,
  },
  {
    name: 'uncancel does not take the request back',
    file: 'core/tasks.ts',
    from: 'if (this.cancelRequests === 0) this.mustCancel = false;',
    to: '',
  },
  {
    name: 'a cancellation loses its message',
    file: 'core/futures.ts',
    from: `    this.state = 'cancelled';
    this.keepCancelMessage(keyword(msg, 'msg'));`,
    to: `    this.state = 'cancelled';`,
  },
  {
    name: 'sleep(0) does not wait',
    file: 'asyncio/sleep.ts',
    from: 'private hasBegun = false;',
    to: 'private hasBegun = true;',
  },
  {
    name: 'tasks share the context',
    file: 'core/tasks.ts',
    from: 'this.context = options.context ?? inheritContext();',
    to: 'this.context = options.context ?? (this.loop.currentTask?.getContext() || inheritContext());',
  },
  {
    name: 'gather gives its results the other way round',
    file: 'asyncio/gather.ts',
    from: 'const results = children.map(resultOrError);',
    to: 'const results = [...children].reverse().map(resultOrError);',
  },
  {
    name: 'shield cancels what it shields',
    file: 'asyncio/shield.ts',
    from: `      if (inner.done()) return;
      inner.removeDoneCallback(onInnerDone);`,
    to: `      if (inner.done()) return;
      if (outer.cancelled()) inner.cancel();
      inner.removeDoneCallback(onInnerDone);`,
  },
  {
    name: 'a timeout takes a cancellation from outside for its own',
    file: 'asyncio/timeouts.ts',
    from: 'this.#cancelling = task.cancelling();',
    to: 'this.#cancelling = 9;',
  },
  {
    name: 'a cancelled waiter does not hand the lock on',
    file: 'asyncio/locks.ts',
    from: 'if (error instanceof CancelledError && !lock.isLocked) lock.wakeUpFirst();',
    to: '',
  },
  {
    name: 'a cancelled waiter keeps its permit',
    file: 'asyncio/semaphores.ts',
    from: 'if (error instanceof CancelledError && isWoken) this.value += 1;',
    to: '',
  },
  {
    name: 'a cancelled waiter keeps its notification',
    file: 'asyncio/condition.ts',
    from: 'if (!isOver) this.#notify(1);',
    to: '',
  },
  {
    name: 'a cancelled getter keeps its item',
    file: 'asyncio/queues.ts',
    from: 'if (place !== undefined && giveUp(line, place) && !this.mustWait()) wakeUpNext(line);',
    to: `if (place !== undefined && giveUp(line, place) && this instanceof Putting && !this.mustWait()) {
      wakeUpNext(line);
    }`,
  },
  {
    name: 'a shutdown leaves those who put waiting',
    file: 'asyncio/queues.ts',
    from: `    wakeUpAll(this.#getters);
    wakeUpAll(this.#putters);`,
    to: '    wakeUpAll(this.#getters);',
  },
  {
    name: 'a barrier does not open again',
    file: 'asyncio/barrier.ts',
    from: "if (this.#state === 'resetting' || this.#state === 'draining') this.#state = 'filling';",
    to: "if (this.#state === 'draining') this.#state = 'filling';",
  },
  {
    name: 'a group does not take its request back',
    file: 'asyncio/taskgroups.ts',
    from: 'if (this.#hasCancelledParent && parent.uncancel() === 0) cancellation = undefined;',
    to: 'if (this.#hasCancelledParent) cancellation = undefined;',
  },
  {
    name: 'a group that failed forgets a cancellation from outside',
    file: 'asyncio/taskgroups.ts',
    from: `      parent.uncancel();
      parent.cancel();`,
    to: '',
  },
  {
    name: 'timers left when the others are cleared out come in any order',
    file: 'core/timerheap.ts',
    from: 'this.siftDown(place, this.entries[place] as T);',
    to: '',
  },
  {
    name: 'a token can be used twice',
    file: 'core/contextvars.ts',
    from: 'token.used = true;',
    to: '',
  },
  {
    name: 'a list is compared by its first item alone',
    file: 'asyncio/ordering.ts',
    from: 'const end = Math.min(a.length, b.length);',
    to: 'const end = Math.min(a.length, b.length, 1);',
  },
  {
    name: 'a call graph does not know who gathers',
    file: 'asyncio/gather.ts',
    from: 'if (parent !== undefined) child.addAwaiter(parent);',
    to: '',
  },
  {
    name: 'a pool has one thread more',
    file: 'asyncio/threads.ts',
    from: 'if (idle !== undefined || this.#threads === this.maxWorkers) return idle;',
    to: 'if (idle !== undefined || this.#threads > this.maxWorkers) return idle;',
  },
  {
    name: 'a separator that comes in two pieces is not found',
    file: 'asyncio/streamreader.ts',
    from: 'offset = Math.max(0, length + 1 - longest);',
    to: 'offset = length;',
  },
  {
    name: 'two tasks may read from a stream at a time',
    file: 'asyncio/streamreader.ts',
    from: 'if (this.#waiter !== undefined) {',
    to: 'if (this.#waiter === null) {',
  },
  {
    name: 'a reader that is cancelled loses what it had',
    file: 'asyncio/streamreader.ts',
    from: `    } finally {
      this.#waiter = undefined;
    }`,
    to: `    } catch (error) {
      this.#buffer.clear();
      throw error;
    } finally {
      this.#waiter = undefined;
    }`,
  },
];
