/**
 * What locks and queues of all kinds share: they belong to the loop in which somebody first waits.
 *
 * So they can be made before there is a loop, as module-level constants for instance. A base class
 * here, where CPython has a mixin.
 */
import { className } from '../core/classnames.js';
import type { EventLoop } from '../core/events.js';
import { RuntimeError } from '../core/exceptions.js';
import type { Future } from '../core/futures.js';
import { getRunningLoop } from '../core/running.js';

/** Something that tasks of one loop wait for (`asyncio.mixins._LoopBoundMixin`). */
export abstract class LoopBoundMixin {
  #loop: EventLoop | undefined;

  /**
   * @internal Return a future to wait for.
   *
   * @param label what the wait is called in reports
   * @throws RuntimeError when another loop is running than the one it belongs to.
   */
  protected createWaiter<T>(label: string): Future<T> {
    const loop = getRunningLoop();
    this.#loop ??= loop;
    if (loop !== this.#loop) throw new RuntimeError(`${this} is bound to a different event loop`);
    const future = loop.createFuture<T>();
    future.label = label;
    return future;
  }

  /** @internal Describe it as Python does, without the address. */
  protected describe(state: string, waiters = 0): string {
    const waiting = waiters > 0 ? `, waiters:${waiters}` : '';
    return `<${className(this.constructor)} object [${state}${waiting}]>`;
  }
}
