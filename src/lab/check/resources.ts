/**
 * What a variant leaves running in its process: timers, sockets, servers, child processes.
 *
 * Node names all that keeps a process alive. What is there after a variant and was not before is its
 * own, once everything that merely takes a while to close has had that while. Timers are not waited
 * for, so that the same program is judged the same each time; they may fail meanwhile, which tells more.
 */

import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

/** How long closing may take, in milliseconds of the world. */
const closingTime = 250;
const interval = 5;

/** How long a timer that was left is watched, in milliseconds of the world. */
const timerTime = 50;

/** Kept by the runtime: its worker threads, which wait for the next call. */
const ofRuntime = ['MessagePort', 'Worker'];

/** The channel to the parent, standard output and standard error: a program may open the latter two. */
const ownPipes = 3;

/** What is active in this process, by Node's names. */
export type Resources = readonly string[];

/** Return what is active now. */
export function activeResources(): Resources {
  let pipes = 0;
  return process.getActiveResourcesInfo().filter((name) => {
    if (name !== 'PipeWrap') return !ofRuntime.includes(name);
    pipes += 1;
    return pipes > ownPipes;
  });
}

/** Return what is active now and was not before, sorted; each name once. */
export async function leftSince(before: Resources): Promise<string[]> {
  await nextTurn();
  await nextTurn();
  const atOnce = added(before, activeResources());
  if (atOnce.length === 0) return [];
  const timers = atOnce.filter(isTimer);
  const end = performance.now() + closingTime;
  let others = atOnce;
  while (others.some((name) => !isTimer(name)) && performance.now() < end) {
    await wait(interval);
    await nextTurn();
    others = added(before, activeResources());
  }
  if (timers.length > 0) await wait(timerTime);
  const left = [...timers, ...others.filter((name) => !isTimer(name))];
  return [...new Set(left)].sort();
}

function isTimer(name: string): boolean {
  return name === 'Timeout';
}

/** The items of a list that are not in another, each counted. */
function added(before: Resources, after: Resources): string[] {
  const rest = [...before];
  return after.filter((name) => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
