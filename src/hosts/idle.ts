/**
 * An idle loop: waiting for something outside to wake it, as long as anything might.
 */
import { nextTurn, type OutsideWork } from './outside.js';
import type { WakeUp } from './wakeup.js';

/** How often to look whether anything outside still goes on, in milliseconds. */
const LOOK_EVERY = 50;

/** How many looks in a row have to find nothing, where the loop itself expects something. */
const LOOKS_TO_GIVE_UP = 4;

/**
 * Wait until the loop is woken; tells whether it was, for nothing may be left that ever could.
 *
 * @param expects whether the loop itself knows of something outstanding, a promise say
 */
export async function untilWoken(
  wakeUp: WakeUp,
  outside: OutsideWork,
  expects: () => 'nothing' | 'a promise' | 'a thread',
): Promise<boolean> {
  await nextTurn();
  if (wakeUp.take()) return true;
  for (let looks = 0; ; looks += 1) {
    const expected = expects();
    if (expected === 'a thread' || outside.isGoingOn()) looks = 0;
    else if (expected === 'nothing' || looks >= LOOKS_TO_GIVE_UP) return false;
    if (await wakeUp.wait(LOOK_EVERY)) return true;
  }
}
