/**
 * What can be acquired and released can hold a block of code: `async with lock`.
 */
import type { Awaitable } from '../core/awaitables.js';
import { type Coroutine, namedCoroutine } from '../core/coroutines.js';
import type { AsyncContextManager } from './asyncwith.js';
import { LoopBoundMixin } from './loopbound.js';

/** Something that is acquired before a block of code and released after it. */
export abstract class ContextManagerMixin
  extends LoopBoundMixin
  implements AsyncContextManager<undefined>
{
  /** Wait until it can be taken, and take it. */
  abstract acquire(): Awaitable<unknown>;

  /** Give it back. */
  abstract release(): void;

  /** Acquire it; for `asyncWith`. */
  aenter(): Coroutine<undefined> {
    return namedCoroutine('_ContextManagerMixin.__aenter__', this.#enter());
  }

  /** Release it; for `asyncWith`. */
  aexit(_error: unknown): Coroutine<void> {
    return namedCoroutine('_ContextManagerMixin.__aexit__', this.#exit());
  }

  *#enter() {
    yield* this.acquire();
    return undefined;
  }

  *#exit() {
    this.release();
  }
}
