/**
 * What goes on in the process outside of any loop: whether something there may still wake one.
 *
 * A loop knows of its own threads and promises. Plain JavaScript may complete a future too, from a
 * timer or a socket that no loop knows of; while the process has such work, an idle loop may not be
 * dead yet. Work that began with the loop or later is waited for. Work from before may be something
 * else altogether, a server say, so it is waited for in vain only so long; see `idle`.
 *
 * The timers that hosts use are Node's own: a test runner that fakes the global ones does not stop them.
 */

import { setImmediate } from 'node:timers';

/** Kinds of resources that stay open without anything to come of them. */
const PASSIVE = new Set([
  'TTYWrap',
  'PipeWrap',
  'CloseReq',
  'SignalWrap',
  'MessagePort',
  'Immediate',
]);

/** Watches the work that the process has, and tells newer work from that of before the watch began. */
export class OutsideWork {
  readonly #before = countActive();

  /** Look for work that goes on now. */
  look(): 'new' | 'older' | 'none' {
    const now = countActive();
    for (const [kind, count] of now) {
      if (count > (this.#before.get(kind) ?? 0)) return 'new';
    }
    return now.size > 0 ? 'older' : 'none';
  }
}

function countActive(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) {
    if (!PASSIVE.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** Let promises, timers and sockets have their turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
