/**
 * The processes of `check`, started before anything else is loaded: they and the command line get
 * ready at the same time.
 */

import { fileURLToPath } from 'node:url';
import { Crew } from '../lab/check/crew.js';

let early: Crew | undefined;

/** Start the first process if it is a check that the arguments ask for. */
export function startEarly([command, ...args]: readonly string[]): void {
  const runsNothing = ['-h', '--help', '--list'];
  if (command !== 'check' || args.some((it) => runsNothing.includes(it))) return;
  early = new Crew(entry(), 1);
}

/** Return the crew, with as many members as were started early. */
export function takeCrew(): Crew {
  const crew = early ?? new Crew(entry(), 0);
  early = undefined;
  return crew;
}

/** End what was started early and is not needed. */
export function endEarly(): void {
  early?.end();
  early = undefined;
}

/** The program runs as it was built; where the command line itself runs from its sources as well. */
function entry(): string {
  const isSource = import.meta.url.endsWith('.ts');
  const path = isSource ? '../../dist/src/cli/check-worker.js' : '../cli/check-worker.js';
  return fileURLToPath(new URL(path, import.meta.url));
}
