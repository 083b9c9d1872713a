/**
 * What `asyncio-lab exercise solution` does: shows a solution, to those whose own passes or who have
 * seen all hints; and the same program in Python beside it.
 */

import { idOf } from '../../lab/exercise/naming.js';
import type { Context } from '../context.js';
import { pythonPageOf, solutionPageOf } from './solution-pages.js';
import { type Asked, withWorkshop } from './workshop.js';

/** Show a solution and return the exit code: 1 when it is too early for it. */
export function showSolution(
  name: string | undefined,
  python: boolean,
  context: Context,
  asked: Asked,
): Promise<number> {
  return withWorkshop(context, asked, async (opened) => {
    const { workshop } = opened;
    const { errors } = workshop.messages;
    const found = workshop.named(name, opened.context.messages.errors.didYouMean);
    if (!workshop.maySeeSolution(found)) return refuse(errors.solutionLater(idOf(found)));
    const page = python ? pythonPageOf(workshop, found) : solutionPageOf(workshop, found);
    if (page === undefined) return refuse(errors.noPython(idOf(found)));
    const lines = page(await opened.style());
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  });
}

function refuse(why: string): number {
  process.stderr.write(`asyncio-lab: ${why}\n`);
  return 1;
}
