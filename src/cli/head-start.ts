/**
 * The crew of `check`, whose first member is started before anything else is loaded: it and the
 * command line get ready at the same time.
 */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Crew } from '../lab/check/crew.js';
import { type OpenWorkplace, processes, threads } from '../lab/check/workplace.js';

/** `ours`: nothing but scenarios of ours, on the virtual clock. */
type Work = 'ours' | 'any';

let early: { readonly work: Work; readonly crew: Crew } | undefined;

/** Start the first member if it is a check that the arguments ask for. */
export function startEarly([command, ...args]: readonly string[]): void {
  const runsNothing = ['-h', '--help', '--list'];
  if (command !== 'check' || args.some((it) => runsNothing.includes(it))) return;
  // What is only guessed here costs a start if it is wrong.
  const work = args.some(suggestsOthers) ? 'any' : 'ours';
  early = { work, crew: new Crew(workplacesFor(work), 1) };
}

/** A slash is in paths, and in names of ours. */
function suggestsOthers(argument: string): boolean {
  return (
    /^real$|^--clock=real$/.test(argument) || (/[./\\]/.test(argument) && existsSync(argument))
  );
}

/** Return a crew for some work, with a member that was started early if it is fit for it. */
export function takeCrew(work: Work): Crew {
  const taken = early;
  early = undefined;
  if (taken?.work === work) return taken.crew;
  taken?.crew.end();
  return new Crew(workplacesFor(work), 0);
}

/** End what was started early and is not needed. */
export function endEarly(): void {
  early?.crew.end();
  early = undefined;
}

function workplacesFor(work: Work): OpenWorkplace {
  return work === 'ours' ? threads(program('check-thread')) : processes(program('check-worker'));
}

/** The program runs as it was built; where the command line itself runs from its sources as well. */
function program(name: string): string {
  const isSource = import.meta.url.endsWith('.ts');
  const folder = isSource ? '../../dist/src/cli/' : '../cli/';
  return fileURLToPath(new URL(`${folder}${name}.js`, import.meta.url));
}
