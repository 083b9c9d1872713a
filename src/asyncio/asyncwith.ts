/**
 * `async with`: a block of code between the two halves of a context manager.
 */
import type { Awaitable, Suspension } from '../core/awaitables.js';
import { steppedKind } from '../core/coroutinekinds.js';
import {
  type Coroutine,
  generatorNext,
  generatorThrow,
  isGenerator,
  steppedCoroutine,
} from '../core/coroutines.js';
import { GeneratorExit } from '../core/exceptions.js';
import { notAwaited, type Part } from '../core/mistakes.js';
import { repr } from '../core/repr.js';
import type { Steps } from '../core/steps.js';

/** An object with something to do before and after a block of code. */
export interface AsyncContextManager<V> {
  /** Enter the block; what it gives is handed to the body. */
  aenter(): Awaitable<V>;
  /** Leave the block, with the exception that the body has thrown; `true` swallows it. */
  // biome-ignore lint/suspicious/noConfusingVoidType: nothing is the usual result
  aexit(error: unknown): Awaitable<boolean | void | undefined>;
}

const block = steppedKind('async with');

/**
 * Run a body inside a context manager and return what it returns (`async with manager as value`).
 *
 * @example
 * yield* asyncWith(lock, function* () {
 *   yield* sleep(1);
 * });
 */
export function asyncWith<V, T>(
  manager: AsyncContextManager<V>,
  body: (value: V) => Awaitable<T>,
): Coroutine<T> {
  return steppedCoroutine(block, new Block(manager, body));
}

type Awaited = Iterator<Suspension, unknown, unknown>;

/** An `async with`: enters, runs the body, leaves. */
class Block<V, T> implements Steps<T> {
  private readonly manager: AsyncContextManager<V>;
  private readonly body: (value: V) => Awaitable<T>;
  private phase: 'new' | 'entering' | 'inside' | 'leaving' | 'failing' = 'new';
  /** What it waits for. */
  private awaited: Awaited | undefined;
  /** What the body has returned or thrown. */
  private outcome: unknown;

  constructor(manager: AsyncContextManager<V>, body: (value: V) => Awaitable<T>) {
    this.manager = manager;
    this.body = body;
  }

  // One function, and the body called by itself: a block is one call in the stacks that are shown.
  resume(thrown: boolean, sent: unknown): IteratorResult<Suspension, T> {
    const { manager, body } = this;
    let isThrown = thrown;
    let value = sent;
    if (this.phase === 'new') {
      if (isThrown) throw value;
      checkManager(manager);
      this.phase = 'entering';
      this.awaited = iteratorOf(manager.aenter(), 'aenter()');
    }
    for (;;) {
      try {
        const awaited = this.awaited as Required<Awaited>;
        let result: IteratorResult<Suspension, unknown>;
        if (isGenerator(awaited)) {
          result = (isThrown ? generatorThrow : generatorNext).call(awaited, value);
        } else {
          result = isThrown ? awaited.throw(value) : awaited.next(value);
        }
        if (!result.done) return result;
        isThrown = false;
        value = result.value;
        if (this.phase === 'leaving') return { done: true, value: this.outcome as T };
        if (this.phase === 'failing') {
          if (!value) throw this.outcome;
          return { done: true, value: undefined as T };
        }
        if (this.phase === 'entering') {
          this.phase = 'inside';
          this.awaited = iteratorOf(body(value as V), 'its body');
        } else {
          this.phase = 'leaving';
          this.outcome = value;
          this.awaited = iteratorOf(manager.aexit(undefined), 'aexit()');
        }
      } catch (error) {
        if (this.phase !== 'inside') throw error;
        isThrown = false;
        this.phase = 'failing';
        this.outcome = error;
        this.awaited = iteratorOf(manager.aexit(error), 'aexit()');
      }
      value = undefined;
    }
  }

  return(): IteratorResult<Suspension, unknown> | undefined {
    const { awaited } = this;
    if (this.phase !== 'inside') return awaited?.return?.();
    // It is closed from outside; whoever waits once more ignores that.
    let error: unknown = new GeneratorExit();
    let hasFailed = false;
    try {
      const result = awaited?.return?.();
      if (result?.done === false) return result;
    } catch (thrown) {
      error = thrown;
      hasFailed = true;
    }
    const result = iteratorOf(this.manager.aexit(error), 'aexit()').next(undefined);
    if (result.done && hasFailed && !result.value) throw error;
    return result;
  }
}

/** Return the iterator of what is awaited: a generator is its own. */
function iteratorOf(awaitable: Awaitable<unknown>, part: Part): Awaited {
  if (isGenerator(awaitable)) return awaitable;
  if (typeof awaitable?.[Symbol.iterator] !== 'function')
    throw notAwaited('async with', part, awaitable);
  return awaitable[Symbol.iterator]();
}

function checkManager(manager: AsyncContextManager<unknown>): void {
  if (typeof manager?.aenter !== 'function' || typeof manager.aexit !== 'function') {
    throw new TypeError(
      `${repr(manager)} does not support the asynchronous context manager protocol: aenter() and aexit()`,
    );
  }
}
