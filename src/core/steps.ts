/**
 * Steps: bodies of coroutines that are written by hand, and what they return when nothing is to be said.
 */
import type { Suspension } from './awaitables.js';
import type { Coroutine } from './coroutines.js';

/**
 * A body whose steps are written by hand, as the runtime's own waits have them: it costs a
 * good deal less than a generator.
 */
export interface Steps<T> {
  /** Run to the next suspension or the end, with a value or an exception thrown in. */
  resume(isThrown: boolean, value: unknown, coroutine: Coroutine<T>): IteratorResult<Suspension, T>;
  /** Never go on. */
  return(value: T): unknown;
}

/** The end of what gives nothing, one for all. */
export const endedWithNothing: Readonly<IteratorReturnResult<never>> = {
  done: true,
  value: undefined as never,
};

/**
 * What steps return when the exception that was thrown into them goes on: to throw it again
 * takes V8 longer than most steps do.
 */
export const goesOn: Readonly<IteratorReturnResult<never>> = { ...endedWithNothing };

/** What lets an iteration pass on behalf of a coroutine that is not on the stack. */
export const pausing: IteratorResult<Suspension, never> = { done: false, value: undefined };

/** What lets an iteration pass. */
const oneIteration: IteratorResult<Suspension, never> = { ...pausing };

/** The body of a sleep of no length, the same for all. */
export const pause: Steps<undefined> = {
  resume(isThrown, _value, coroutine) {
    if (isThrown) return goesOn;
    coroutine.body = pauseOver;
    return oneIteration;
  },
  return() {},
};

/** Its body after its one suspension. */
export const pauseOver: Steps<undefined> = {
  resume(isThrown) {
    return isThrown ? goesOn : endedWithNothing;
  },
  return() {},
};
