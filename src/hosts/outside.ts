/**
 * What goes on in the process outside of any loop: whether something there may still wake one.
 *
 * A loop knows of its own threads and promises. Plain JavaScript may complete a future too, from a
 * timer or a socket that no loop knows of; while the process has such work that it did not have when
 * the loop began, an idle loop is not dead yet.
 */

/** Kinds of resources that stay open without anything to come of them. */
const PASSIVE = new Set([
  'TTYWrap',
  'PipeWrap',
  'CloseReq',
  'SignalWrap',
  'MessagePort',
  'Immediate',
]);

/** Watches for work that the process did not have when the watch began. */
export class OutsideWork {
  readonly #before = countActive();

  /** Tell whether there is more of it now than there was. */
  isGoingOn(): boolean {
    for (const [kind, count] of countActive()) {
      if (count > (this.#before.get(kind) ?? 0)) return true;
    }
    return false;
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
