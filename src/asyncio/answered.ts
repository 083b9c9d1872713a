/**
 * Asking a host for something that takes time: an address, a connection, a handshake.
 */
import type { Body } from '../core/coroutines.js';
import type { EventLoop } from '../core/events.js';
import type { NetworkOutcome } from '../core/network.js';

/**
 * Ask a host for something and wait for the answer, unless it comes at once.
 *
 * When the wait is cancelled or the loop closed the question is taken back, and an answer that came
 * nevertheless is dropped.
 */
export function* answered<T>(
  loop: EventLoop,
  label: string,
  ask: (answer: (outcome: NetworkOutcome<T>) => void) => () => void,
  drop: (value: T) => void,
): Body<T> {
  const future = loop.createFuture<T>();
  future.label = label;
  let arrived: NetworkOutcome<T> | undefined;
  let isWaiting = false;
  const settle = (outcome: NetworkOutcome<T>) => {
    if (future.done()) return;
    if ('value' in outcome) future.setResult(outcome.value);
    else future.setException(outcome.error);
  };
  const takeBack = ask((outcome) => {
    arrived = outcome;
    if (isWaiting) loop.callSoon(settle, outcome);
    else settle(outcome);
  });
  isWaiting = true;
  let isOver = false;
  try {
    const value = yield* future;
    isOver = true;
    return value;
  } finally {
    // It was cancelled, or its loop is closed, or there is an error and nothing to drop.
    if (!isOver) {
      takeBack();
      if (arrived !== undefined && 'value' in arrived) drop(arrived.value);
    }
  }
}
