/**
 * What can be acquired and released can hold a block of code: `async with lock`.
 */
import type { Suspension } from '../core/awaitables.js';
import { steppedKind } from '../core/coroutinekinds.js';
import { type Coroutine, steppedCoroutine } from '../core/coroutines.js';
import { goesOn, type Steps } from '../core/steps.js';
import type { AsyncContextManager } from './asyncwith.js';
import { LoopBoundMixin } from './loopbound.js';

const entering = steppedKind('_ContextManagerMixin.__aenter__');

const leaving = steppedKind('_ContextManagerMixin.__aexit__');

/** Something that is acquired before a block of code and released after it. */
export abstract class ContextManagerMixin
  extends LoopBoundMixin
  implements AsyncContextManager<undefined>
{
  /** Wait until it can be taken, and take it. */
  abstract acquire(): Coroutine<unknown>;

  /** Give it back. */
  abstract release(): void;

  /** Acquire it; for `asyncWith`. */
  aenter(): Coroutine<undefined> {
    return steppedCoroutine(entering, new Entering(this));
  }

  /** Release it; for `asyncWith`. */
  aexit(_error: unknown): Coroutine<void> {
    return steppedCoroutine(leaving, new Leaving(this));
  }
}

const nothing: IteratorResult<never, undefined> = { done: true, value: undefined };

/** An `aenter`: awaits the manager's `acquire`. */
class Entering implements Steps<undefined> {
  private readonly manager: ContextManagerMixin;
  private acquiring: Iterator<Suspension, unknown, unknown> | undefined;

  constructor(manager: ContextManagerMixin) {
    this.manager = manager;
  }

  resume(isThrown: boolean, value: unknown): IteratorResult<Suspension, undefined> {
    if (isThrown) return goesOn;
    this.acquiring ??= this.manager.acquire()[Symbol.iterator]();
    const result = this.acquiring.next(value);
    return result.done ? nothing : result;
  }

  return(): void {
    this.acquiring?.return?.();
  }
}

/** An `aexit`. */
class Leaving implements Steps<void> {
  private readonly manager: ContextManagerMixin;

  constructor(manager: ContextManagerMixin) {
    this.manager = manager;
  }

  resume(isThrown: boolean): IteratorResult<Suspension, void> {
    if (isThrown) return goesOn;
    this.manager.release();
    return nothing;
  }

  return(): void {}
}
