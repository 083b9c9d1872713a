/**
 * Runs one program after the other: while a program runs, its host is the whole process's default.
 *
 * Tests may begin several at the same time, so each waits for those before it; on the virtual clock
 * that takes no time to speak of. One inside another would wait for ever, and is refused.
 */

import { AsyncLocalStorage } from 'node:async_hooks';

interface Turn {
  isOver: boolean;
}

const running = new AsyncLocalStorage<Turn>();
let latest: Promise<unknown> = Promise.resolve();

/** Whether this code is part of a program that runs in its turn. */
export function isInTurn(): boolean {
  return running.getStore()?.isOver === false;
}

/** Call a function when all that came before have ended. */
export function inTurn<T>(fn: () => Promise<T>): Promise<T> {
  const turn: Turn = { isOver: false };
  const ended = latest
    .then(() => running.run(turn, fn))
    .finally(() => {
      turn.isOver = true;
    });
  latest = ended.catch(() => {});
  return ended;
}
