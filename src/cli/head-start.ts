/**
 * The crew of `check`, whose first member is started before anything else is loaded: it and the
 * command line get ready at the same time.
 */

import { existsSync } from 'node:fs';
import { Crew } from '../lab/check/crew.js';
import type { OpenWorkplace } from '../lab/check/workplace.js';
import { programOfPackage } from './program-of-package.js';

/** `ours`: nothing but scenarios of ours, on the virtual clock. */
type Work = 'ours' | 'any';

let early: { readonly work: Work; readonly crew: Crew } | undefined;

/** Start the first member, if a check with these arguments runs anything. */
export async function startEarly(args: readonly string[]): Promise<void> {
  const runsNothing = ['-h', '--help', '--list'];
  if (args.some((it) => runsNothing.includes(it))) return;
  // What is only guessed here costs a start if it is wrong.
  const work = args.some(suggestsOthers) ? 'any' : 'ours';
  early = { work, crew: new Crew(await workplacesFor(work, args), 1) };
}

/** A slash is in paths, and in names of ours. */
function suggestsOthers(argument: string): boolean {
  return (
    /^real$|^--clock=real$/.test(argument) || (/[./\\]/.test(argument) && existsSync(argument))
  );
}

/** Return a crew for some work, with a member that was started early if it is fit for it. */
export async function takeCrew(work: Work): Promise<Crew> {
  const taken = early;
  early = undefined;
  if (taken?.work === work) return taken.crew;
  taken?.crew.end();
  return new Crew(await workplacesFor(work), 0);
}

/** End what was started early and is not needed. */
export function endEarly(): void {
  early?.crew.end();
  early = undefined;
}

async function workplacesFor(work: Work, args: readonly string[] = []): Promise<OpenWorkplace> {
  if (work === 'ours') {
    const { threads } = await import('../lab/check/own-thread.js');
    return threads(programOfPackage('check-thread'), { args });
  }
  const { processes } = await import('../lab/check/own-process.js');
  return processes(programOfPackage('check-worker'));
}
