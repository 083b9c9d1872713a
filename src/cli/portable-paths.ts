/**
 * Paths as reports have them: from the folder that the command runs in, with slashes on every
 * system, so that the reports of several machines agree.
 */

import { relative, sep } from 'node:path';
import type { FindProblem } from '../lab/find-error.js';
import type { Fault, ScenarioResult, VariantResult } from '../lab/result.js';

/** Return a path with slashes. */
export function portable(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Return a scenario's result with all its paths as a report has them. */
export function withPortablePaths(result: ScenarioResult): ScenarioResult {
  const { source, problem, variants } = result;
  return {
    ...result,
    source: fromHere(source),
    ...(problem !== undefined && {
      problem: withPortablePath(problem),
    }),
    variants: sep === '/' ? variants : variants.map(withPortablePlaces),
  };
}

function withPortablePath(problem: FindProblem): FindProblem {
  if (!('path' in problem)) return problem;
  const path = fromHere(problem.path);
  return problem.type === 'throws' ? withPortablePlace({ ...problem, path }) : { ...problem, path };
}

/** Return a path as a report has it: from here, with slashes. */
export function fromHere(path: string): string {
  return portable(relative(process.cwd(), path));
}

function withPortablePlaces(result: VariantResult): VariantResult {
  const { log, faults, retries } = result;
  return {
    ...withPortablePlace(result),
    log: log.map((line) =>
      line.actual === undefined ? line : { ...line, actual: withPortablePlace(line.actual) },
    ),
    faults: faults.map(portableFault),
    ...(retries !== undefined && { retries: retries.map((it) => it.map(portableFault)) }),
  };
}

function portableFault(fault: Fault): Fault {
  const placed = 'place' in fault ? withPortablePlace(fault) : fault;
  return placed.type === 'outcome' && placed.waiting !== undefined
    ? { ...placed, waiting: placed.waiting.map(withPortablePlace) }
    : placed;
}

function withPortablePlace<T extends { readonly place?: string }>(placed: T): T {
  return placed.place === undefined ? placed : { ...placed, place: portable(placed.place) };
}
