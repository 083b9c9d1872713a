/**
 * Which loop is running: the one whose callbacks are being called at this moment.
 *
 * Between two iterations, while its host waits, no loop is the running one; so plain JavaScript that
 * runs in the meantime is outside of every loop, as it would be in Python.
 */
import type { EventLoop } from './events.js';
import { RuntimeError } from './exceptions.js';
import { typeName } from './repr.js';

let running: EventLoop | undefined;
let current: EventLoop | undefined;

/** @internal The running loop, if there is one. */
export function runningLoop(): EventLoop | undefined {
  return running;
}

/** @internal Set the running loop; returns the one before. */
export function swapRunningLoop(loop: EventLoop | undefined): EventLoop | undefined {
  const before = running;
  running = loop;
  return before;
}

/**
 * Return the running loop (`asyncio.get_running_loop`).
 *
 * @throws RuntimeError when no loop is running.
 */
export function getRunningLoop(): EventLoop {
  if (running === undefined) {
    throw new RuntimeError('no running event loop', {
      hint: 'call this inside a coroutine that run(main()) runs',
    });
  }
  return running;
}

/**
 * Return the running loop, or else the one that `setEventLoop` has set (`asyncio.get_event_loop`).
 *
 * @throws RuntimeError when there is neither.
 */
export function getEventLoop(): EventLoop {
  const loop = running ?? current;
  if (loop === undefined) {
    throw new RuntimeError("There is no current event loop in thread 'MainThread'.", {
      hint: 'call this inside a coroutine that run(main()) runs, or set a loop with setEventLoop()',
    });
  }
  return loop;
}

/**
 * Set the loop that `getEventLoop` returns outside a running one (`asyncio.set_event_loop`).
 *
 * @throws TypeError when it is no loop.
 */
export function setEventLoop(loop: EventLoop | undefined): void {
  if (loop !== undefined && typeof (loop as Partial<EventLoop> | null)?.runForever !== 'function') {
    throw new TypeError(
      `loop must be an instance of AbstractEventLoop or None, not '${typeName(loop)}'`,
    );
  }
  current = loop;
}
