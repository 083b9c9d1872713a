/**
 * Walking what `wait` and `asCompleted` are given: any iterable, and so a generator of tasks too.
 *
 * A bare generator may as well be a coroutine, given by mistake where the list of tasks was meant.
 * Which of the two it is shows when it is walked: what a coroutine yields are suspensions. It is closed
 * then, and whatever it has put on the stack of the task that runs is taken off again.
 */
import { isAwaitable, type Suspension } from '../core/awaitables.js';
import { asCoroutine, Coroutine, isGenerator } from '../core/coroutines.js';
import { isFuture } from '../core/futures.js';
import { runningLoop } from '../core/running.js';

/** Return what an iterable gives, each once; `undefined` if it is a coroutine. */
export function distinct<T>(given: Iterable<T>): Set<T> | undefined {
  const isList = !isAwaitable(given as Iterable<unknown>);
  if (isList) return new Set(given);
  const iterator: unknown = given[Symbol.iterator]();
  if (!isGenerator(iterator)) return new Set(given);
  const bottom = runningLoop()?.currentTask?.bottom;
  const innermost = bottom?.innermost;
  const values = new Set<T>();
  for (;;) {
    const { done, value }: IteratorResult<unknown, unknown> = iterator.next();
    if (done) return value === undefined ? values : undefined;
    if (isSuspension(value)) {
      asCoroutine(iterator).close();
      if (bottom !== undefined) bottom.innermost = innermost as Coroutine<unknown>;
      return undefined;
    }
    values.add(value as T);
  }
}

/** Tell whether a coroutine has yielded it, to wait for; `undefined` is a sleep of no length. */
function isSuspension(value: unknown): value is Suspension {
  if (value instanceof Coroutine) return value.state === 'handedUp';
  if (!isFuture(value)) return value === undefined;
  const { isBlocking } = value;
  value.isBlocking = false;
  return isBlocking;
}
