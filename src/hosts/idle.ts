/**
 * An idle loop: waiting for something outside to wake it, as long as anything might.
 */
import { nextTurn, type OutsideWork } from './outside.js';
import type { WakeUp } from './wakeup.js';

/** What a loop itself knows to be outstanding. */
export type Expected = 'nothing' | 'a promise' | 'a thread' | 'a process' | 'a socket' | 'a signal';

/** What is waited for however long it takes. */
const ENDLESSLY: ReadonlySet<Expected> = new Set<Expected>([
  'a thread',
  'a process',
  'a socket',
  'a signal',
]);

/** How often to look whether anything outside still goes on, in milliseconds. */
const LOOK_EVERY = 50;

/** How many looks in a row have to find nothing new, where the loop expects a promise. */
const LOOKS_FOR_A_PROMISE = 4;

/** How many, where the process has work from before the loop began, which may concern it or not. */
const LOOKS_AT_OLDER_WORK = 40;

/** Wait until the loop is woken; tells whether it was, for nothing may be left that ever could. */
export async function untilWoken(
  wakeUp: WakeUp,
  outside: OutsideWork,
  expects: () => Expected,
): Promise<boolean> {
  await nextTurn();
  if (wakeUp.take()) return true;
  for (let looks = 0; ; looks += 1) {
    const expected = expects();
    // A look takes the longer the more sockets there are, and would change nothing.
    if (ENDLESSLY.has(expected)) looks = 0;
    else {
      const work = outside.look();
      if (work === 'new') looks = 0;
      else if (looks >= patienceWith(expected, work)) return false;
    }
    if (await wakeUp.wait(LOOK_EVERY)) return true;
  }
}

function patienceWith(expected: Expected, work: 'older' | 'none'): number {
  if (work === 'older') return LOOKS_AT_OLDER_WORK;
  return expected === 'a promise' ? LOOKS_FOR_A_PROMISE : 0;
}
